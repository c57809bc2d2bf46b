using System.Collections.Frozen;

namespace Search.Core.Quotes;

/// <summary>What a word does in a sentence, as far as finding the subject of a verb needs it.</summary>
internal enum WordKind : byte
{
    /// <summary>Any other word in lower case: a noun, an adjective, a verb that attributes nothing.</summary>
    Plain,

    /// <summary>A capitalised word that is in no person's name.</summary>
    Capital,

    /// <summary>A person's name, whole.</summary>
    Name,
    Pronoun,
    Determiner,

    /// <summary>His, her, their: a determiner that points at a person.</summary>
    Possessive,
    Preposition,
    Conjunction,
    Subordinator,
    Relative,
    Auxiliary,
    Adverb,
    Time,
    Number,
    Verb,

    /// <summary>Statement, words: with a possessive before it, it attributes like a verb.</summary>
    SpeechNoun,
    Comma,
    Colon,
    Semicolon,
    Dash,

    /// <summary>The end of a sentence.</summary>
    Stop,

    /// <summary>A quotation, whole.</summary>
    Quote,
}

/// <summary>The small words of English by their part in a sentence.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<string, WordKind> Kinds = Build();
    private static readonly FrozenDictionary<string, WordKind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a word; <see cref="WordKind.Plain"/> or <see cref="WordKind.Capital"/> for all that is in no list.</summary>
    public static WordKind Of(ReadOnlySpan<char> word)
    {
        if (Lookup.TryGetValue(word, out var kind))
            return kind == WordKind.Time && char.IsLower(word[0]) ? WordKind.Plain : kind; // March; to march
        if (word.EndsWith("ly", StringComparison.Ordinal) && word.Length > 4 && char.IsLower(word[0]))
            return WordKind.Adverb;
        return char.IsUpper(word[0]) ? WordKind.Capital : WordKind.Plain;
    }

    private static FrozenDictionary<string, WordKind> Build()
    {
        var kinds = new Dictionary<string, WordKind>(StringComparer.OrdinalIgnoreCase);
        void Add(WordKind kind, string words)
        {
            foreach (var word in words.Split(' '))
                kinds.Add(word, kind);
        }
        Add(WordKind.Pronoun, "he she they i we you it him them us me hers theirs everyone everybody someone somebody nobody anyone");
        Add(WordKind.Possessive, "his her their my our your its");
        Add(WordKind.Determiner, "the a an this these those some one two three four five six seven eight nine ten several many most both each another any no every other few such various numerous dozens");
        Add(WordKind.Preposition, "of in on at to for from with by about against during over under through between among amid into onto upon within without near behind beyond despite like than via per toward towards "
            + "across along outside inside off up down out around alongside throughout beneath above below regarding concerning following including except versus");
        Add(WordKind.Conjunction, "and but or nor yet so");
        Add(WordKind.Subordinator, "that if when while because although though as after before since until unless whether where once whereas why how what lest");
        Add(WordKind.Relative, "who which whom whose whoever");
        Add(WordKind.Auxiliary, "is are was were be been being am has have had having do does did will would can could may might must shall should isn't wasn't aren't weren't don't doesn't didn't won't wouldn't can't couldn't "
            + "isn’t wasn’t aren’t weren’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t hasn't haven't hadn't hasn’t haven’t hadn’t cannot ought go goes went");
        Add(WordKind.Adverb, "also later then again ever never still just only even already often today yesterday tomorrow tonight now soon further instead however meanwhile himself herself themselves itself myself ourselves not always "
            + "sometimes nonetheless nevertheless there here too together once-again thus therefore otherwise elsewhere perhaps maybe indeed altogether rather quite almost previously twice afterward afterwards meantime moreover "
            + "furthermore likewise besides anyway though-not online aloud first finally long early late flatly partly else alone hereby thereby back recently specifically");
        Add(WordKind.Time, "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
            + "mon tue tues wed thu thurs fri sat sun");
        Add(WordKind.Plain, "family rally ally assembly supply bully monopoly anomaly tally belly jelly italy butterfly");
        Add(WordKind.SpeechNoun, "statement words warning suggestion assertion allegation argument declaration response speech testimony line description characterization characterisation phrase opinion belief accusation announcement "
            + "observation admission conclusion prediction threat complaint advice memo letter essay column memoir book op-ed assessment proclamation explanation contention insistence acknowledgment proposal criticism rant assurance "
            + "insult rhetoric mantra slogan motto definition caption plea brief email filing op-eds lawsuit ruling order dissent article piece analysis newsletter editorial petition dispatch blog comment remark claim tweet post message promise pledge vow question answer reply boast joke quip request demand call");
        foreach (var plural in new[] { "statements", "warnings", "suggestions", "assertions", "allegations", "arguments", "remarks", "comments", "claims", "tweets", "posts", "predictions", "threats", "complaints", "promises", "insults", "criticisms" })
            kinds.TryAdd(plural, WordKind.SpeechNoun);
        return kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
