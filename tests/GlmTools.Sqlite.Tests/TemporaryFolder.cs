namespace GlmTools.Sqlite.Tests;

/// <summary>A folder that is gone when the test is over. Whatever is left open in it by then is not the test's business.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glmtools-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
