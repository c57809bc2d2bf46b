using Search.Core.Text;

namespace Search.Core.Searching;

/// <summary>The slugs of the other names of people and the other spellings of tags of one generation, for lists that are searched. Made when first asked for.</summary>
internal sealed class OtherSpellings(OpenGeneration generation)
{
    private readonly Lazy<Dictionary<string, string[]>> people = new(() => Slugs(generation.PeopleBySlug.Values.Select(person => (person.Slug, person.Aliases))));
    private readonly Lazy<Dictionary<string, string[]>> tags = new(() => Slugs(generation.TagCatalog.Tags.Select(tag => (tag.Slug, (IReadOnlyList<string>)[.. tag.Aliases.Select(alias => alias.Text)]))));

    public IReadOnlyList<string> OfPerson(string slug) => people.Value.GetValueOrDefault(slug) ?? [];

    public IReadOnlyList<string> OfTag(string slug) => tags.Value.GetValueOrDefault(slug) ?? [];

    private static Dictionary<string, string[]> Slugs(IEnumerable<(string Slug, IReadOnlyList<string> Names)> labels) =>
        labels.Select(label => (label.Slug, Others: label.Names.Select(Slug.Of).Where(other => other.Length > 0 && other != label.Slug).Distinct(StringComparer.Ordinal).ToArray()))
            .Where(label => label.Others.Length > 0)
            .ToDictionary(label => label.Slug, label => label.Others, StringComparer.Ordinal);
}
