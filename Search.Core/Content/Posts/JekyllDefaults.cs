namespace Search.Core.Content;

/// <summary>
/// Front matter that Jekyll's configuration gives to files by their path and type (jekyll/frontmatter_defaults.rb): of two scopes that apply the
/// longer path, then the one with a type, wins.
/// </summary>
internal static class JekyllDefaults
{
    public static FrontMap Under(FrontMap keys, string path, string type, SiteConfiguration site)
    {
        if (site.Settings["defaults"] is not FrontList defaults)
            return keys;
        var applying = new List<(int Length, bool HasType, int Order, FrontMap Values)>();
        foreach (var item in defaults.Items)
            if (item is FrontMap set && set.Map("values") is { } values)
            {
                var scope = set.Map("scope");
                var scopePath = scope?.Text("path") ?? "";
                var scopeType = scope?.Text("type");
                if ((scopeType is null || SameType(scopeType, type)) && Covers(scopePath.Trim('/'), path))
                    applying.Add((scopePath.Trim('/').Length, scopeType is not null, applying.Count, values));
            }
        if (applying.Count == 0)
            return keys;
        var entries = new List<FrontEntry>();
        foreach (var (_, _, _, values) in applying.OrderBy(set => set.Length).ThenBy(set => set.HasType).ThenBy(set => set.Order))
            entries.AddRange(values.Entries);
        // The last entry of a key counts, so what the file says comes last; categories of both are joined.
        foreach (var entry in keys.Entries)
            if (!entry.Value.IsNull || !entries.Exists(other => other.Key == entry.Key))
                entries.Add(entry.Key == "categories" && entries.FindLast(other => other.Key == "categories") is { Value: { } given } ? entry with { Value = Joined(given, entry.Value) } : entry);
        return new FrontMap(entries, keys.Line);
    }

    private static FrontList Joined(FrontValue given, FrontValue own) => new([.. Items(given), .. Items(own)], own.Line);

    private static IEnumerable<FrontValue> Items(FrontValue value) => value switch
    {
        FrontList list => list.Items,
        FrontScalar { Quoted: false } scalar => scalar.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new FrontScalar(word, true, scalar.Line)),
        _ => [value],
    };

    private static bool SameType(string configured, string type) => configured switch
    {
        "post" => type == "posts",
        "page" => type == "pages",
        "draft" => type == "drafts",
        _ => configured == type,
    };

    private static bool Covers(string scope, string path)
    {
        if (scope.Length == 0)
            return true;
        if (!scope.Contains('*'))
            return path.StartsWith(scope, StringComparison.Ordinal);
        // A pattern covers the folders that it matches, and what is below them.
        var segments = path.Split('/');
        var depth = scope.Split('/').Length;
        for (var count = depth; count <= segments.Length; count++)
            if (System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(scope, string.Join('/', segments[..count]), ignoreCase: false))
                return true;
        return false;
    }
}
