using System.Text.Json.Serialization;
using Search.Core.Content;

namespace Search.Indexer.Lint;

/// <summary>The report as SARIF 2.1.0 (OASIS, 2020), the form in which code hosts and editors take findings.</summary>
internal sealed record SarifLog
{
    [JsonPropertyName("$schema")]
    public string Schema { get; init; } = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public string Version { get; init; } = "2.1.0";

    public required IReadOnlyList<SarifRun> Runs { get; init; }

    public static string Of(LintReport report)
    {
        var codes = report.Problems.Select(problem => problem.Code).Distinct(StringComparer.Ordinal).ToList();
        var places = codes.Select((code, i) => (code, i)).ToDictionary(pair => pair.code, pair => pair.i, StringComparer.Ordinal);
        var rules = codes.Select(code => new SarifRule(code, new(Sentence(code)))).ToList();
        var results = report.Problems.Select(problem => new SarifResult(
            problem.Code,
            places[problem.Code],
            problem.Severity switch { ProblemSeverity.Error => "error", ProblemSeverity.Warning => "warning", _ => "note" },
            new($"{problem.Message}. Read as: {problem.ReadAs}. Mend: {problem.Mend}."),
            [new(new(new(Address(problem.Path)), problem.Line == 0 ? null : new(problem.Line, problem.Column == 0 ? null : problem.Column)))])).ToList();
        return IndexerJson.Write(new SarifLog { Runs = [new(new(new("Search.Indexer", rules)), results, "utf16CodeUnits")] });
    }

    private static string Sentence(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ') + ".";

    private static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

internal sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifResult> Results, string ColumnKind);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(string Id, SarifMessage ShortDescription);

internal sealed record SarifResult(string RuleId, int RuleIndex, string Level, SarifMessage Message, IReadOnlyList<SarifLocation> Locations);

internal sealed record SarifMessage(string Text);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);

internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SarifRegion? Region);

internal sealed record SarifArtifact(string Uri);

internal sealed record SarifRegion(int StartLine, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? StartColumn);
