namespace Search.Api.Exports;

/// <summary>A form that a search can be answered in: one page as JSON, or the whole result as a stream for another program.</summary>
internal enum ExportFormat
{
    Json,
    Csv,
    Ndjson,
    Bibtex,
    Ris,
    Csl,
}
