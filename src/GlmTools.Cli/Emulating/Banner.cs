using System.Text.Json.Nodes;
using GlmTools.Emulator;

namespace GlmTools.Cli.Emulating;

/// <summary>What the emulator says when it is ready: where it is, and how each client is pointed at it.</summary>
internal static class Banner
{
    public static string Text(GlmEmulator emulator) => $$"""
        GLM emulator: the wire is real, the answers are scripted. Ctrl+C stops it.

          base URL   {{emulator.BaseAddress}}
          API key    {{emulator.ApiKey}}

        GlmTools, zhipuai and zai-sdk read these:

          export ZHIPUAI_BASE_URL={{emulator.BaseAddress}}
          export ZHIPUAI_API_KEY={{emulator.ApiKey}}
          export ZAI_BASE_URL={{emulator.BaseAddress}}
          export ZAI_API_KEY={{emulator.ApiKey}}

        GlmTools        GlmClient.FromEnvironment()
        zhipuai         ZhipuAI(api_key="{{emulator.ApiKey}}", base_url="{{emulator.BaseAddress}}")
        zai-sdk         ZhipuAiClient(api_key="{{emulator.ApiKey}}", base_url="{{emulator.BaseAddress}}")
        zhipuai (Node)  new ZhipuAI({ apiKey: '{{emulator.ApiKey}}', baseUrl: '{{emulator.BaseAddress}}' })
        openai          OpenAI(api_key="{{emulator.ApiKey}}", base_url="{{emulator.BaseAddress}}")
        openai (Node)   new OpenAI({ apiKey: '{{emulator.ApiKey}}', baseURL: '{{emulator.BaseAddress}}' })
        OpenAI (.NET)   new ChatClient("glm-4.7-flash", new ApiKeyCredential("{{emulator.ApiKey}}"), new() { Endpoint = new("{{emulator.BaseAddress}}") })
        AI SDK          createZhipu({ apiKey: '{{emulator.ApiKey}}', baseURL: '{{emulator.BaseAddress}}' })
        curl            curl {{emulator.BaseAddress}}/chat/completions -H "Authorization: Bearer {{emulator.ApiKey}}" \
                             -d '{"model":"glm-4.7-flash","messages":[{"role":"user","content":"今天北京天气如何?"}]}'

        V3              {{emulator.V3Address}}
        QingYan         {{emulator.QingYan.BaseAddress}}
                        api_key {{emulator.QingYan.ApiKey}}, api_secret {{emulator.QingYan.ApiSecret}}, assistant_id {{emulator.QingYan.AssistantId}}
        """;

    public static JsonObject Json(GlmEmulator emulator) => new()
    {
        ["base_url"] = emulator.BaseAddress.ToString(),
        ["api_key"] = emulator.ApiKey,
        ["v3_url"] = emulator.V3Address.ToString(),
        ["qingyan"] = new JsonObject
        {
            ["base_url"] = emulator.QingYan.BaseAddress.ToString(),
            ["api_key"] = emulator.QingYan.ApiKey,
            ["api_secret"] = emulator.QingYan.ApiSecret,
            ["assistant_id"] = emulator.QingYan.AssistantId,
        },
    };
}
