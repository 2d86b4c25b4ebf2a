using GlmTools.Endurance.Tests;

return await Experiments.RunAsync(args);
