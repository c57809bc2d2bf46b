using System.Collections.Concurrent;
using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Ingestion;

/// <summary>
/// One label per slug: spellings that differ only in case, marks and punctuation are one, shown as most documents write it.
/// Once everything is added it may be asked by many threads.
/// </summary>
internal sealed class LabelTable
{
    private readonly Dictionary<string, Dictionary<string, int>> spellings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Label> labels = new(StringComparer.Ordinal);

    public void Add(IReadOnlyList<string> raw)
    {
        foreach (var spelling in raw)
        {
            var slug = Slug.Of(spelling);
            if (slug.Length == 0)
                continue;
            if (!spellings.TryGetValue(slug, out var counts))
                spellings.Add(slug, counts = new(StringComparer.Ordinal));
            counts[spelling] = counts.GetValueOrDefault(spelling) + 1;
        }
    }

    /// <summary>Every label that a spelling of the content has, once.</summary>
    public IEnumerable<Label> Used => spellings.Keys.Select(s => Resolve(s)!.Value).DistinctBy(l => l.Slug, StringComparer.Ordinal);

    /// <summary>Null for a spelling without letters and digits.</summary>
    public Label? Resolve(string raw)
    {
        var slug = Slug.Of(raw);
        if (slug.Length == 0)
            return null;
        if (labels.TryGetValue(slug, out var label))
            return label;
        var text = spellings.TryGetValue(slug, out var counts)
            ? counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key
            : raw;
        label = new(slug, text.Trim());
        labels[slug] = label;
        return label;
    }
}
