using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GlmTools;

/// <summary>
/// What is known of the models, so that a request none of them takes is refused before it is sent. A model that is not in the
/// table is asked for anything: new ones appear all the time.
/// </summary>
/// <remarks>The built-in table carries the date of protocol sheet 11; where that gives no certain figure, there is none.</remarks>
public sealed class GlmModelTable
{
    private readonly Dictionary<string, GlmModelInfo> _models;

    private GlmModelTable(DateOnly? date, Dictionary<string, GlmModelInfo> models) => (Date, _models) = (date, models);

    /// <summary>The models of the service.</summary>
    [field: MaybeNull]
    public static GlmModelTable BuiltIn => field ??= Read();

    /// <summary>A table without a model: every model is asked for anything.</summary>
    public static GlmModelTable Empty { get; } = new(null, []);

    /// <summary>The day the table is of; <see langword="null"/> for one that was not built in.</summary>
    public DateOnly? Date { get; }

    /// <summary>The models.</summary>
    public IReadOnlyCollection<GlmModelInfo> Models => _models.Values;

    /// <summary>What is known of a model; <see langword="null"/> where that is nothing.</summary>
    /// <param name="id">The model's full id; upper and lower case are the same. Nothing is concluded from ids that are alike.</param>
    public GlmModelInfo? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _models.GetValueOrDefault(id);
    }

    /// <summary>The same table with one more model, or another entry for one.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    public GlmModelTable With(GlmModelInfo model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(model.Id);
        return new(Date, new(_models, StringComparer.OrdinalIgnoreCase) { [model.Id] = model });
    }

    private static GlmModelTable Read()
    {
        using var stream = typeof(GlmModelTable).Assembly.GetManifestResourceStream("models.json")!;
        var file = JsonSerializer.Deserialize(stream, ModelJson.Default.ModelFile)!;
        return new(file.Date, file.Models.ToDictionary(static model => model.Id, StringComparer.OrdinalIgnoreCase));
    }
}
