using System.Text.Json;

namespace GlmTools;

/// <summary>Writes the tools that the service runs itself (protocol sheet 2.5).</summary>
internal static class ServerToolWriter
{
    public static void Write(Utf8JsonWriter json, GlmServerTool tool)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, tool.Type);
        switch (tool)
        {
            case GlmWebSearchTool search:
                WriteWebSearch(json, search);
                break;
            case GlmRetrievalTool retrieval:
                json.WriteStartObject("retrieval"u8);
                json.WriteString("knowledge_id"u8, retrieval.KnowledgeId);
                json.WriteOptional("prompt_template"u8, retrieval.PromptTemplate);
                json.WriteEndObject();
                break;
            case GlmMcpTool mcp:
                WriteMcp(json, mcp);
                break;
            case GlmCodeInterpreterTool { Sandbox: { } sandbox }:
                json.WriteStartObject("code_interpreter"u8);
                json.WriteString("sandbox"u8, sandbox);
                json.WriteEndObject();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteWebSearch(Utf8JsonWriter json, GlmWebSearchTool search)
    {
        json.WriteStartObject("web_search"u8);
        json.WriteBoolean("enable"u8, search.Enable);
        json.WriteString("search_engine"u8, search.SearchEngine);
        json.WriteOptional("search_query"u8, search.SearchQuery);
        json.WriteOptional("search_intent"u8, search.SearchIntent);
        json.WriteOptional("count"u8, search.Count);
        json.WriteOptional("search_domain_filter"u8, search.SearchDomainFilter);
        json.WriteOptional("search_recency_filter"u8, search.SearchRecencyFilter);
        json.WriteOptional("content_size"u8, search.ContentSize);
        json.WriteOptional("result_sequence"u8, search.ResultSequence);
        json.WriteOptional("search_result"u8, search.SearchResult);
        json.WriteOptional("require_search"u8, search.RequireSearch);
        json.WriteOptional("search_prompt"u8, search.SearchPrompt);
        json.WriteEndObject();
    }

    private static void WriteMcp(Utf8JsonWriter json, GlmMcpTool mcp)
    {
        json.WriteStartObject("mcp"u8);
        json.WriteString("server_label"u8, mcp.ServerLabel);
        json.WriteOptional("server_url"u8, mcp.ServerUrl);
        json.WriteOptional("transport_type"u8, mcp.TransportType);
        json.WriteOptional("allowed_tools"u8, mcp.AllowedTools);
        if (mcp.Headers is { Count: > 0 } headers)
        {
            json.WriteStartObject("headers"u8);
            foreach (var (name, value) in headers)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
