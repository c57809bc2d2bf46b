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
        var set = new Blockquotes(post.Text, reading);
        var inside = -1; // the last block that a quotation set as a block covers
        for (var b = 0; b < reading.Blocks.Count; b++)
        {
            Attribution? around = null;
            if (reading.Labels[b] is { } label)
            {
                AddTranscript(found, post, people, reading, b, label);
                continue;
            }
            if (b > inside && set.At(b) is { } stretch && TitleWords.Count(post.Text.AsSpan(stretch.Start, stretch.End - stretch.Start)) >= minWords)
            {
                inside = stretch.Last;
                around = stretch.Said;
                found.Add(Make(post, people, reading, b, stretch.Start, stretch.End, stretch.Said, stretch.Form));
            }
            for (var s = reading.FirstSpan(b); s < reading.FirstSpan(b + 1); s++)
            {
                var span = reading.Spans[s];
                var words = post.Text.AsSpan(span.Start, span.End - span.Start);
                if (TitleWords.Count(words) < minWords)
                    continue;
                var said = reading.SaidBy(s) ?? around;
                if (TitleWords.IsTitle(words) && (reading.Blocks[b].Kind != BlockKind.Heading || said is null))
                    continue;
                found.Add(Make(post, people, reading, b, span.Start, span.End, said, span.IsClosed ? QuoteForm.Marked : QuoteForm.Unclosed));
            }
        }
        NameTheOnlySpeaker(found);
        return found;
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

    private void AddTranscript(List<FoundQuote> found, Post post, PersonMentions people, PostReading reading, int b, Transcript.Label label)
    {
        var end = reading.Blocks[b].End;
        while (end > label.Words && (char.IsWhiteSpace(post.Text[end - 1]) || post.Text[end - 1] is '”' or '"'))
            end--;
        if (end <= label.Words || TitleWords.Count(post.Text.AsSpan(label.Words, end - label.Words)) < minWords)
            return;
        found.Add(Make(post, people, reading, b, label.Words, end, reading.SpeakerOf(label), QuoteForm.Transcript));
    }

    /// <summary>The quotation that an excerpt is, with its speaker; null where it is none.</summary>
    public FoundExcerpt? ReadExcerpt(string excerpt)
    {
        ArgumentNullException.ThrowIfNull(excerpt);
        return ExcerptReader.Read(excerpt, this);
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
