using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Cli.Options;
using GlmTools.Cli.Tokens;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools token</c>: mints a JWT from the key in the environment, or takes one apart. The secret is never printed.</summary>
internal sealed class TokenCommand : Command
{
    private readonly Shell _shell;

    public TokenCommand(Shell shell)
        : base("token", "Mint a JWT from the key in the environment, or take one apart.")
    {
        _shell = shell;
        var token = new Argument<string?>("jwt") { Description = "The JWT to take apart; - reads it from the input. Default: mint one.", DefaultValueFactory = static _ => null };
        var json = new JsonOption();
        Add(token);
        Add(json);
        SetAction(async (parsed, cancellationToken) => parsed.GetValue(token) is { } given
            ? Show(DecodedToken.Parse(await _shell.ReadAsync(given, cancellationToken).ConfigureAwait(false)), parsed.GetValue(json))
            : Mint(parsed.GetValue(json)));
    }

    private string? Key => _shell.Text("ZHIPUAI_API_KEY") ?? _shell.Text("ZAI_API_KEY");

    private int Mint(bool isJson)
    {
        var key = Key ?? throw new CliException("there is no key to sign with: set ZHIPUAI_API_KEY (open.bigmodel.cn) or ZAI_API_KEY (z.ai).");
        if (key.Split('.') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            throw new CliException("the key in the environment has not the form id.secret, so that nothing can be signed with it.");
        }

        var token = new JwtCredential(key, TimeProvider.System).GetToken();
        if (isJson)
        {
            var payload = DecodedToken.Parse(token).Payload;
            _shell.WriteJson(new JsonObject { ["token"] = token, ["payload"] = payload.DeepClone() });
        }
        else
        {
            _shell.Out.WriteLine(token);
        }

        return ExitCode.Ok;
    }

    private int Show(DecodedToken token, bool isJson)
    {
        string[] problems = [.. token.Problems(TimeProvider.System.GetUtcNow(), Key)];
        var signature = Key is null ? "not checked, because no key is set" : "checked";
        if (isJson)
        {
            _shell.WriteJson(new JsonObject
            {
                ["valid"] = problems.Length == 0,
                ["header"] = token.Header.DeepClone(),
                ["payload"] = token.Payload.DeepClone(),
                ["signature"] = Key is null ? "not_checked" : "checked",
                ["problems"] = new JsonArray([.. problems.Select(static problem => JsonValue.Create(problem))]),
            });
        }
        else
        {
            _shell.Out.WriteLine($"header     {token.Header.ToJsonString()}");
            _shell.Out.WriteLine($"payload    {token.Payload.ToJsonString()}");
            foreach (var name in new[] { "timestamp", "exp" })
            {
                if (token.Payload[name] is JsonValue value && value.TryGetValue(out long time) && time is > 0 and < 253402300800000)
                {
                    _shell.Out.WriteLine($"{name,-10} {DateTimeOffset.FromUnixTimeMilliseconds(time):yyyy-MM-dd HH:mm:ss.fff'Z'}");
                }
            }

            _shell.Out.WriteLine($"signature  {signature}");
            foreach (var problem in problems)
            {
                _shell.Out.WriteLine($"problem    {problem}");
            }
        }

        return problems.Length == 0 ? ExitCode.Ok : ExitCode.NotFine;
    }
}
