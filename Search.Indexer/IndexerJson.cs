using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Search.Core.Evaluation;
using Search.Core.Generations;
using Search.Core.Ingestion;
using Search.Core.Searching;
using Search.Core.Tagging;
using Search.Indexer.Lint;

namespace Search.Indexer;

/// <summary>The machine-readable form of the commands' answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(EvaluationReport))]
[JsonSerializable(typeof(IngestReport))]
[JsonSerializable(typeof(LintReport))]
[JsonSerializable(typeof(SarifLog))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(RelatedAnswer))]
[JsonSerializable(typeof(TagReport))]
[JsonSerializable(typeof(TagSuggestAnswer))]
[JsonSerializable(typeof(VerifyReport))]
[JsonSerializable(typeof(IndexStatistics))]
internal sealed partial class IndexerJson : JsonSerializerContext
{
    private static IndexerJson? readable;

    // For terminals and files, not for HTML: letters of all scripts stay readable. Made late, because the generated Default is a static
    // field of this very type.
    private static IndexerJson Readable =>
        readable ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Readable.GetTypeInfo(typeof(T))!);
}
