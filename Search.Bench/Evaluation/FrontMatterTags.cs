namespace Search.Bench.Evaluation;

/// <summary>The tags of a post's front matter, split at commas: enough for measuring, no reader of front matter.</summary>
internal static class FrontMatterTags
{
    public static IEnumerable<(string Key, IReadOnlyList<string> Tags, IReadOnlyList<string> Categories)> Of(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(path);
            var end = lines.Length == 0 || lines[0] != "---" ? -1 : Array.IndexOf(lines, "---", 1);
            if (end > 0)
                yield return (Path.GetRelativePath(folder, path), Field(lines, end, "tags:"), Field(lines, end, "categories:"));
        }
    }

    private static List<string> Field(string[] lines, int end, string name)
    {
        var start = Array.FindIndex(lines, 1, end - 1, line => line.StartsWith(name, StringComparison.Ordinal));
        if (start < 0)
            return [];
        var value = lines[start][name.Length..];
        for (var i = start + 1; i < end && !value.TrimEnd().EndsWith(']') && (lines[i].StartsWith(' ') || lines[i].StartsWith('-') || value.Contains('[', StringComparison.Ordinal)); i++)
            value += (lines[i].TrimStart().StartsWith("- ", StringComparison.Ordinal) ? "," : " ") + lines[i].TrimStart(' ', '-');
        return [.. value.Trim().TrimStart('[').TrimEnd(']').Split(',').Select(tag => tag.Trim().Trim('"', '\'')).Where(tag => tag.Length > 0)];
    }
}
