namespace Search.Core.Tagging;

/// <summary>
/// What stands in brackets behind a name, closed or not: an acronym, a party and seat, the number of a term, a repetition. Other brackets stay with the name.
/// </summary>
internal readonly record struct TagBracket
{
    /// <summary>The text without the brackets that are understood.</summary>
    public string Rest { get; init; }

    /// <summary>Key of the acronym; null where there is none.</summary>
    public string? Acronym { get; init; }

    /// <summary>Postal code of the seat in lower case; null where there is none.</summary>
    public string? Seat { get; init; }

    public bool Party { get; init; }

    /// <summary>Ordinal of a term of office, <c>(47)</c>; 0 where there is none.</summary>
    public int Number { get; init; }

    public static TagBracket Cut(string text)
    {
        text = text.TrimEnd('(', ' ');
        var open = text.LastIndexOf('(');
        if (open <= 0)
            return new TagBracket { Rest = text };
        if (SwappedName(text) is { } swapped)
            return swapped;
        var inner = text[(open + 1)..].Trim('(', ')', ' ', '.', ',');
        var close = text.IndexOf(')', open);
        // Only a bracket at the end, or one that was never closed.
        if (close >= 0 && text.AsSpan(close + 1).Trim(" ().,").Length > 0 || inner.Length == 0)
            return inner.Length == 0 ? new TagBracket { Rest = TagText.Trim(text[..open].TrimEnd('(', ' ')) } : new TagBracket { Rest = text };
        var rest = text[..open].TrimEnd('(', ' ');
        if (rest.Length == 0)
            return new TagBracket { Rest = text };
        // "(NTB - Home)": the title of a page behind the acronym.
        if (inner.LastIndexOfAny(['-', '–', '|', '/']) is var dash and > 0 && Vocabulary.Entrances.Contains(TagWords.Key(inner[(dash + 1)..])))
            inner = inner[..dash].TrimEnd();
        if (IsPartySeat(inner, out var seat))
            return new TagBracket { Rest = rest, Party = true, Seat = seat };
        if (inner.Length <= 2 && inner.All(char.IsDigit) && PersonName.Read(rest) is { } person && (person.Title.Length > 0 || person.Strength >= 0.7))
            return new TagBracket { Rest = rest, Number = int.Parse(inner, System.Globalization.CultureInfo.InvariantCulture) };
        if (inner[0] == '@')
            return new TagBracket { Rest = rest };
        if (IsAcronym(inner))
            return new TagBracket { Rest = rest, Acronym = TagWords.Key(inner).Replace(" ", "", StringComparison.Ordinal) };
        // "Department of Treasury (Treasury)": the bracket repeats a word of the name.
        var key = TagWords.Key(inner);
        return key.Length > 0 && (" " + TagWords.Key(rest) + " ").Contains(" " + key + " ", StringComparison.Ordinal) ? new TagBracket { Rest = rest } : new TagBracket { Rest = text };
    }

    // "Field (D-CA) Nora", "Nora Field (D-CA) Nora": pasted from a list that is sorted by surname.
    private static TagBracket? SwappedName(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        if (open <= 0 || close < 0 || close + 2 >= text.Length || !IsPartySeat(text[(open + 1)..close].Trim(), out var seat))
            return null;
        var (before, after) = (text[..open].Trim(), text[(close + 1)..].Trim());
        if (after.Contains(' ', StringComparison.Ordinal) || !char.IsUpper(after[0]))
            return null;
        var name = before.Contains(' ', StringComparison.Ordinal) ? before.StartsWith(after + " ", StringComparison.Ordinal) ? before : null : after + " " + before;
        return name is null ? null : new TagBracket { Rest = name, Party = true, Seat = seat };
    }

    // "(D-CA)", "(R-TX23)", "(I-VT)", "(D-NY 14)", "(Labour-…)" is not read. One to three capitals, a hyphen, a postal code.
    private static bool IsPartySeat(string inner, out string? seat)
    {
        seat = null;
        var hyphen = inner.IndexOfAny(['-', '–', '‑', '—']);
        if (hyphen is < 1 or > 3 || !inner.AsSpan(0, hyphen).ContainsOnlyCapitals())
            return false;
        var after = inner[(hyphen + 1)..].TrimStart();
        if (after.Length >= 2 && char.IsUpper(after[0]) && char.IsUpper(after[1]) && (after.Length == 2 || !char.IsLetter(after[2])))
        {
            var code = after[..2].ToLowerInvariant();
            if (Vocabulary.States.ContainsKey(code))
                seat = code;
            return seat is not null || hyphen == 1;
        }
        return hyphen == 1 && after.StartsWith("District", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAcronym(string inner)
    {
        if (inner.Length > 12 || inner.Contains(' ', StringComparison.Ordinal) && inner.Length > 8)
            return false;
        int upper = 0, letters = 0, digits = 0;
        foreach (var c in inner)
        {
            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c))
                    upper++;
            }
            else if (char.IsDigit(c))
                digits++;
            else if (c is not ('.' or '-' or '/' or '&' or ' '))
                return false;
        }
        return letters >= 2 && digits <= 1 && upper * 2 > letters;
    }
}

/// <summary>Tests on spans of characters.</summary>
internal static class CharSpans
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c))
                return false;
        return text.Length > 0;
    }

    public static bool ContainsOnlyCapitals(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterUpper(c))
                return false;
        return text.Length > 0;
    }
}
