using Search.Core.Text;

namespace Search.Core.Tagging;

/// <summary>Chooses the words shown for a group of spellings.</summary>
internal static class TagLabel
{
    public static string Of(TagGroup group)
    {
        group.Inferred = Inferred(group);
        return group.Authority?.Name ?? group.Inferred;
    }

    private static string Inferred(TagGroup group)
    {
        if (group.NamesPerson && group.PersonFromOwner && group.KnownPerson is { } known)
            return known;
        // "Governor Field" alone tells no full name; the texts do.
        if (group.NamesPerson && group.KnownPerson is { } named && !group.Spellings.Exists(spelling => spelling.Person is { SurnameOnly: false }))
            return named;
        var best = Best(group, group.NamesPerson ? spelling => spelling.Person is { SurnameOnly: false } person ? person.FullName : null : _ => null);
        if (group.NamesPerson && group.KnownPerson is { } inTexts && PersonName.Read(best) is { HasInitials: true } name && name.BareKey == TagWords.Key(inTexts))
            return inTexts;
        return best.Length > 0 || group.Raws.Count == 0 ? best : group.Raws[0].Text;
    }

    /// <summary>Gives tags that would be shown with the same words their fuller words, or what tells them apart: a seat, a country, a date.</summary>
    public static void TellApart(List<TagGroup> groups)
    {
        // By what would be shown without the owner's file, so that labels do not change when he writes them down.
        foreach (var same in SameLabels(groups, group => group.Inferred))
            foreach (var group in same)
                if (group.Authority is null && group.Main is { Parts.Count: > 0 } main)
                    group.Label = main.Core;
        foreach (var same in SameLabels(groups, group => group.Label))
            foreach (var group in same.OrderByDescending(group => group.Authority is not null).ThenByDescending(group => group.Posts.Length).ThenBy(group => group.Raws.Count > 0 ? group.Raws[0].Text : "", StringComparer.Ordinal).Skip(1))
                if (group.Authority is null && Distinction(group) is { } what)
                    group.Label = $"{group.Label} ({what})";
    }

    private static List<List<TagGroup>> SameLabels(List<TagGroup> groups, Func<TagGroup, string> labelOf) =>
        [.. groups.Where(group => labelOf(group).Length > 0).GroupBy(group => TagWords.Key(labelOf(group)), StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.ToList())];

    private static string? Capital(string? key) => key is { Length: > 0 } ? string.Join(' ', key.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) : null;

    private static string? Distinction(TagGroup group)
    {
        foreach (var spelling in group.Spellings)
        {
            var code = spelling.Seat ?? (spelling.Acronym is { Length: <= 2 } short2 ? short2 : null);
            if ((code?.ToUpperInvariant() ?? Capital(spelling.Date ?? spelling.Country)) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>The slug of a label whose marks tell names apart in technical writing: <c>c-sharp</c>, <c>c-plus-plus</c>.</summary>
    public static string SlugOf(string label, string plain)
    {
        if (label.AsSpan().IndexOfAny('#', '+', '$') < 0)
            return plain.Length > 0 ? plain : "tag";
        var key = TagWords.Key(label);
        var words = key.Replace("#", " sharp", StringComparison.Ordinal).Replace("+", " plus", StringComparison.Ordinal).Replace("$", "dollar ", StringComparison.Ordinal);
        var slug = Slug.Of(words);
        return slug.Length > 0 ? slug : "tag";
    }

    private static bool Opens(string text, string words) => text.StartsWith(words, StringComparison.OrdinalIgnoreCase);

    private static string Best(TagGroup group, Func<TagSpelling, string?> person)
    {
        var votes = new Dictionary<string, (int Posts, bool Plain)>(StringComparer.Ordinal);
        var full = group.NamesPerson && group.Spellings.Exists(spelling => spelling.Person is { SurnameOnly: false });
        for (var i = 0; i < group.Spellings.Count; i++)
        {
            var spelling = group.Spellings[i];
            var words = person(spelling) ?? spelling.Name;
            if (words.Length == 0 || full && spelling.Person is { SurnameOnly: true })
                continue;
            var plain = group.NamesPerson && spelling.Person is { HasInitials: false, SurnameOnly: false };
            votes[words] = (votes.GetValueOrDefault(words).Posts + group.Raws[i].Posts.Count, plain);
        }
        // The script of the collection's other tags, then grammar's fuller form.
        return votes.OrderByDescending(vote => SpellingGrouper.IsLatin(vote.Key)).ThenByDescending(vote => vote.Value.Plain)
            .ThenByDescending(vote => votes.Count > 1 && vote.Key.Contains(" of the ", StringComparison.OrdinalIgnoreCase) && votes.ContainsKey(vote.Key.Replace(" of the ", " of ", StringComparison.OrdinalIgnoreCase)))
            .ThenByDescending(vote => votes.Count > 1 && Opens(vote.Key, "Department of") | Opens(vote.Key, "Ministry of") | Opens(vote.Key, "Government of"))
           .ThenByDescending(vote => vote.Value.Posts).ThenBy(vote => vote.Key, StringComparer.Ordinal)
            .Select(vote => vote.Key).FirstOrDefault("");
    }
}
