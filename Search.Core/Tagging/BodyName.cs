namespace Search.Core.Tagging;

/// <summary>
/// The usual form of the name of a body that belongs to a place: <c>Peru Government</c> is shown as <c>Government of Peru</c>, <c>City of Bath ME</c>
/// as <c>City of Bath, Maine</c>, <c>Peru – Ministry of Fish</c> as <c>Ministry of Fish of Peru</c>. Only for the label; it makes no two tags one.
/// </summary>
internal static class BodyName
{
    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal) { "ministry", "department", "government", "parliament", "embassy", "office", "president", "presidency" };

    private static readonly HashSet<string> Communes = new(StringComparer.Ordinal) { "city", "town", "village", "county", "borough", "township", "port", "parish" };

    private static readonly HashSet<string> WithArticle = new(StringComparer.Ordinal) { "us", "usa", "uk", "uae", "united states", "united kingdom", "united arab emirates", "netherlands", "philippines", "bahamas", "gambia", "maldives" };

    public static string Of(string core)
    {
        var words = core.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return core;
        if (words.Length <= 4 && words[^1] == "Government" && PlaceName.IsPlace(TagWords.Key(string.Join(' ', words[..^1]))))
            return (WithArticle.Contains(TagWords.Key(string.Join(' ', words[..^1]))) ? "Government of the " : "Government of ") + string.Join(' ', words[..^1]);
        if (words.Length >= 3 && words[^1].Length == 2 && words[^1].AsSpan().ContainsOnlyCapitals() && Vocabulary.States.TryGetValue(TagWords.Key(words[^1]), out var state)
            && (Communes.Contains(TagWords.Key(words[0])) && words[1] == "of" || Communes.Contains(TagWords.Key(words[^2]))))
            return string.Join(' ', words[..^1]).TrimEnd(',') + ", " + Capital(state);
        return core;
    }

    /// <summary>The office with its place behind it; null where the parts are not a place and its office.</summary>
    public static string? OfPlace(IReadOnlyList<TagPart> parts)
    {
        var place = parts[0].Text;
        if (parts.Count != 2 || parts[1].Separator is not (TagSeparator.Dash or TagSeparator.Slash) || !PlaceName.IsPlace(TagWords.Key(place)))
            return null;
        var words = TagBracket.Cut(parts[1].Text).Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 2 && Acronym.IsWritten(words[^1]))
            words = words[..^1];
        if (words.Length < 2 || words[1] is not ("of" or "for") || !Offices.Contains(TagWords.Key(words[0])))
            return null;
        var office = string.Join(' ', words);
        return office.Contains(place, StringComparison.OrdinalIgnoreCase) ? office : $"{office} of {place}";
    }

    private static string Capital(string key) => string.Join(' ', key.Split(' ').Select(word => word is "of" ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
