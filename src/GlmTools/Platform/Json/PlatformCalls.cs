using System.Text.Json.Serialization.Metadata;

namespace GlmTools;

/// <summary>Requests and answers that are JSON on both sides.</summary>
internal static class PlatformCalls
{
    extension(GlmTransport transport)
    {
        public Task<TAnswer> PostAsync<TRequest, TAnswer>(
            string path,
            TRequest request,
            JsonTypeInfo<TRequest> requestType,
            JsonTypeInfo<TAnswer> answerType,
            CancellationToken cancellationToken,
            string? model = null)
            where TAnswer : class
            => transport.SendAsync(ApiRequest.Post(path, PlatformJson.Write(request, requestType), model), answerType, cancellationToken);

        public Task<TAnswer> SendAsync<TAnswer>(ApiRequest request, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
            where TAnswer : class
            => transport.SendAsync(request, utf8 => PlatformJson.Read(utf8, answerType), cancellationToken).AsTask();
    }
}
