using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Core.Assistants;

/// <summary>A post or a quotation with what it takes to cite it.</summary>
/// <param name="Id">Id, as <c>get_post</c> takes it.</param>
/// <param name="Kind"><c>post</c> or <c>quote</c>.</param>
/// <param name="Title">Title of the post.</param>
/// <param name="Text">The passage that answers; of a quotation the quoted words.</param>
/// <param name="Speaker">Of a quotation: who said it.</param>
/// <param name="Date">The day, <c>yyyy-MM-dd</c>; <c>yyyy-MM</c> or <c>yyyy</c> where no more is known.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Citation">Author or speaker, title, day and address in one line.</param>
public sealed record Source(string Id, string Kind, string Title, string Text, string? Speaker, string? Date, string? Url, string Citation)
{
    /// <summary>Why a related post is related; nothing elsewhere.</summary>
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>Of a quotation: id of the post that it stands in.</summary>
    public string? PostId { get; init; }

    internal static Source Of(Hit hit)
    {
        var isQuote = hit.Kind == DocumentKind.Quote;
        var speaker = isQuote ? hit.Speaker?.Label ?? hit.SpeakerText : null;
        return new(hit.Id, isQuote ? "quote" : "post", hit.Title, hit.Excerpt, speaker, Day(hit.Date, hit.DatePrecision), hit.Url, Cite(speaker, hit.Title, hit.Date?.Words(hit.DatePrecision), hit.Url))
        {
            Reasons = (hit as RelatedHit)?.Reasons,
            PostId = hit.PostId,
        };
    }

    internal static string? Day(DateTimeOffset? date, DatePrecision precision) => date?.Iso(precision);

    internal static string Cite(string? who, string title, string? day, string? url) => string.Join(". ", new[]
    {
        who,
        title.Length > 0 ? $"“{title}”" : null,
        day,
        url,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
