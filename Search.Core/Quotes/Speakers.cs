using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Quotes;

/// <summary>Turns the words for a speaker into the person they mean in the document, where they mean one.</summary>
internal sealed class Speakers
{
    private const int LeadBlocks = 4;

    private readonly Layout _layout;
    private readonly Antecedents _antecedents;
    private readonly string? _writer;
    private readonly int _leadEnd;

    public Speakers(Post post, DocumentNames names, Layout layout)
    {
        _layout = layout;
        _antecedents = new Antecedents(layout.Text, layout.People, layout.Spans);
        _writer = names.Bylines.Count == 1 ? names.Bylines[0].Full : post.Bylines.Count == 1 ? post.Bylines[0] : BylineOf(layout) ?? post.Author;
        _leadEnd = layout.Blocks.Count == 0 ? 0 : layout.Blocks[Math.Min(LeadBlocks, layout.Blocks.Count) - 1].End;
    }

    /// <summary>The quotation in <c>text[start..end]</c> with its speaker.</summary>
    public FoundQuote Quote(int block, int start, int end, Attribution? said, QuoteForm form)
    {
        var text = _layout.Text[start..end];
        var quote = new FoundQuote(text, start, end) { Form = form, Block = block, NormalisedKey = QuoteKey.Of(text), Confidence = Sureness.Of(said?.Ground ?? Ground.None, form) };
        if (said is not { } attribution)
            return quote;
        var speaker = attribution.Speaker;
        var person = PersonOf(speaker);
        return quote with
        {
            SpeakerText = _layout.Text[speaker.Start..speaker.End],
            SpeakerStart = speaker.Start,
            SpeakerName = person >= 0 ? _layout.People.NameOf(person) : IsWriter(speaker) ? _writer : null,
            SpeakerGroup = person,
            Role = speaker.RoleEnd > speaker.RoleStart ? _layout.Text[speaker.RoleStart..speaker.RoleEnd] : null,
            Verb = attribution.VerbEnd > attribution.VerbStart ? _layout.Text[attribution.VerbStart..attribution.VerbEnd] : null,
        };
    }

    private int PersonOf(in SpeakerPhrase phrase)
    {
        var words = _layout.Text.AsSpan(phrase.Start, phrase.End - phrase.Start);
        switch (phrase.Head)
        {
            case WordKind.Name:
                return _layout.People[phrase.Mention].Person;
            case WordKind.Pronoun:
                return GenderOf(words) is var gender and not Gender.Unknown ? _antecedents.OfPronoun(phrase.Start, gender) : -1;
            default:
                if (words.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
                    return _antecedents.OfOffice(words, phrase.Start);
                // In the lead, an article says “a judge” and names the judge below.
                return phrase.Start < _leadEnd && words.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? _antecedents.OfOfficeAhead(words, phrase.Start) : -1;
        }
    }

    // “August 1, 2025, 2 p.m. By Jane Doe”: a short block above the article that ends in its writer.
    private static string? BylineOf(Layout layout)
    {
        for (var b = 0; b < Math.Min(8, layout.Blocks.Count); b++)
        {
            var words = layout.WordsOf(b);
            if (words.Length > 160 || (words.StartsWith("By ", StringComparison.Ordinal) ? 0 : words.IndexOf(" By ", StringComparison.Ordinal)) is not (>= 0 and var by))
                continue;
            var name = words[by..].TrimStart()[3..];
            if (name.IndexOfAny(",|/(\n") is >= 0 and var stop)
                name = name[..stop];
            name = name.Trim();
            if (name.Count(' ') is >= 1 and <= 3 && IsCapitalised(name))
                return name.ToString();
        }
        return null;
    }

    private static bool IsCapitalised(ReadOnlySpan<char> name)
    {
        foreach (var word in name.Split(' '))
            if (name[word] is not [>= 'A' and <= 'Z' or > '\x7f', ..])
                return false;
        return true;
    }

    private bool IsWriter(in SpeakerPhrase phrase) =>
        phrase.Head == WordKind.Pronoun && _layout.Text.AsSpan(phrase.Start, phrase.End - phrase.Start) is "I";

    private Gender GenderOf(ReadOnlySpan<char> pronoun)
    {
        if (_layout.Tongue is { } tongue)
            return tongue.GenderOf(pronoun);
        if (pronoun.Equals("he", StringComparison.OrdinalIgnoreCase) || pronoun.Equals("his", StringComparison.OrdinalIgnoreCase))
            return Gender.Male;
        if (pronoun.Equals("she", StringComparison.OrdinalIgnoreCase) || pronoun.Equals("her", StringComparison.OrdinalIgnoreCase))
            return Gender.Female;
        return Gender.Unknown;
    }
}
