namespace GlmTools;

/// <summary>What the tools that the service runs itself take (protocol sheet 2.5).</summary>
internal static class ServerToolRules
{
    public static void ThrowIfBroken(GlmServerTool tool)
    {
        switch (tool)
        {
            case GlmWebSearchTool search:
                ThrowIfBroken(search);
                break;
            case GlmRetrievalTool retrieval:
                RequestRules.ThrowIfNoText("retrieval.knowledge_id", retrieval.KnowledgeId);
                break;
            case GlmMcpTool mcp:
                RequestRules.ThrowIfNoText("mcp.server_label", mcp.ServerLabel);
                RequestRules.ThrowIfOther("mcp.transport_type", mcp.TransportType, "sse", "streamable-http");
                break;
            case GlmCodeInterpreterTool code:
                RequestRules.ThrowIfOther("code_interpreter.sandbox", code.Sandbox, "auto", "none");
                break;
        }
    }

    private static void ThrowIfBroken(GlmWebSearchTool search)
    {
        RequestRules.ThrowIfOther("web_search.search_engine", search.SearchEngine, "search_std", "search_pro", "search_pro_sogou", "search_pro_quark");
        RequestRules.ThrowIfOutside("web_search.count", search.Count, 1, 50);
        if (search is { SearchEngine: "search_pro_sogou", Count: { } count } && count % 10 != 0)
        {
            throw RequestRules.Broken($"web_search.count is {count}; search_pro_sogou takes 10, 20, 30, 40 and 50.");
        }

        RequestRules.ThrowIfOther("web_search.search_recency_filter", search.SearchRecencyFilter, "oneDay", "oneWeek", "oneMonth", "oneYear", "noLimit");
        RequestRules.ThrowIfOther("web_search.content_size", search.ContentSize, "medium", "high");
        RequestRules.ThrowIfOther("web_search.result_sequence", search.ResultSequence, "before", "after");
    }
}
