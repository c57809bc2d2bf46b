namespace Search.Core.Tagging;

/// <summary>
/// Chooses among the parts of a tag the one to show: <c>Nansen / Onchain Analytics for Investors</c> is shown as <c>Nansen</c>. Only for
/// the label; it makes no two tags one.
/// </summary>
internal static class PartName
{
    /// <summary>The part to show; null where the whole is the name.</summary>
    public static string? Of(IReadOnlyList<TagPart> parts)
    {
        var (head, tail) = (parts[0].Text, parts[^1].Text);
        var tailWords = TagWords.Split(TagWords.Key(tail));
        if (tailWords.Length >= 2 && tailWords[^1] is "act" or "acts" or "treaty" && !char.IsDigit(tail[0]))
            return tail;
        if (parts[1].Separator is TagSeparator.Colon or TagSeparator.Stop or TagSeparator.Tab)
            return null;
        var headWords = TagWords.Split(TagWords.Key(head));
        if (headWords.Length == 0 || tailWords.Length == 0)
            return null;
        if (SpellingReader.IsSlogan(headWords) && !SpellingReader.IsSlogan(tailWords) && parts[^1].Separator is TagSeparator.Slash or TagSeparator.Dash)
            return tail;
        if (headWords[0] == "about" && parts.Count == 2)
            return tail;
        if (Vocabulary.Works.AtStart(headWords) == headWords.Length)
            return null;
        if (parts.Count == 2 && headWords.Length == 2 && headWords[1] == "division" && tailWords.Length > 2)
            return tail;
        var standsAlone = SpellingReader.CanStandAlone(head);
        if (parts[1].Separator == TagSeparator.Slash)
            return standsAlone || headWords.Length == 1 && tailWords.Length >= 3 && !PlaceName.IsPlace(headWords[0]) && char.IsUpper(head[0]) && !Vocabulary.Headings.Contains(headWords[0])
                && Vocabulary.Titles.AtStart(headWords) == 0 ? TagBracket.Cut(head).Rest : null;
        return standsAlone && (TagWords.Split(TagWords.Key(parts[1].Text)).Length >= 4 || TagBracket.Cut(parts[1].Text).Acronym is not null || PlaceName.IsPlace(TagWords.Key(parts[1].Text)))
            ? TagBracket.Cut(head).Rest : null;
    }
}
