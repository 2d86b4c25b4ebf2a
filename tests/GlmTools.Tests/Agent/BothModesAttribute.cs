using System.Reflection;
using Xunit.Sdk;

namespace GlmTools.Tests.Agent;

/// <summary>Runs a theory without and with streaming.</summary>
internal sealed class BothModesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[false], [true]];
}
