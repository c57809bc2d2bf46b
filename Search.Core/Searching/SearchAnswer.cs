using System.Text.Json.Serialization;
using Search.Core.Model;

namespace Search.Core.Searching;

/// <summary>A tag, category or person of a hit.</summary>
public sealed record LabelView(string Slug, string Label);

/// <summary>One document of an answer. <c>…Html</c> holds escaped text with <c>mark</c> as the only element.</summary>
public record Hit
{
    public required string Id { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Title { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>What is known of the date, where that is less than the day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DatePrecision DatePrecision { get; init; }

    public double Score { get; init; }

    public required string TitleHtml { get; init; }

    public required string ExcerptHtml { get; init; }

    /// <summary>Plain text of the passage; the quoted words of a quote.</summary>
    public required string Excerpt { get; init; }

    public IReadOnlyList<LabelView> Tags { get; init; } = [];

    public IReadOnlyList<LabelView> Categories { get; init; } = [];

    public IReadOnlyList<LabelView> People { get; init; } = [];

    /// <summary>Of a quote: who said it. Null where no known person did.</summary>
    public LabelView? Speaker { get; init; }

    /// <summary>Of a quote: the speaker as it stands in the text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SpeakerText { get; init; }

    /// <summary>Of a quote: the post it stands in.</summary>
    public string? PostId { get; init; }

    /// <summary>How many copies or parts of a series this hit stands for, when folded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? More { get; init; }

    /// <summary>Of a folded quotation: the ids of the other posts that have the same words, at most twenty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AlsoIn { get; init; }

    /// <summary>Why the hit ranks where it does; only where asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Explanation? Explanation { get; init; }
}

/// <summary>Why a hit has its score, in words and numbers.</summary>
/// <param name="Summary">One sentence.</param>
/// <param name="Factors">The parts, largest first.</param>
public sealed record Explanation(string Summary, IReadOnlyList<ExplanationFactor> Factors);

/// <summary>A part of a score.</summary>
public sealed record ExplanationFactor(string Text, double Value);

/// <summary>One value of a facet with its exact count.</summary>
public sealed record FacetValue(string Slug, string Label, int Count, bool Selected);

/// <summary>The values of a facet, most frequent first, then by label.</summary>
/// <param name="Values">At most as many as asked for; selected ones are always among them.</param>
/// <param name="Distinct">How many values there are.</param>
/// <param name="Others">Sum of the counts that are not listed.</param>
public sealed record FacetAnswer(IReadOnlyList<FacetValue> Values, int Distinct, int Others);

/// <summary>Answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchAnswer
{
    public required string Query { get; init; }

    /// <summary>How many documents match the query as it was read; exact.</summary>
    public required int Total { get; init; }

    /// <summary>
    /// How many documents match the query as it was typed; exact. Absent where it was read as typed; otherwise <see cref="Relaxed"/> says how
    /// it was read, which <see cref="Total"/> and the facets count.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StrictTotal { get; init; }

    public bool TotalIsExact { get; init; } = true;

    public double TookMs { get; init; }

    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>By lower-case name of the field; counts are exact and leave out the field's own choices, so that siblings stay.</summary>
    public required IReadOnlyDictionary<string, FacetAnswer> Facets { get; init; }

    public string? DidYouMean { get; init; }

    /// <summary>What was loosened, in words, when the strict reading found nothing or less than a few pages.</summary>
    public string? Relaxed { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Generation that answered.</summary>
    [JsonIgnore]
    public string Generation { get; init; } = "";
}

/// <summary>Related posts, best first.</summary>
public sealed record RelatedAnswer(IReadOnlyList<RelatedHit> Related)
{
    /// <summary>Says so where nothing is related; nothing else is shown in its place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}

/// <summary>A related post with the reasons, in words.</summary>
public sealed record RelatedHit : Hit
{
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<string> Reasons { get; init; }
}
