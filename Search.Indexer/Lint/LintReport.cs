using Search.Core.Content;
using Search.Core.Ingestion;

namespace Search.Indexer.Lint;

/// <summary>Everything that was odd about the content, for people and machines: as a page, as JSON, or as SARIF, by the ending of the file's name.</summary>
internal sealed record LintReport
{
    public required IReadOnlyList<string> Sources { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    public required int Notes { get; init; }

    public required IReadOnlyList<LintProblem> Problems { get; init; }

    public required IReadOnlyList<LeftOutFile> LeftOut { get; init; }

    public static IReadOnlyList<string> Endings { get; } = [".html", ".json", ".sarif"];

    public static LintReport Of(IngestReport report)
    {
        var problems = report.Problems
            .Select(p => new LintProblem(p.Code, p.Severity, p.Place.Path, p.Place.Line, p.Place.Column, p.Message, p.ReadAs ?? "as it stands", p.Mend ?? "Decide what was meant"))
            .OrderByDescending(p => p.Severity).ThenBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ToList();
        return new()
        {
            Sources = report.Sources,
            Errors = problems.Count(p => p.Severity == ProblemSeverity.Error),
            Warnings = problems.Count(p => p.Severity == ProblemSeverity.Warning),
            Notes = problems.Count(p => p.Severity == ProblemSeverity.Info),
            Problems = problems,
            LeftOut = report.LeftOut,
        };
    }

    /// <summary>Writes the report in the form that the file's name asks for.</summary>
    public void Write(string path)
    {
        var text = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" => LintPage.Of(this),
            ".sarif" => SarifLog.Of(this),
            _ => IndexerJson.Write(this),
        };
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        File.WriteAllText(path, text);
    }
}

/// <summary>One problem with its place, what was read instead, and the mend.</summary>
/// <param name="Path">Relative to its source.</param>
/// <param name="Line">1-based; 0 for the whole file.</param>
/// <param name="Column">1-based; 0 where unknown.</param>
internal sealed record LintProblem(string Code, ProblemSeverity Severity, string Path, int Line, int Column, string Message, string ReadAs, string Mend)
{
    public string Place => Line == 0 ? Path : Column == 0 ? FormattableString.Invariant($"{Path}:{Line}") : FormattableString.Invariant($"{Path}:{Line}:{Column}");
}
