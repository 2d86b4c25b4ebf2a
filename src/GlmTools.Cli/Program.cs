using System.CommandLine;

return await new RootCommand("Looks at, calls and tests the tools that a GLM model may use.").Parse(args).InvokeAsync().ConfigureAwait(false);
