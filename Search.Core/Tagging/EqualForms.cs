namespace Search.Core.Tagging;

/// <summary>
/// The key of a name in which forms that grammar makes equal are one: a leading article before two words and more, "of the" and "of",
/// "Treasury Department" and "Department of the Treasury", "January 6th" and "January 6".
/// </summary>
internal static class EqualForms
{
    /// <summary>A number in brackets amid the words stands behind them, and a title before a body's name goes: <c>President Field (47) Cabinet</c> is <c>Field Cabinet (47)</c>.</summary>
    public static string NumberBehind(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        if (open <= 0 || close - open is < 2 or > 3 || !text.AsSpan(open + 1, close - open - 1).ContainsOnlyDigits())
            return text;
        var number = text[open..(close + 1)];
        var name = (text[..open].TrimEnd() + " " + text[(close + 1)..].TrimStart()).Trim();
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var title = Vocabulary.Titles.AtStart(Array.ConvertAll(words, TagWords.Key));
        if (title > 0 && words.Length >= title + 2 && Vocabulary.Organisations.AtEnd(Array.ConvertAll(words, TagWords.Key)) > 0)
            name = string.Join(' ', words[title..]);
        return name + " " + number;
    }

    public static string Key(string text)
    {
        var words = TagWords.Split(TagWords.Key(text)).ToList();
        if (words.Count > 2 && words[0] == "the")
            words.RemoveAt(0);
        for (var i = words.Count - 2; i > 0; i--)
            if (words[i] == "the" && words[i - 1] is "of" or "for" or "in" && i + 1 < words.Count)
                words.RemoveAt(i);
        for (var i = 1; i < words.Count; i++)
            if (TagDate.IsMonth(words[i - 1]) && words[i].Length is 3 or 4 && char.IsAsciiDigit(words[i][0]) && words[i][^2..] is "st" or "nd" or "rd" or "th")
                words[i] = words[i][..^2];
        if (words.Count == 2 && words[1] is "department" or "ministry" && words[0].Length > 3)
            words = [words[1], "of", words[0]];
        else if (words.Count is 2 or 3 && words[^1] == "government" && Vocabulary.Places.Contains(string.Join(' ', words.SkipLast(1))))
            words = [words[^1], "of", .. words.SkipLast(1)];
        return string.Join(' ', words);
    }
}
