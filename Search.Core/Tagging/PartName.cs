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
        if (Bill(parts) is { } bill)
            return bill;
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
            return standsAlone || headWords.Length == 1 && parts.Skip(1).Sum(part => TagWords.Split(TagWords.Key(part.Text)).Length) >= 3 && IsNameAlone(head, headWords) ? TagBracket.Cut(head).Rest : null;
        var behind = parts.Skip(1).Sum(part => TagWords.Split(TagWords.Key(TagBracket.Cut(part.Text).Rest)).Length);
        if (headWords.Length == 1 && behind >= 3 && IsNameAlone(head, headWords) && !Vocabulary.Organisations.Marks(tailWords) && !Vocabulary.Events.Marks(tailWords) && !SpellingReader.IsDomain(TagBracket.Cut(tail).Rest) && PersonName.Read(tail) is null)
            return head;
        return standsAlone && (TagWords.Split(TagWords.Key(parts[1].Text)).Length >= 4 || TagBracket.Cut(parts[1].Text).Acronym is not null || PlaceName.IsPlace(TagWords.Key(parts[1].Text)))
            ? TagBracket.Cut(head).Rest : null;
    }

    private static bool IsNameAlone(string head, string[] words) =>
        !PlaceName.IsPlace(words[0]) && char.IsUpper(head[0]) && !Vocabulary.Headings.Contains(words[0]) && Vocabulary.Titles.AtStart(words) == 0;

    // "Text – H.R.12 – 90th Congress (1967-1968): Tide Act": number and title say which bill it is.
    private static string? Bill(IReadOnlyList<TagPart> parts)
    {
        for (var i = 0; i + 2 < parts.Count; i++)
            if (char.IsDigit(parts[i].Text[^1]) && parts[i].Text.Length <= 14 && !parts[i].Text.Contains(' ', StringComparison.Ordinal) && parts[i].Text.Contains('.', StringComparison.Ordinal)
                && TagWords.Split(TagWords.Key(parts[i + 1].Text)) is [var session, "congress", ..] && char.IsDigit(session[0]))
                return $"{parts[i].Text} {parts[i + 2].Text}";
        return null;
    }
}
