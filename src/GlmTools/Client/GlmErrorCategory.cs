namespace GlmTools;

/// <summary>What kind of refusal the service gave, over all of its codes (protocol sheet 6.2).</summary>
public enum GlmErrorCategory
{
    /// <summary>Nothing that is known.</summary>
    Unknown,

    /// <summary>The key or the token is not accepted.</summary>
    Authentication,

    /// <summary>The account may not: it is locked, in arrears, or its plan does not include this.</summary>
    Account,

    /// <summary>A limit of the plan is used up until it is reset.</summary>
    Quota,

    /// <summary>Too many requests at a time; others will pass in some seconds.</summary>
    RateLimit,

    /// <summary>The model is overloaded for everybody.</summary>
    Overloaded,

    /// <summary>The request is wrong.</summary>
    InvalidRequest,

    /// <summary>The prompt is longer than the model's context window.</summary>
    ContextWindow,

    /// <summary>The content filter refused the prompt or the answer.</summary>
    ContentFilter,

    /// <summary>The service failed, or answered something that is no answer.</summary>
    Server,
}
