using Search.Core.People;

namespace Search.Core.Quotes;

/// <summary>
/// The words after a quotation's dash, read as a speaker: <c>– Senator Jane Doe (D-OH)</c>, <c>– the outlet’s analyst Jane Doe</c>, <c>– Jane Doe, a nurse</c>,
/// <c>– said Jane Doe</c>, <c>– The Gazette</c>, <c>– letter to the editor</c>.
/// </summary>
/// <param name="Text">The signature without a leading verb and a closing remark.</param>
/// <param name="Name">The person's name; null where it is an outlet, an office or a source.</param>
/// <param name="Role">Title before the name, party in brackets, office after it; null without any.</param>
/// <param name="Verb">A verb of saying in it; null without one.</param>
internal sealed record Signature(string Text, string? Name, string? Role, string? Verb)
{
    // Last words of the names of outlets, offices and groups.
    private static readonly HashSet<string> GroupWords = new(
        ("news press times post journal gazette herald tribune guardian observer chronicle magazine review report department committee commission association university institute board court office union party "
        + "council agency network foundation center centre group company inc corp llc bank club campaign administration team staff house senate congress government ministry bureau service services society college "
        + "school church radio tv television media today daily weekly website blog newsletter newspaper dictionary encyclopedia constitution act bible declaration report statement letter brief memo filing order").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    // Words before a name that are a title or an office, not a part of it.
    private static readonly HashSet<string> TitleWords = new(
        ("president vice senator sen representative rep congressman congresswoman governor gov mayor secretary attorney general judge justice chief chairman chairwoman chair speaker leader minister prime premier chancellor king queen prince "
        + "princess pope cardinal bishop archbishop reverend rev father sister brother rabbi imam doctor dr professor prof mr mrs ms miss mx sir dame lord lady captain capt colonel col major maj lieutenant lt sergeant sgt "
        + "officer detective sheriff deputy commissioner ambassador director administrator ceo cfo founder editor host anchor reporter correspondent columnist analyst author writer journalist attorney lawyer counsel spokesman "
        + "spokeswoman spokesperson coach former acting retired late then state us u.s. house senate republican democratic democrat independent first lady press adm admiral brigadier commander cmdr private pvt corporal cpl rear "
        + "solicitor comptroller treasurer councilman councilwoman councilor assemblyman assemblywoman delegate del hon honorable saint st elder pastor nobel laureate activist actor actress comedian singer economist historian").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Particles = new("de da di du del della von van der den bin ibn al el la le dos das ter y".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the words after a dash; null where they are no signature.</summary>
    public static Signature? Read(string words, NameFinder names)
    {
        var text = words.Trim().TrimEnd('.', ' ', '\u200b', '"', '\'');
        if (text.EndsWith('”') && !text.Contains('“', StringComparison.Ordinal))
            text = text.TrimEnd('”');
        if (text.Length is 0 or > 400)
            return null;
        string? verb = null;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && SpeechVerbs.Of(text.AsSpan(0, space)) is { Class: VerbClass.Say, Form: VerbForm.Finite } && char.IsLower(text[0]))
            (verb, text) = (text[..space], text[(space + 1)..].TrimStart());
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var kept = parts.Length;
        for (var i = 1; i < parts.Length; i++)
        {
            // “…, posted on X”: a remark on the saying, not an office.
            var first = parts[i].Split(' ')[0];
            if (first.Length > 0 && char.IsLower(first[0]) && SpeechVerbs.Of(first) is { Class: VerbClass.Say, Form: VerbForm.Finite })
            {
                (verb, kept) = (verb ?? first, i);
                break;
            }
        }
        var suffix = kept > 1 && parts[1].TrimEnd('.') is "Jr" or "Sr" or "II" or "III";
        var head = suffix ? parts[0] + " " + parts[1] : parts[0];
        var after = string.Join(", ", parts[(suffix ? 2 : 1)..kept]);
        text = after.Length > 0 ? head + ", " + after : head;
        var (name, before, brackets) = SplitName(head);
        if (name is not null && Known(name, names) is { } known)
            (name, before) = (known, $"{before} {name[..^known.Length]}".Trim());
        var role = name is null ? null : string.Join(' ', new[] { before, brackets }.Where(s => s.Length > 0)) is var title && after.Length > 0 && !name.EndsWith(after, StringComparison.OrdinalIgnoreCase)
            ? title.Length > 0 ? title + ", " + after : after
            : title.Length > 0 ? title : null;
        return new Signature(text, name, role, verb);
    }

    // A longer run that ends in a person's name: “Ontario Premier Jane Doe”.
    private static string? Known(string name, NameFinder names)
    {
        var found = names.Find(name);
        foreach (var mention in found.Mentions)
            if (mention.End == name.Length && mention.Start > 0 && mention.Kind == MentionKind.Full && found.People[mention.Person].IsAccepted)
                return name[mention.Start..];
        return null;
    }

    // The run of capitalised words that closes the head is the name, without the titles that open it.
    private static (string? Name, string Before, string Brackets) SplitName(string head)
    {
        var brackets = "";
        if (head.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
        {
            brackets = head[open..];
            head = head[..open].TrimEnd();
        }
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // What follows the name without a comma: “Jane Doe of Ohio”, “Jane Doe in a letter”.
        var end = words.Length;
        for (var i = 2; i < words.Length; i++)
            if (SpeechVerbs.Of(words[i]) is { Class: VerbClass.Say, Form: VerbForm.Finite } || char.IsUpper(words[0][0]) && !Particles.Contains(words[i]) && char.IsLower(words[i][0]) && Words.Of(words[i]) is WordKind.Preposition or WordKind.Conjunction)
            {
                end = i;
                break;
            }
        var start = end;
        while (start > 0 && (IsNameWord(words[start - 1]) || start < end && Particles.Contains(words[start - 1])))
            start--;
        while (start < end && Particles.Contains(words[start]) && char.IsLower(words[start][0]))
            start++;
        for (var i = start; i < end; i++)
        {
            var word = words[i].TrimEnd('.').TrimEnd(':');
            if (i + 1 < end && (TitleWords.Contains(word) || word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal)))
                start = i + 1;
        }
        if (start >= end || end - start > 6 || GroupWords.Contains(words[end - 1]) || words[start] is "The" or "A" || TitleWords.Contains(words[end - 1].TrimEnd('.')))
            return (null, "", brackets);
        if (end - start == 1 && words[start].Length <= 4 && words[start].All(char.IsUpper))
            return (null, "", brackets); // an acronym
        if (words[..start].Any(w => w is "to" or "from" or "by" or "in" or "on" or "about" or "against"))
            return (null, "", brackets); // “letter to Jane Doe”
        var before = string.Join(' ', words[..start]);
        var rest = end < words.Length ? string.Join(' ', words[end..]) : "";
        return (string.Join(' ', words[start..end]), before, rest.Length > 0 ? (brackets.Length > 0 ? rest + " " + brackets : rest) : brackets);
    }

    private static bool IsNameWord(string word) =>
        char.IsUpper(word[0]) || word[0] is '“' or '"' or '‘' or '\'' or '(' && word.Length > 1 && char.IsUpper(word[1]);
}
