using System.Runtime.CompilerServices;
using DiffEngine;

namespace GlmTools.Testing;

/// <summary>
/// Records what goes over the wire into a cassette, and replays it: the handler of a <see cref="GlmClientOptions"/> or of any
/// <see cref="HttpClient"/>. Secrets are taken out before anything is kept. Safe for concurrent use; requests are matched by what they hold.
/// </summary>
public sealed class GlmRecorder : DelegatingHandler, IAsyncDisposable
{
    private readonly string? _path;
    private readonly Tape? _tape;
    private readonly CassettePlayer? _player;
    private bool _isDone;

    private GlmRecorder(GlmRecorderOptions options, string? path)
        : base(options.InnerHandler ?? new SocketsHttpHandler())
    {
        _path = path;
        _tape = new(options);
    }

    private GlmRecorder(GlmCassette cassette, GlmRecorderOptions options, string? path)
    {
        _path = path;
        _player = new(cassette, options, path);
    }

    /// <summary>Whether it records. Otherwise it replays.</summary>
    public bool IsRecording => _tape is not null;

    /// <summary>What has been recorded so far, without secrets; or what is replayed.</summary>
    public GlmCassette Cassette => _tape?.ToCassette() ?? _player!.Cassette;

    /// <summary>Opens a cassette, to replay it or to record it.</summary>
    /// <param name="path">The file. A relative path begins at the folder of the test's source file.</param>
    /// <param name="options">How it works; the defaults where they are left out.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <param name="sourceFile">The test's source file; the compiler fills it in.</param>
    /// <exception cref="GlmCassetteException">The file is no cassette, there is none to replay, or this is a build server, where nothing is recorded unless the mode says so.</exception>
    public static async Task<GlmRecorder> OpenAsync(
        string path, GlmRecorderOptions? options = null, CancellationToken cancellationToken = default, [CallerFilePath] string sourceFile = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        path = Located(path, sourceFile);
        return Records(options.Mode, path, BuildServerDetector.Detected)
            ? new(options, path)
            : new(await GlmCassette.LoadAsync(path, cancellationToken).ConfigureAwait(false), options, path);
    }

    /// <summary>Records into memory; <see cref="Cassette"/> is what there is so far.</summary>
    /// <param name="options">How it works; the defaults where they are left out. The mode does not count.</param>
    public static GlmRecorder Record(GlmRecorderOptions? options = null) => new(options ?? new(), path: null);

    /// <summary>Replays a cassette that is there already.</summary>
    /// <param name="cassette">The cassette.</param>
    /// <param name="options">How it works; the defaults where they are left out. The mode does not count.</param>
    public static GlmRecorder Replay(GlmCassette cassette, GlmRecorderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cassette);
        return new(cassette, options ?? new(), path: null);
    }

    /// <summary>Checks that all of the cassette was asked for. Of a recording there is nothing to check.</summary>
    /// <exception cref="GlmCassetteException">There is an exchange nobody asked for, or a request was not on the cassette.</exception>
    public void VerifyComplete()
    {
        _isDone = true;
        _player?.VerifyComplete();
    }

    /// <summary>Writes what was recorded to its file, and closes the connections; of a replay, checks it as <see cref="VerifyComplete"/> does, unless that has told its failure already.</summary>
    /// <exception cref="GlmCassetteException">There is an exchange nobody asked for.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_isDone)
            {
                return;
            }

            _isDone = true;
            if (_tape is not null && _path is not null && _tape.HasExchanges)
            {
                await _tape.ToCassette().SaveAsync(_path).ConfigureAwait(false);
            }

            if (_player is { HasToldFailure: false })
            {
                _player.VerifyComplete();
            }
        }
        finally
        {
            Dispose();
        }
    }

    /// <exception cref="GlmCassetteException">There is no cassette, and none may be recorded.</exception>
    internal static bool Records(GlmRecorderMode mode, string path, bool isBuildServer) => mode switch
    {
        GlmRecorderMode.Record => true,
        GlmRecorderMode.Auto when !File.Exists(path) => !isBuildServer ? true : throw new GlmCassetteException(
            $"{path}: there is no such cassette, and on a build server nothing is recorded. Run the test once where there is a key, and commit the file; or set GlmRecorderMode.Record."),
        _ => false,
    };

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _player?.SendAsync(request, cancellationToken) ?? _tape!.SendAsync(request, base.SendAsync, cancellationToken);
    }

    /// <summary>Not supported: everything goes asynchronously.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Not looked at.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => throw new NotSupportedException("A recorder sends asynchronously only: use SendAsync.");

    private static string Located(string path, string sourceFile)
    {
        if (Path.IsPathFullyQualified(path))
        {
            return path;
        }

        try
        {
            return Path.GetFullPath(path, SourceDirectory.Of(sourceFile));
        }
        catch (DirectoryNotFoundException failure)
        {
            throw new GlmCassetteException($"{path}: the test's source file, '{sourceFile}', is not on this machine; pass an absolute path.", failure);
        }
    }
}
