using System.Text;
using GlmTools.Cli;

// Chinese has to survive a pipe on every system.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var interrupts = Interrupts.OfProcess();
return await CommandLine.RunAsync(args, Shell.OfProcess(interrupts), interrupts.Token).ConfigureAwait(false);
