using System.Globalization;
using System.Text;

namespace Search.Core.Tagging;

/// <summary>
/// The <c>tags.yml</c> that would mend a collection's tags: one entry for each tag in several spellings. What may be the same stands as a
/// remark that only wants its mark taken away. Put into the site's root or <c>_data</c>, it outranks all that is inferred.
/// </summary>
public static class TagsYaml
{
    public static string Of(TagCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var proposals = TagReport.Of(catalog) is var report ? report.Misspellings.Concat(report.Proposals).ToLookup(pair => pair.IntoSlug, StringComparer.Ordinal) : null!;
        var ambiguous = Ambiguous(catalog);
        var claimed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var yaml = new StringBuilder();
        yaml.Append("# One entry a tag: its label, its kind, and the other spellings that mean it. Kinds: person, organisation, place, work, event, topic, heading, other.\n");
        yaml.Append("# Lines behind \"# perhaps\" are proposals: take the marks away from those that are right.\n");
        foreach (var tag in catalog.Tags.OrderByDescending(tag => tag.Posts).ThenBy(tag => tag.Slug, StringComparer.Ordinal))
        {
            var aliases = tag.Aliases.Select(alias => alias.Text).Where(text => text != tag.Label).ToList();
            var perhaps = proposals[tag.Slug].ToList();
            if (aliases.Count == 0 && perhaps.Count == 0 && !tag.Authoritative || ambiguous.Contains(tag.Slug))
                continue;
            yaml.Append("- label: ").Append(Marked(tag.Label)).Append('\n');
            yaml.Append("  kind: ").Append(tag.Kind.ToString().ToLowerInvariant()).Append('\n');
            if (aliases.Count > 0)
                yaml.Append("  aliases:\n");
            foreach (var alias in aliases)
                yaml.Append("    - ").Append(Marked(alias)).Append('\n');
            if (perhaps.Count > 0 && aliases.Count == 0)
                yaml.Append("  # aliases:\n");
            foreach (var pair in perhaps.Where(pair => claimed.Add(pair.Slug)))
                yaml.Append(CultureInfo.InvariantCulture, $"    # perhaps ({pair.Score:0.00}, {OneLine(pair.Reason)}):\n    # - {Marked(pair.Label)}\n");
        }
        return yaml.ToString();
    }

    // Put into the site as it is, the file must change nothing: an entry whose label another tag has too, or is written so, would claim that tag.
    private static HashSet<string> Ambiguous(TagCatalog catalog)
    {
        var spelt = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in catalog.Tags)
            foreach (var alias in tag.Aliases)
                spelt.TryAdd(TagWords.Key(TagText.Clean(alias.Text)), tag.Slug);
        return catalog.Tags.Where(tag => !tag.Authoritative)
            .GroupBy(tag => Text.Slug.Of(tag.Label), StringComparer.Ordinal)
            .SelectMany(same => same.Count() > 1 ? same : same.Where(tag => spelt.TryGetValue(TagWords.Key(TagText.Clean(tag.Label)), out var other) && other != tag.Slug))
            .Select(tag => tag.Slug).ToHashSet(StringComparer.Ordinal);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Marked(string text)
    {
        var marked = new StringBuilder("\"");
        foreach (var c in text)
            if (c is '"' or '\\')
                marked.Append('\\').Append(c);
            else if (c == '\t')
                marked.Append("\\t");
            else if (!char.IsControl(c))
                marked.Append(c);
        return marked.Append('"').ToString();
    }
}
