using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Quotes;

/// <summary>
/// Finds the quotations of a post and who said them, by their marks and the sentences around them, without a model: linear in the text, never an
/// exception, the same answer every time. Stateless; one instance serves any number of threads.
/// </summary>
/// <param name="finder">Finds the names of persons where a caller has not done so before.</param>
/// <param name="minWords">Shorter ones are left out: a few words are a term or a scare quote more often than a quotation worth a document of its own.</param>
public sealed class QuoteFinder(NameFinder finder, int minWords = 5)
{
    /// <summary>
    /// The quotations of a post's text and excerpt. One that stands in both is given once, at its place in the text, with the speaker that either of them names.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="names">Its names; null to have them found here.</param>
    public PostQuotes Read(Post post, DocumentNames? names = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        var found = Find(post, names);
        if (string.IsNullOrWhiteSpace(post.Excerpt) || ReadExcerpt(post.Excerpt) is not { } excerpt)
            return new PostQuotes(found, null);
        var isInText = false;
        var folded = new List<FoundQuote>(found.Count);
        foreach (var quote in found)
        {
            if (!QuoteKey.Covers(quote.NormalisedKey, excerpt.NormalisedKey))
            {
                folded.Add(quote);
                continue;
            }
            isInText = true;
            folded.Add(quote.SpeakerText is not null || quote.SpeakerName is not null || excerpt.SpeakerText is null ? quote
                : quote with { SpeakerText = excerpt.SpeakerText, SpeakerName = excerpt.SpeakerName, Role = excerpt.Role, Verb = excerpt.Verb, Confidence = excerpt.Confidence });
        }
        return new PostQuotes(folded, isInText ? null : excerpt);
    }

    /// <summary>The quotations of a post's text, in order of place.</summary>
    /// <param name="post">The post.</param>
    /// <param name="names">Its names; null to have them found here.</param>
    public IReadOnlyList<FoundQuote> Find(Post post, DocumentNames? names = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.Text.Length == 0)
            return [];
        names ??= finder.Find(post);
        var layout = new Layout(post, new PersonMentions(names));
        var attributor = new Attributor(layout);
        var blockquotes = new Blockquotes(layout, attributor);
        var speakers = new Speakers(post, names, layout);
        var found = new List<FoundQuote>();
        var set = -1; // the last block that a quotation set as a block covers
        for (var b = 0; b < layout.Blocks.Count; b++)
        {
            if (layout.LabelOf(b) is { } label)
            {
                AddLine(found, layout, b, label, attributor.Around.SpeakerOf(label), speakers);
                continue;
            }
            Attribution? around = null;
            if (b > set && blockquotes.At(b) is { } stretch && HasWords(layout, stretch.Start, stretch.End))
            {
                (set, around) = (stretch.Last, stretch.Said);
                found.Add(speakers.Quote(b, stretch.Start, stretch.End, stretch.Said, stretch.Form));
            }
            for (var s = layout.FirstSpan(b); s < layout.FirstSpan(b + 1); s++)
            {
                var span = layout.Spans[s];
                var said = attributor.SaidBy(s) ?? around;
                if (HasWords(layout, span.Start, span.End) && !IsTitle(layout, b, span, said))
                    found.Add(speakers.Quote(b, span.Start, span.End, said, span.IsClosed ? QuoteForm.Marked : QuoteForm.Unclosed));
            }
        }
        NameTheOnlySpeaker(found);
        return found;
    }

    /// <summary>The quotation that an excerpt is, with its speaker; null where it is none.</summary>
    public FoundExcerpt? ReadExcerpt(string excerpt)
    {
        ArgumentNullException.ThrowIfNull(excerpt);
        return ExcerptReader.Read(excerpt, this, finder);
    }

    private bool HasWords(Layout layout, int start, int end) => TitleWords.Count(layout.Text.AsSpan(start, end - start)) >= minWords;

    // In a headline every word has a capital: there a speaker tells.
    private static bool IsTitle(Layout layout, int block, MarkedSpan span, Attribution? said) =>
        TitleWords.IsTitle(layout.Text.AsSpan(span.Start, span.End - span.Start)) && (layout.KindOf(block) != BlockKind.Heading || said is null or { Ground: Ground.Noun });

    private void AddLine(List<FoundQuote> found, Layout layout, int b, Transcript.Label label, Attribution said, Speakers speakers)
    {
        var (start, end) = (label.Words, layout.Blocks[b].End);
        while (end > start && (char.IsWhiteSpace(layout.Text[end - 1]) || layout.Text[end - 1] is '”' or '"'))
            end--;
        while (start < end && (char.IsWhiteSpace(layout.Text[start]) || layout.Text[start] is '“' or '"'))
            start++;
        if (end > start && HasWords(layout, start, end))
            found.Add(speakers.Quote(b, start, end, said, QuoteForm.Transcript));
    }

    // An article on one person's words often ends in a long block of them that nothing introduces.
    private static void NameTheOnlySpeaker(List<FoundQuote> found)
    {
        var named = found.Where(q => q.SpeakerText is not null).ToList();
        if (named.Count < 3 || named.FirstOrDefault(q => q.SpeakerGroup >= 0) is not { } first || named.Any(q => q.SpeakerGroup != first.SpeakerGroup))
            return;
        var block = -1;
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].SpeakerText is not null)
                continue;
            if (found[i].Form == QuoteForm.Blockquote)
                block = found[i].Block;
            if (found[i].Block == block)
                found[i] = found[i] with { SpeakerName = first.SpeakerName, SpeakerGroup = first.SpeakerGroup, Confidence = 0.5 };
        }
    }
}
