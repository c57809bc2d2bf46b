using System.Collections.Frozen;
using Search.Core.People;
using Search.Core.Text;

namespace Search.Core.Quotes;

/// <summary>
/// What attribution needs of a language other than English: its small words by their part in a sentence, its verbs of saying, its words for
/// "according to", the gender of its pronouns. The lists are <c>Text/Languages/*.txt</c>; English stands in <see cref="Words"/> and <see cref="SpeechVerbs"/>.
/// </summary>
internal sealed class Tongue
{
    private const int SampleWords = 400;
    private const int LeastSmallWords = 4;

    private static readonly Tongue[] Others = [new("de"), new("es"), new("fr"), new("it"), new("pt")];
    private static readonly WordKind[] English = [WordKind.Determiner, WordKind.Preposition, WordKind.Conjunction, WordKind.Auxiliary, WordKind.Pronoun, WordKind.Possessive, WordKind.Subordinator];

    private readonly FrozenDictionary<string, WordKind>.AlternateLookup<ReadOnlySpan<char>> _kinds;
    private readonly FrozenDictionary<string, WordKind>.AlternateLookup<ReadOnlySpan<char>> _elided;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _male;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _female;
    private readonly int _ofAnySource;

    private Tongue(string code)
    {
        var kinds = new Dictionary<string, WordKind>(StringComparer.OrdinalIgnoreCase);
        var sections = WordLists.Read(WordLists.Languages + code).ToLookup(entry => entry.Section, entry => entry.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var kind in Enum.GetValues<WordKind>())
            foreach (var word in sections[kind.ToString().ToLowerInvariant()].SelectMany(words => words))
                kinds.TryAdd(word, kind);
        var (male, female) = (sections["he"].SelectMany(words => words).ToList(), sections["she"].SelectMany(words => words).ToList());
        foreach (var word in male.Concat(female))
            kinds.TryAdd(word, WordKind.Pronoun);
        _elided = kinds.Where(entry => entry.Key[^1] == '’').ToFrozenDictionary(entry => entry.Key[..^1], entry => entry.Value, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _kinds = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _male = male.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _female = female.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        According = [.. sections["according"], .. sections["according-name"]];
        _ofAnySource = sections["according"].Count();
    }

    /// <summary>Phrases before a source, by their words: <c>de acuerdo con</c>, <c>laut</c>.</summary>
    public IReadOnlyList<string[]> According { get; }

    /// <summary>True for a phrase of <see cref="According"/> that means other things as well and needs a person's name behind it: <c>para</c>, <c>so</c>.</summary>
    public bool NeedsName(int phrase) => phrase >= _ofAnySource;

    /// <summary>The language whose small words a text's beginning is made of; null for English and for all that has no list.</summary>
    public static Tongue? Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Others.Length];
        int english = 0, start = -1, words = 0;
        for (var i = 0; i <= text.Length && words < SampleWords; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0)
                    start = i;
                continue;
            }
            if (start < 0)
                continue;
            var word = text[start..i];
            start = -1;
            words++;
            if (English.Contains(Words.Of(word)))
                english++;
            for (var o = 0; o < counts.Length; o++)
                if (Others[o].KindOf(word) is not (WordKind.Plain or WordKind.Capital or WordKind.Verb))
                    counts[o]++;
        }
        var best = 0;
        for (var o = 1; o < counts.Length; o++)
            if (counts[o] > counts[best])
                best = o;
        return counts[best] >= LeastSmallWords && counts[best] > 1.5 * english ? Others[best] : null;
    }

    /// <summary>The kind of a word; <see cref="WordKind.Plain"/> or <see cref="WordKind.Capital"/> for all that is in no list.</summary>
    public WordKind KindOf(ReadOnlySpan<char> word)
    {
        if (word is [.., '\'' or '’'])
            return _elided.TryGetValue(word[..^1], out var elided) ? elided : WordKind.Plain;
        if (_kinds.TryGetValue(word, out var kind))
            return kind;
        var participle = word.TrimEnd('s').TrimEnd('e'); // indignée, indignés
        if (participle.Length < word.Length && participle is [.., 'é'] && _kinds.TryGetValue(participle, out kind))
            return kind;
        return char.IsUpper(word[0]) ? WordKind.Capital : WordKind.Plain;
    }

    public Gender GenderOf(ReadOnlySpan<char> pronoun) => _male.Contains(pronoun) ? Gender.Male : _female.Contains(pronoun) ? Gender.Female : Gender.Unknown;

    /// <summary>Where a pronoun hangs on its verb (<c>explique-t-il</c>): the ends of the verb and the start of the pronoun; false for other words.</summary>
    public bool HasPronounBehind(ReadOnlySpan<char> word, out int verbEnd, out int pronoun)
    {
        pronoun = word.LastIndexOf('-') + 1;
        verbEnd = pronoun - 1;
        if (pronoun < 2 || GenderOf(word[pronoun..]) == Gender.Unknown)
            return false;
        if (word[..verbEnd].EndsWith("-t"))
            verbEnd -= 2;
        return KindOf(word[..verbEnd]) is WordKind.Verb or WordKind.Auxiliary;
    }
}
