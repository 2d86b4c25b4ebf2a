namespace GlmTools.Cli.Tests.Running;

/// <summary>A folder for the files of a test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glmtools-cli-");

    public string Folder => _folder.FullName;

    /// <summary>Writes a file, into folders that are made for it.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a project with tools, referencing what this build has made and the targets of the package.</summary>
    public string WriteProject(string folder, string source)
    {
        Write(Path.Combine(folder, "Tools.cs"), source);
        return Write(Path.Combine(folder, "Shop.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Using Include="GlmTools" />
                <Reference Include="{typeof(GlmTool).Assembly.Location}" />
                <Analyzer Include="{Built.Generator}" />
              </ItemGroup>
              <Import Project="{Path.Combine(Built.Root, "src/GlmTools/build/GlmTools.targets")}" />
            </Project>
            """);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
