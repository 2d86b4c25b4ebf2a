using System.Runtime.CompilerServices;
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

        /// <summary>Lists what is there, page by page.</summary>
        /// <param name="path">The path with its query.</param>
        /// <param name="pageType">The type of a page.</param>
        /// <param name="id">The id of an item, behind which the next page begins.</param>
        /// <param name="cancellationToken">Cancels the requests.</param>
        public async IAsyncEnumerable<T> ListAsync<T>(
            string path, JsonTypeInfo<ListPage<T>> pageType, Func<T, string> id, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            ListPage<T> page;
            string? after = null;
            do
            {
                var rest = after is null ? "" : $"&after={Uri.EscapeDataString(after)}";
                page = await transport.SendAsync(ApiRequest.Get(path + rest), pageType, cancellationToken).ConfigureAwait(false);
                if (page.Data.Count == 0 || id(page.Data[^1]) == after)
                {
                    // A server that does not know the cursor would send the same page for ever.
                    yield break;
                }

                foreach (var item in page.Data)
                {
                    yield return item;
                }

                after = id(page.Data[^1]);
            }
            while (page.HasMore == true);
        }
    }
}
