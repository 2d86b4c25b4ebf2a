namespace GlmTools.Benchmarks.Startup;

/// <summary>GlmTools.</summary>
internal static class OwnTools
{
    private static readonly GlmToolSet Tools = TenTools.Tools;

    public static int Create()
    {
        var length = 0;
        for (var i = 0; i < Tools.Count; i++)
        {
            length += Tools[i].Utf8Definition.Length;
        }

        return length;
    }

    // The fourth in the order of names is a GetWeather.
    public static bool Call(byte[] arguments) => !Tools[3].InvokeAsync(arguments).Result.IsError;
}
