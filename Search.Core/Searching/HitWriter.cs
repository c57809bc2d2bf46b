using Search.Core.Indexing;
using Search.Core.Model;

namespace Search.Core.Searching;

/// <summary>A document of the index → a hit as it is shown.</summary>
internal sealed class HitWriter(OpenGeneration generation, HitTerms terms, bool highlight)
{
    public Hit Write(int document, double score)
    {
        var head = generation.HeadOf(document);
        return Fill(new Hit { Id = head.Id, Kind = default, Title = head.Title, TitleHtml = "", ExcerptHtml = "", Excerpt = "" }, document, head, score);
    }

    public RelatedHit WriteRelated(int document, double score, IReadOnlyList<string> reasons)
    {
        var head = generation.HeadOf(document);
        return Fill(
            new RelatedHit { Id = head.Id, Kind = default, Title = head.Title, TitleHtml = "", ExcerptHtml = "", Excerpt = "", Reasons = reasons }, document, head, score);
    }

    private T Fill<T>(T hit, int document, DocumentHead head, double score)
        where T : Hit
    {
        var kind = generation.Posts.Get(document) ? DocumentKind.Post : DocumentKind.Quote;
        var marked = highlight ? terms : HitTerms.None;
        var snippet = kind == DocumentKind.Quote || marked.IsEmpty
            ? Snippets.Whole(head.Excerpt, marked)
            : Snippets.Best(generation.TextOf(document), head.Excerpt, marked);
        return hit with
        {
            Kind = kind,
            Url = head.Url,
            Date = head.Date,
            DatePrecision = head.DatePrecision,
            Score = Math.Round(score, 4),
            TitleHtml = Snippets.Whole(head.Title, marked).ToHtml(),
            Excerpt = snippet.ToPlainText(),
            ExcerptHtml = snippet.ToHtml(),
            Tags = [.. head.Tags.Select(s => View(generation.Tags, s))],
            Categories = [.. head.Categories.Select(s => View(generation.Categories, s))],
            People = [.. head.People.Select(s => View(generation.People, s))],
            Speaker = head.SpeakerSlug is { } speaker ? View(generation.People, speaker) : null,
            SpeakerText = head.SpeakerText,
            PostId = head.PostId,
        };
    }

    private static LabelView View(LabelledColumn column, string slug) => new(slug, column.LabelOf(slug).Text);
}
