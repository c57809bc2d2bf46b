using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>
/// Finds the quotations of a post and who said them, by their marks and the sentences around them, without a model: linear in the text, never an
/// exception, the same answer every time. Stateless; one instance serves any number of threads.
/// </summary>
/// <param name="minWords">Shorter ones are left out: a few words are a term or a scare quote more often than a quotation worth a document of its own.</param>
public sealed class QuoteFinder(int minWords = 5)
{
    /// <summary>The quotations of a post's text, in order of place.</summary>
    public IReadOnlyList<FoundQuote> Find(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.Text.Length == 0)
            return [];
        var people = CapitalisedNames.Read(post);
        var reading = new PostReading(post, people);
        reading.Attribute();
        var found = new List<FoundQuote>();
        for (var b = 0; b < reading.Blocks.Count; b++)
            for (var s = reading.FirstSpan(b); s < reading.FirstSpan(b + 1); s++)
            {
                var span = reading.Spans[s];
                var words = post.Text.AsSpan(span.Start, span.End - span.Start);
                if (TitleWords.Count(words) < minWords)
                    continue;
                var said = reading.SaidBy(s);
                if (TitleWords.IsTitle(words) && (reading.Blocks[b].Kind != BlockKind.Heading || said is null))
                    continue;
                found.Add(Make(post, people, reading, b, span.Start, span.End, said, span.IsClosed ? QuoteForm.Marked : QuoteForm.Unclosed));
            }
        return found;
    }

    private static FoundQuote Make(Post post, PersonMentions people, PostReading reading, int block, int start, int end, Attribution? said, QuoteForm form)
    {
        var text = post.Text[start..end];
        var quote = new FoundQuote(text, start, end) { Form = form, Block = block, NormalisedKey = QuoteKey.Of(text) };
        if (said is not { } attribution)
            return quote with { Confidence = 0.4 };
        var speaker = attribution.Speaker;
        var person = reading.PersonOf(speaker);
        return quote with
        {
            SpeakerText = post.Text[speaker.Start..speaker.End],
            SpeakerStart = speaker.Start,
            SpeakerName = person >= 0 ? people.NameOf(person) : reading.IsWriter(speaker) && post.Bylines.Count == 1 ? post.Bylines[0] : null,
            SpeakerGroup = person,
            Role = speaker.RoleEnd > speaker.RoleStart ? post.Text[speaker.RoleStart..speaker.RoleEnd] : null,
            Verb = attribution.VerbEnd > attribution.VerbStart ? post.Text[attribution.VerbStart..attribution.VerbEnd] : null,
            Confidence = attribution.Ground switch
            {
                Ground.After => 0.97,
                Ground.Before => 0.93,
                Ground.Signed or Ground.Introduced => 0.9,
                Ground.Continued => 0.9,
                Ground.Noun or Ground.Tail => 0.8,
                Ground.Mind or Ground.Paragraph => 0.7,
                _ => 0.5,
            },
        };
    }
}
