namespace Search.Core.Quotes;

// What stands before the clause of a subject: “Speaking in Ohio,”, “Two weeks later,”, “in Novi, Michigan,”.
internal sealed partial class SubjectReader
{
    private int CommaAfter(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_t[i].Kind is WordKind.Comma or WordKind.Dash)
                return i + 1 < to ? i : -1;
        return -1;
    }

    private bool IsLeadIn(int i)
    {
        var token = _t[i];
        return token.Kind switch
        {
            WordKind.Preposition or WordKind.Subordinator or WordKind.Time or WordKind.Number => true,
            WordKind.Verb => true, // “Speaking in Ohio,”, “Asked about it,”
            WordKind.Plain or WordKind.Capital when Is(i, "last") || Is(i, "next") || Is(i, "earlier") || Is(i, "later") => true,
            WordKind.Plain or WordKind.Capital => _text.AsSpan(token.Start, token.End - token.Start) is var word
                && (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal)) && word.Length > 4,
            WordKind.Determiner when !(Is(i, "the") || Is(i, "a") || Is(i, "an") || Is(i, "some")) && CommaAfter(i, Math.Min(_t.Count, i + 8)) > 0 => true, // “Two weeks later,”
            WordKind.Determiner => CommaAfter(i, Math.Min(_t.Count, i + 8)) is > 0 and var comma && (_t[comma - 1].Kind == WordKind.Adverb || Is(comma - 1, "earlier") || Is(comma - 1, "ago") || comma - i == 2 && Is(comma - 1, "day")), // “A few hours later,”
            _ => false,
        };
    }

    // “in Novi, Michigan, X says”: a capitalised word alone between commas after a lead-in.
    private bool IsPlaceName(int from, int comma)
    {
        for (var i = from; i < comma; i++)
            if (_t[i].Kind is not (WordKind.Capital or WordKind.Plain or WordKind.Number or WordKind.Time or WordKind.Conjunction or WordKind.Adverb or WordKind.Preposition))
                return false;
        return true;
    }
}
