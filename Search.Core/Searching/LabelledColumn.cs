using Search.Core.Facets;
using Search.Core.Model;

namespace Search.Core.Searching;

/// <summary>A column of slugs with the labels that people see.</summary>
internal sealed class LabelledColumn(SlugColumn slugs, Dictionary<string, string> labels, Func<string, string?> alias)
{
    public SlugColumn Slugs { get; } = slugs;

    /// <summary>How many documents have the slug; a little high while deleted ones are still in old segments.</summary>
    public int Frequency(int ordinal) => Slugs.Frequency(ordinal);

    /// <summary>The ordinal of a slug, or of the label that an old or other spelling's slug belongs to; -1 for none.</summary>
    public int OrdinalOf(string slug) => Slugs.OrdinalOf(slug) is >= 0 and var exact ? exact : alias(slug) is { } canonical ? Slugs.OrdinalOf(canonical) : -1;

    public Label LabelOf(int ordinal) => LabelOf(Slugs.SlugOf(ordinal));

    public Label LabelOf(string slug) => new(slug, labels.GetValueOrDefault(slug, slug));
}
