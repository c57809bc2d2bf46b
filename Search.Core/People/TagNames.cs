namespace Search.Core.People;

/// <summary>Cuts a tag or category down to the name that it may hold: <c>Ann Lee (D-OH) / LinkedIn</c> holds <c>Ann Lee</c>.</summary>
internal static class TagNames
{
    private static readonly string[] Partings = [" / ", " – ", " — ", " - ", " | ", " > ", " (", ", ", ": "];

    public static string NameOf(string tag)
    {
        var end = tag.Length;
        foreach (var parting in Partings)
        {
            var at = tag.IndexOf(parting, StringComparison.Ordinal);
            // "William (Bill) Smith" goes on behind the bracket.
            if (parting == " (" && at > 0 && tag.IndexOf(')', at) is var close && close > 0 && close + 2 < tag.Length && char.IsUpper(tag[close + 2]) && close - at < 14)
                continue;
            if (at > 0 && at < end)
                end = at;
        }
        return tag[..end].Trim();
    }
}
