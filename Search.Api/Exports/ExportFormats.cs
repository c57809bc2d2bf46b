using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Search.Api.Exports;

/// <summary>The forms that a search can be answered in, by name and by media type.</summary>
internal static class ExportFormats
{
    private static readonly (ExportFormat Format, string Name, string MediaType)[] Known =
    [
        (ExportFormat.Json, "json", "application/json"),
        (ExportFormat.Csv, "csv", "text/csv"),
        (ExportFormat.Ndjson, "ndjson", "application/x-ndjson"),
        (ExportFormat.Bibtex, "bibtex", "application/x-bibtex"),
        (ExportFormat.Ris, "ris", "application/x-research-info-systems"),
        (ExportFormat.Csl, "csl", "application/vnd.citationstyles.csl+json"),
    ];

    public static IReadOnlyList<(string Word, ExportFormat Value)> All { get; } = [.. Known.Select(known => (known.Name, known.Format))];

    public static string MediaTypeOf(ExportFormat format) => Known.First(known => known.Format == format).MediaType;

    public static string NameOf(ExportFormat format) => Known.First(known => known.Format == format).Name;

    public static ExportWriter WriterOf(ExportFormat format, TextWriter output) => format switch
    {
        ExportFormat.Csv => new CsvExport(output),
        ExportFormat.Ndjson => new NdjsonExport(output),
        ExportFormat.Bibtex => new BibtexExport(output),
        ExportFormat.Ris => new RisExport(output),
        ExportFormat.Csl => new CslExport(output),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A page of JSON is no export."),
    };

    /// <summary>The form that an Accept header likes best; null where it names none of them.</summary>
    public static ExportFormat? Accepted(StringValues accept)
    {
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var types))
            return null;
        ExportFormat? best = null;
        var bestQuality = 0.0;
        foreach (var type in types)
            foreach (var (format, _, mediaType) in Known)
                if (type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) && (type.Quality ?? 1) > bestQuality)
                    (best, bestQuality) = (format, type.Quality ?? 1);
        return best;
    }
}
