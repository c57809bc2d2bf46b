namespace Search.Core.People;

/// <summary>
/// Reads the office or occupation that a text gives with a name: before it (<c>Attorney General Ann Lee</c>, <c>former police chief
/// Ann Lee</c>) or behind it between commas (<c>Ann Lee, the attorney general of Ohio,</c>).
/// </summary>
internal sealed class RoleReader(NameData data, string text, Vocabulary vocabulary, List<NameToken> tokens)
{
    private const int MostChars = 90;
    private const int MostWordsBefore = 8;
    private const int MostWordsBehind = 12;
    private const int MostWordsOfOffice = 5;

    private static readonly Dictionary<string, string> Spelled = new(StringComparer.Ordinal)
    {
        ["sen"] = "Senator", ["rep"] = "Representative", ["gov"] = "Governor", ["gen"] = "General", ["lt"] = "Lieutenant", ["col"] = "Colonel", ["sgt"] = "Sergeant", ["capt"] = "Captain",
        ["prof"] = "Professor", ["rev"] = "Reverend", ["adm"] = "Admiral", ["maj"] = "Major", ["cmdr"] = "Commander", ["pres"] = "President", ["amb"] = "Ambassador", ["sec"] = "Secretary", ["det"] = "Detective",
        ["supt"] = "Superintendent", ["cpl"] = "Corporal", ["pvt"] = "Private", ["sens"] = "Senator", ["reps"] = "Representative", ["govs"] = "Governor", ["gens"] = "General", ["profs"] = "Professor",
    };

    // With other words part of an office ("senior adviser"), alone none.
    private static readonly HashSet<string> NoneAlone = new(StringComparer.Ordinal) { "senior", "great", "fellow", "giant", "figure" };

    /// <summary>The role given with this mention; null where there is none.</summary>
    /// <param name="candidate">The mention.</param>
    /// <param name="nextName">First token of the next name of several words; the number of tokens where there is none.</param>
    public string? Read(in NameCandidate candidate, int nextName)
    {
        if (tokens[candidate.First].Has(TokenFlags.CapitalsLine | TokenFlags.TitleLine))
            return null;
        return Before(candidate) ?? Behind(candidate, nextName);
    }

    private string? Before(in NameCandidate candidate)
    {
        var first = candidate.First;
        var at = first - 1;
        if (at < 0 || tokens[first].Has(TokenFlags.ParagraphStart) || tokens[at].Has(TokenFlags.Possessive))
            return null;
        var start = IsRole(tokens[at]) ? at : OfficeOf(at);
        if (start < 0 || IsVerb(at))
            return null;
        var words = 1;
        while (start > 0 && words < MostWordsBefore && !tokens[start].Has(TokenFlags.SentenceStart) && Joins(start - 1))
        {
            start--;
            words++;
        }
        // "the singer Sir Ann Lee": the courtesy is no part of what she does.
        while (at > start && IsRole(tokens[at - 1]) && tokens[at - 1].IsLower && tokens[at].IsCapital && (IsCourtesy(tokens[at]) || tokens[at].Is(NameTraits.MaleTitle | NameTraits.FemaleTitle)))
            at--;
        // "then-", "the", "Dear": what begins with grammar or an address begins behind it.
        while (start < at && (tokens[start].Shape == WordShape.Mark || tokens[start].Is(NameTraits.Function) && !IsOffice(start) || tokens[start].Has(TokenFlags.SentenceStart) && IsAddress(start)))
            start++;
        // "Die Organistin Dr. Ann Lee", "El director Ann Lee": the office without article and degree.
        if (start < at && Word(at) is "dr")
            at--;
        if (start < at && tokens[start].Has(TokenFlags.SentenceStart) && Word(start) is "die" or "der" or "el" or "la" or "le" or "il" or "o" or "a" && IsRole(tokens[start + 1]))
            start++;
        return words == 1 && start == at && IsCourtesy(tokens[at]) ? null : Text(start, at + 1);
    }

    // "Secretary of State Ann Lee", "Director of National Intelligence Ann Lee": where the office begins; -1 for no office.
    private int OfficeOf(int at)
    {
        var i = at;
        while (i > 1 && at - i < MostWordsOfOffice && tokens[i].IsCapital && !tokens[i].Has(TokenFlags.SentenceStart | TokenFlags.Possessive) || i > 1 && i < at && Word(i) is "and" or "the")
            i--;
        return i < at && i > 0 && Word(i) is "of" && IsRole(tokens[i - 1]) && tokens[i - 1].IsCapital ? i - 1 : -1;
    }

    // "voted to convict Ann Lee", "will host Ann Lee": no office, but what is done to her.
    private bool IsVerb(int at)
        => tokens[at].IsLower && at > 0 && Word(at - 1) is "to" or "would" or "will" or "can" or "could" or "should" or "may" or "might" or "must" or "not" or "cannot" or "didn’t" or "didn't";

    private bool IsAddress(int at) => Word(at) is "dear" || tokens[at].Is(NameTraits.Word) && !tokens[at].Is(NameTraits.RoleModifier | NameTraits.Role) && Word(at).EndsWith("ing", StringComparison.Ordinal);

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
        return token.Is(NameTraits.RoleModifier) || token.Is(NameTraits.Role) && !token.Is(NameTraits.Function);
    }

    private string? Behind(in NameCandidate candidate, int nextName)
    {
        var comma = candidate.End;
        if (comma + 1 >= tokens.Count || tokens[comma].Mark != ',' || tokens[candidate.End - 1].Has(TokenFlags.Possessive))
            return null;
        var start = comma + 1;
        while (start < tokens.Count && Word(start) is "the" or "a" or "an" && tokens[start].IsLower)
            start++;
        var role = -1;
        var end = start;
        for (; end < tokens.Count && end - start <= MostWordsBehind; end++)
        {
            var token = tokens[end];
            if (token.Has(TokenFlags.ParagraphStart) || token.Shape == WordShape.Mark && token.Mark is not ('-' or '&') || token.IsLower && token.Is(NameTraits.Saying) && !token.Is(NameTraits.Role))
                break;
            if (role >= 0 && token.IsLower && Word(end) is "who" or "whose" or "that" or "which" or "and" or "or" or "was" or "is" or "has" or "had" or "as" or "when" or "in" or "with" or "into" or "on" or "after" or "from" or "over" or "during" or "by" or "about" or "against" or "since" or "turned")
                break;
            // "Ann Lee, Republican voters cheered": a sentence goes on.
            if (role >= 0 && token.IsLower && (token.Is(NameTraits.Doing) || Word(end) is "almost" or "always" or "never" or "also" or "still" or "often" || Word(end).EndsWith("ly", StringComparison.Ordinal) || Word(end).EndsWith("ed", StringComparison.Ordinal)) && !token.Is(NameTraits.Role | NameTraits.RoleModifier))
                return null;
            if (role >= 0 && token.IsLower && token.Is(NameTraits.Word) && Word(end).EndsWith("ing", StringComparison.Ordinal) && !token.Is(NameTraits.RoleModifier))
                break;
            if (role < 0 && end - start < 5 && IsRole(token))
                role = end;
            else if (role < 0 && (end - start >= 5 || token.IsLower && token.Is(NameTraits.Function)))
                return null;
        }
        // "Ann Lee, Attorney General Bob Fox and …" is a list, not an apposition.
        if (nextName < end && !IsOwned(role, nextName))
            return null;
        // What goes on to the end of the sentence without a comma may be the predicate.
        return role < 0 || end >= tokens.Count ? null : Text(start, end);
    }

    // "adviser to Senator Bob Fox": a preposition ties the other name to the office.
    private bool IsOwned(int role, int nextName)
    {
        if (role < 0 || nextName < role)
            return nextName < role && tokens[nextName].Is(NameTraits.Given);
        for (var i = role + 1; i < nextName; i++)
            if (tokens[i].IsLower && Word(i) is "to" or "of" or "for" or "under" or "at")
                return true;
        return false;
    }

    private static bool IsRole(in NameToken token) => token.Is(NameTraits.Role | NameTraits.Title) && !token.Is(NameTraits.Function) && token.Shape is WordShape.Lower or WordShape.Capital;

    private bool IsCourtesy(in NameToken token)
        => token.Is(NameTraits.MaleTitle | NameTraits.FemaleTitle) && !token.Is(NameTraits.Role) || Word(token) is "honorable" or "honourable" or "hon";

    private bool IsOffice(int at) => tokens[at].Is(NameTraits.Role);

    private string? Text(int start, int end)
    {
        var from = tokens[start].Start;
        var to = tokens[end - 1].End;
        if (to <= from || to - from > MostChars)
            return null;
        var role = text[from..to].TrimEnd('.', ' ').ReplaceLineEndings(" ");
        // The owner is another's affair: "the governor's press secretary".
        for (var i = end - 2; i >= start; i--)
            if (tokens[i].Has(TokenFlags.Possessive))
                return Text(i + 1, end);
        var last = tokens[end - 1];
        // "expects the team to win", "former president to speak at", "senior": a sentence or an adjective, no office.
        if (tokens[start].IsLower && tokens[start].Is(NameTraits.Saying | NameTraits.Doing) && !tokens[start].Is(NameTraits.Role | NameTraits.RoleModifier) || last.IsLower && last.Is(NameTraits.Function)
            || start == end - 1 && (NoneAlone.Contains(Word(last)) || !last.Is(NameTraits.Role | NameTraits.Title)))
            return null;
        if (last.IsCapital && Spelled.TryGetValue(Word(last), out var spelled))
            role = string.Concat(text.AsSpan(from, last.Start - from), spelled);
        else if (role.EndsWith('s') && last.Word >= 0 && !data.IsRole(Word(last)) && data.IsRole(Word(last)[..^1]))
            role = role[..^1];
        if (start > 1 && tokens[start - 1].Mark == '-' && Word(start - 2) is "ex")
            role = "former " + role;
        return role.Length < 3 ? null : role;
    }

    private string Word(int at) => Word(tokens[at]);

    private string Word(in NameToken token) => token.Word >= 0 ? vocabulary.Folded(token.Word) : "";
}
