using System.Numerics;
using Search.Core.Text;

namespace Search.Core.People;

/// <summary>
/// What words are in a text in German, Spanish, French, Italian or Portuguese: its small words, its words for bodies and places, and ordinary words,
/// told by the text having them in lower case as well. The word lists of names know English best; this keeps them from taking the rest of a foreign text for names.
/// </summary>
internal sealed class ForeignText
{
    private const int SampleWords = 400;
    private const int LeastSmallWords = 4;
    private const double MoreThanEnglish = 1.5;
    private const int LongestElided = 6;

    private static readonly string[] Codes = ["de", "es", "fr", "it", "pt"];
    private static readonly ForeignText[] All = [.. Codes.Select((code, bit) => new ForeignText(code, bit))];

    private readonly byte _bit;
    private readonly bool _isFrench;
    private readonly HashSet<string> _smallWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _designators = new(StringComparer.Ordinal);
    private readonly List<string> _designatorEnds = [];

    private ForeignText(string code, int bit)
    {
        (_bit, IsRomance, HasTwoFamilyNames, _isFrench) = ((byte)(1 << bit), code != "de", code == "es", code == "fr");
        foreach (var (section, line) in WordLists.Read(WordLists.Languages + code))
            if (section != "verb")
                _smallWords.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameParts.Fold));
        foreach (var (section, line) in WordLists.Read("People.Data.designators"))
            if (section == code && line[0] == '-')
                _designatorEnds.AddRange(line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            else if (section == code)
                _designators.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>True where a lower-case <c>de</c> or <c>la</c> before a capital is grammar far more often than the start of a name.</summary>
    public bool IsRomance { get; }

    /// <summary>True where people have two family names and go by the first of them: <c>Carmen Ibarra Roldán</c> is <c>Ibarra</c>.</summary>
    public bool HasTwoFamilyNames { get; }

    /// <summary>A set of the languages in which a folded word is a small word.</summary>
    public static byte LanguagesOf(string folded)
    {
        byte languages = 0;
        foreach (var language in All)
            if (language._smallWords.Contains(folded))
                languages |= language._bit;
        return languages;
    }

    /// <summary>The language whose small words the beginning of a text is made of; null for English and for all that has no list.</summary>
    public static ForeignText? Of(List<NameToken> tokens, Vocabulary vocabulary)
    {
        Span<int> counts = stackalloc int[Codes.Length];
        int english = 0, words = 0;
        foreach (var token in tokens)
        {
            if (token.Word < 0)
                continue;
            if (++words > SampleWords)
                break;
            if (token.Is(NameTraits.Function))
                english++;
            for (var languages = (uint)vocabulary.Languages(token.Word); languages != 0; languages &= languages - 1)
                counts[BitOperations.TrailingZeroCount(languages)]++;
        }
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[best])
                best = i;
        return counts[best] >= LeastSmallWords && counts[best] > MoreThanEnglish * english ? All[best] : null;
    }

    /// <summary>Parts what an apostrophe ties to a word, and gives the capitalised words of the text the traits that they have in this language.</summary>
    public void Mark(string text, List<NameToken> tokens, Vocabulary vocabulary)
    {
        if (IsRomance)
            PartElided(text, tokens, vocabulary);
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);
        for (var i = 0; i < span.Length; i++)
        {
            ref var token = ref span[i];
            if (token.Word < 0 || !token.IsCapital)
                continue;
            var folded = vocabulary.Folded(token.Word);
            if (token.Shape is WordShape.Initial or WordShape.Initials && token.Has(TokenFlags.Dotted))
            {
                // "M. Morel" is Monsieur Morel.
                if (_isFrench && folded == "m" && i + 1 < span.Length && span[i + 1].Shape == WordShape.Capital)
                    (token.Shape, token.Traits) = (WordShape.Capital, NameTraits.MaleTitle);
            }
            else if (IsSmallWord(token, vocabulary))
            {
                if (!(token.Is(NameTraits.Particle) && !token.Has(TokenFlags.SentenceStart) && IsWithinName(span, i)))
                    token.Traits = (token.Traits & ~(NameTraits.Given | NameTraits.Particle)) | NameTraits.Function;
            }
            else if (IsDesignator(folded, token))
                token.Traits = token.Traits & ~(folded.Contains('-', StringComparison.Ordinal) ? NameTraits.Given | NameTraits.Function : NameTraits.Function) | NameTraits.OrganisationWord;
            else if (!token.Is(NameTraits.Given | NameTraits.Surname | NameTraits.FamilyFirst | NameTraits.Particle) && vocabulary.IsInLowerCase(token.Word))
                token.Traits |= NameTraits.Word;
        }
    }

    // "Marie Le Goff", "Jean-Luc de La Tour", "ha detto De Santis".
    private static bool IsWithinName(ReadOnlySpan<NameToken> tokens, int i)
        => i > 0 && i + 1 < tokens.Length && tokens[i + 1].IsCapital && (tokens[i - 1].IsCapital || tokens[i - 1].Is(NameTraits.Particle | NameTraits.Saying));

    // "Willy-Brandt-Platz" by its last part.
    private bool IsDesignator(string folded, in NameToken token)
    {
        var last = folded[(folded.LastIndexOf('-') + 1)..];
        return _designators.Contains(last) || last.Length < folded.Length && last is "haus" or "weg" or "ring" or "preis" or "halle"
            || (last.Length < folded.Length || !token.Is(NameTraits.Given | NameTraits.Surname)) && _designatorEnds.Exists(end => folded.Length > end.Length + 2 && folded.EndsWith(end, StringComparison.Ordinal));
    }

    // "d'Emmanuel Macron", "l'Opéra", "L'agent"; "Giscard d'Estaing" is a family name.
    private static void PartElided(string text, List<NameToken> tokens, Vocabulary vocabulary)
    {
        var parted = new List<NameToken>(tokens.Count + 16);
        foreach (var token in tokens)
        {
            var apostrophe = token.IsCapital ? text.AsSpan(token.Start, token.End - token.Start).IndexOfAny('\'', '’') : -1;
            var rest = token.Start + apostrophe + 1;
            if (apostrophe is < 1 or > LongestElided || rest >= token.End || !IsElided(text.AsSpan(token.Start, apostrophe)))
            {
                parted.Add(token);
                continue;
            }
            var id = vocabulary.IdOf(text.AsSpan(rest, token.End - rest));
            var traits = id < 0 ? 0 : vocabulary.Traits(id);
            if (parted.Count > 0 && parted[^1].IsCapital && token.Has(TokenFlags.SpaceBefore) && !token.Has(TokenFlags.SentenceStart) && (traits & NameTraits.Given) == 0 && text[token.Start] is 'd')
            {
                parted.Add(token);
                continue;
            }
            parted.Add(token with { End = rest, Word = vocabulary.IdOf(text.AsSpan(token.Start, apostrophe)), Traits = NameTraits.Function, Shape = WordShape.Lower, Flags = token.Flags & ~TokenFlags.Possessive });
            parted.Add(token with { Start = rest, Word = id, Traits = traits, Shape = char.IsUpper(text[rest]) ? WordShape.Capital : WordShape.Lower, Flags = token.Flags & TokenFlags.Possessive });
        }
        if (parted.Count == tokens.Count)
            return;
        tokens.Clear();
        tokens.AddRange(parted);
    }

    private static bool IsElided(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestElided];
        return word.ToLowerInvariant(lower) > 0 && lower[..word.Length] is "d" or "l" or "qu" or "s" or "n" or "c" or "j" or "m" or "t" or "jusqu" or "lorsqu" or "puisqu" or "dell" or "all" or "dall" or "nell" or "sull" or "un" or "quell";
    }

    public bool IsSmallWord(in NameToken token, Vocabulary vocabulary) => token.Word >= 0 && (vocabulary.Languages(token.Word) & _bit) != 0;
}
