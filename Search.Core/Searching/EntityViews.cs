using System.Text.Json.Serialization;
using Search.Core.Model;

namespace Search.Core.Searching;

/// <summary>As-you-type suggestions, best first.</summary>
public sealed record SuggestAnswer(IReadOnlyList<SuggestionView> Suggestions);

/// <summary>One suggestion; <see cref="Slug"/> for people, tags and categories, <see cref="Id"/> for posts. <see cref="Kind"/> is <c>post</c>, <c>person</c>, <c>tag</c> or <c>category</c>.</summary>
public sealed record SuggestionView(
    string Text,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Slug,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Url,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Count,
    string Html);

/// <summary>A stretch of a post's text that names a person; UTF-16 offsets, end exclusive.</summary>
public sealed record MentionView(int Start, int End, string Text);

/// <summary>A tag of a post with its spellings there.</summary>
public sealed record PostTagView(string Slug, string Label, TagKind Kind, bool Boilerplate, IReadOnlyList<string> Raw);

/// <summary>A person of a post; <see cref="Mentions"/> are given where annotations were asked for.</summary>
public sealed record PostPersonView(string Slug, string Label, int Count, double Confidence, IReadOnlyList<MentionView> Mentions);

/// <summary>A quotation in a post; offsets count UTF-16 code units in the post's text.</summary>
public sealed record PostQuoteView(string Id, string Text, LabelView? Speaker, string? SpeakerText, string? Role, string? Verb, double Confidence, int Start, int End, string? Url);

/// <summary>A heading of a post.</summary>
public sealed record HeadingView(int Level, string Text, string Anchor);

/// <summary>A stretch of the post that is not the article: readable, but out of search.</summary>
public sealed record AsideView(AsideKind Kind, string Text);

/// <summary>A post in full.</summary>
public sealed record PostView
{
    public required string Id { get; init; }

    public DocumentKind Kind { get; init; } = DocumentKind.Post;

    public required string Title { get; init; }

    public string? Headline { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>What is known of the date, where that is less than the day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DatePrecision DatePrecision { get; init; }

    public string? Author { get; init; }

    public required string Text { get; init; }

    /// <summary>Text of code blocks and spans, searchable apart from the prose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    public string? Excerpt { get; init; }

    public IReadOnlyList<PostTagView> Tags { get; init; } = [];

    public IReadOnlyList<LabelView> Categories { get; init; } = [];

    public IReadOnlyList<PostPersonView> People { get; init; } = [];

    public IReadOnlyList<LabelView> Bylines { get; init; } = [];

    public IReadOnlyList<PostQuoteView> Quotes { get; init; } = [];

    public IReadOnlyList<HeadingView> Outline { get; init; } = [];

    public IReadOnlyList<AsideView> Asides { get; init; } = [];

    public string? Series { get; init; }

    public string? CopyOf { get; init; }
}

/// <summary>A person, tag or category in a list, with how many posts have it.</summary>
public sealed record CountView(string Slug, string Label, int Count);

/// <summary>A list of people, tags or categories; <see cref="Total"/> counts those that match, listed or not.</summary>
public sealed record CountsAnswer(IReadOnlyList<CountView> Values, int Total);

/// <summary>A role as the text gives it; <see cref="From"/> and <see cref="To"/> are months (<c>yyyy-MM</c>).</summary>
public sealed record RoleView(string Text, string? From, string? To, int Count);

/// <summary>How many posts of a month.</summary>
public sealed record MonthCount(string Month, int Count);

/// <summary>Another person or topic with a measure of how closely it belongs.</summary>
public sealed record ScoredLabel(string Slug, string Label, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Count, double Score);

/// <summary>A person in full.</summary>
public sealed record PersonView
{
    public required string Slug { get; init; }

    public required string Label { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<RoleView> Roles { get; init; } = [];

    public int Posts { get; init; }

    public IReadOnlyList<MonthCount> Months { get; init; } = [];

    public int QuotesBy { get; init; }

    public int QuotesAbout { get; init; }

    public IReadOnlyList<ScoredLabel> With { get; init; } = [];

    public IReadOnlyList<ScoredLabel> Topics { get; init; } = [];

    public IReadOnlyList<Hit> Newest { get; init; } = [];
}

/// <summary>A tag that may mean the same, with the evidence; never merged unasked.</summary>
public sealed record TagProposalView(string Slug, string Label, string Reason, double Score);

/// <summary>A tag in full.</summary>
public sealed record TagView
{
    public required string Slug { get; init; }

    public required string Label { get; init; }

    public TagKind Kind { get; init; }

    public string? PersonSlug { get; init; }

    /// <summary>Every spelling in the content or the owner's file.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public int Posts { get; init; }

    public bool Boilerplate { get; init; }

    public IReadOnlyList<TagProposalView> Proposals { get; init; } = [];

    public IReadOnlyList<Hit> Newest { get; init; } = [];
}

/// <summary>Tags, categories and people for a draft, with calibrated scores from 0 to 1.</summary>
public sealed record TagSuggestAnswer(IReadOnlyList<SuggestedLabel> Tags, IReadOnlyList<SuggestedLabel> Categories, IReadOnlyList<SuggestedLabel> People);

/// <summary>A suggested tag with the reason in words.</summary>
public sealed record SuggestedLabel(string Slug, string Label, double Score, string Reason);
