namespace Search.Core.People;

/// <summary>
/// Reads the office or occupation that a text gives with a name: before it (<c>Attorney General Ann Lee</c>, <c>former police chief
/// Ann Lee</c>) or behind it between commas (<c>Ann Lee, the attorney general of Ohio,</c>).
/// </summary>
internal sealed class RoleReader(string text, Vocabulary vocabulary, List<NameToken> tokens)
{
    private const int MostChars = 90;
    private const int MostWordsBefore = 8;
    private const int MostWordsBehind = 14;

    private static readonly Dictionary<string, string> Spelled = new(StringComparer.Ordinal)
    {
        ["sen"] = "Senator", ["rep"] = "Representative", ["gov"] = "Governor", ["gen"] = "General", ["lt"] = "Lieutenant", ["col"] = "Colonel", ["sgt"] = "Sergeant", ["capt"] = "Captain",
        ["prof"] = "Professor", ["rev"] = "Reverend", ["adm"] = "Admiral", ["maj"] = "Major", ["cmdr"] = "Commander", ["pres"] = "President", ["amb"] = "Ambassador", ["sec"] = "Secretary", ["det"] = "Detective",
        ["supt"] = "Superintendent", ["cpl"] = "Corporal", ["pvt"] = "Private",
    };

    /// <summary>The role given with this mention; null where there is none.</summary>
    public string? Read(in NameCandidate candidate)
    {
        if (tokens[candidate.First].Has(TokenFlags.CapitalsLine | TokenFlags.TitleLine))
            return null;
        return Before(candidate) ?? Behind(candidate);
    }

    private string? Before(in NameCandidate candidate)
    {
        var first = candidate.First;
        var at = first - 1;
        if (at < 0 || tokens[first].Has(TokenFlags.ParagraphStart) || !IsRole(tokens[at]) || tokens[at].Has(TokenFlags.Possessive))
            return null;
        var start = at;
        var words = 1;
        while (start > 0 && words < MostWordsBefore && !tokens[start].Has(TokenFlags.SentenceStart) && Joins(start - 1))
        {
            start--;
            words++;
        }
        // "then-", "the": what begins with grammar begins behind it.
        while (start < at && tokens[start].Is(NameTraits.Function) && !IsOffice(start))
            start++;
        return words == 1 && IsCourtesy(tokens[at]) ? null : Text(start, at + 1);
    }

    private bool Joins(int at)
    {
        var token = tokens[at];
        if (token.Has(TokenFlags.Possessive | TokenFlags.Machine))
            return false;
        if (token.Shape == WordShape.Mark)
            return token.Mark == '-' && at > 0 && tokens[at - 1].Shape != WordShape.Mark;
        if (token.IsCapital)
            return (!token.Is(NameTraits.Function) || token.Shape == WordShape.Initials) && !token.Is(NameTraits.Calendar) && (!token.Has(TokenFlags.SentenceStart) || tokens[at + 1].IsCapital || token.Is(NameTraits.Role | NameTraits.RoleModifier | NameTraits.Place | NameTraits.Demonym | NameTraits.Title));
        // "Health and Human Services Secretary"
        if (token.Word >= 0 && vocabulary.Folded(token.Word) == "and")
            return at > 0 && tokens[at - 1].Is(NameTraits.RoleModifier) && !tokens[at - 1].Is(NameTraits.Role) && tokens[at - 1].IsCapital == tokens[at + 1].IsCapital && !tokens[at + 1].Is(NameTraits.Title);
        return token.Is(NameTraits.RoleModifier) || token.Is(NameTraits.Role) && !token.Is(NameTraits.Function) || token.Word >= 0 && vocabulary.Folded(token.Word) is "of" && at > 0 && IsRole(tokens[at - 1]);
    }

    private string? Behind(in NameCandidate candidate)
    {
        var comma = candidate.End;
        if (comma + 1 >= tokens.Count || tokens[comma].Mark != ',' || tokens[candidate.End - 1].Has(TokenFlags.Possessive))
            return null;
        var start = comma + 1;
        while (start < tokens.Count && tokens[start].IsLower && tokens[start].Word >= 0 && vocabulary.Folded(tokens[start].Word) is "the" or "a" or "an")
            start++;
        var role = -1;
        var end = start;
        for (; end < tokens.Count && end - start <= MostWordsBehind; end++)
        {
            var token = tokens[end];
            if (token.Has(TokenFlags.ParagraphStart) || token.Shape == WordShape.Mark && token.Mark is not ('-' or '&' or '’' or '‘') || token.IsLower && token.Is(NameTraits.Saying) && !token.Is(NameTraits.Role))
                break;
            if (token.IsLower && token.Word >= 0 && vocabulary.Folded(token.Word) is "who" or "whose" or "that" or "which" or "and" or "was" or "is" or "has" or "had" or "as" or "when" or "in" && role >= 0)
                break;
            if (role < 0 && end - start < 5 && IsRole(token))
                role = end;
            else if (role < 0 && (end - start >= 5 || token.IsLower && token.Is(NameTraits.Function)))
                return null;
        }
        // What goes on to the end of the sentence without a comma may be the predicate.
        return role < 0 || end >= tokens.Count ? null : Text(start, end);
    }

    private static bool IsRole(in NameToken token) => token.Is(NameTraits.Role | NameTraits.Title) && !token.Is(NameTraits.Function) && token.Shape is WordShape.Lower or WordShape.Capital;

    private static bool IsCourtesy(in NameToken token)
        => token.Is(NameTraits.MaleTitle | NameTraits.FemaleTitle) && !token.Is(NameTraits.Role);

    private bool IsOffice(int at) => tokens[at].Is(NameTraits.Role);

    private string? Text(int start, int end)
    {
        var from = tokens[start].Start;
        var to = tokens[end - 1].End;
        if (to <= from || to - from > MostChars)
            return null;
        var role = text[from..to].TrimEnd('.', ' ').ReplaceLineEndings(" ");
        var last = tokens[end - 1];
        if (last.Word >= 0 && last.IsCapital && Spelled.TryGetValue(vocabulary.Folded(last.Word), out var spelled))
            return string.Concat(text.AsSpan(from, last.Start - from), spelled);
        return role.Length < 3 ? null : role;
    }
}
