using GlmTools;

namespace QingYan;

/// <summary>A conversation with the assistant, printed as it goes. The service keeps what was said; here is only its id.</summary>
internal sealed class Dialogue(Service service, bool stream)
{
    private string? _conversationId;

    public async Task AskAsync(string question, GlmUpload? file, CancellationToken cancellationToken)
    {
        Console.WriteLine($"\n> {question}");
        var request = new QingYanRequest
        {
            AssistantId = service.AssistantId,
            Prompt = question,
            ConversationId = _conversationId,
            FileList = file is null ? null : [await service.Client.UploadAsync(file, cancellationToken)],
        };
        if (stream)
        {
            await foreach (var happened in service.Client.StreamAsync(request, cancellationToken))
            {
                Print(happened);
                _conversationId = happened.ConversationId;
            }
        }
        else
        {
            var answer = await service.Client.CompleteAsync(request, cancellationToken);
            answer.Output.ToList().ForEach(Print);
            _conversationId = answer.ConversationId;
        }

        Console.WriteLine();
    }

    private static void Print(QingYanEvent happened)
    {
        switch (happened)
        {
            case QingYanText text:
                Console.Write(text.Begins ? $"\n{text.Delta}" : text.Delta);
                break;
            case QingYanCode code:
                Console.Write(code.Begins ? $"\n[code] {code.Delta}" : code.Delta);
                break;
            case QingYanExecutionOutput result:
                Console.Write($"\n[output] {result.Output}");
                break;
            case QingYanImages images:
                Console.Write($"\n[image] {string.Join(", ", images.Urls)}");
                break;
            case QingYanBrowserResult page:
                Console.Write($"\n[page] {page.Title} {page.Url}");
                break;
            case QingYanSystemError error:
                Console.Write($"\n[error] {error.Message}");
                break;
            case QingYanCitations citations:
                Console.Write(string.Concat(citations.Sources.Select(static (source, index) => $"\n[{index + 1}] {source.Title} {source.Url}")));
                break;
            case QingYanIntervened filter:
                Console.Write($"\n[withdrawn] {filter.Text}");
                break;
        }
    }
}
