using Search.Core.Analysis;
using Search.Core.Model;
using Search.Core.Tagging;

namespace Search.Core.Searching;

/// <summary>People and tags that a text names.</summary>
/// <param name="People">Slugs with how often each is named, most often first.</param>
/// <param name="Tags">Slugs.</param>
/// <param name="TagCounts">Slugs of tags with how often each is named.</param>
internal sealed record NamedInText(IReadOnlyDictionary<string, int> People, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, int> TagCounts);

/// <summary>
/// Finds the people and tags of the collection in a text that is not in it: by their labels and aliases, the longest first, without regard to case and
/// diacritics. A name that two people or two tags share finds neither; a person's surname alone finds nobody.
/// </summary>
internal sealed class KnownNames
{
    private const int MaxWords = 8;

    private readonly Dictionary<string, (string? Person, string? Tag)> byWords = new(StringComparer.Ordinal);

    // By the first word of names, the most words that one of them has.
    private readonly Dictionary<string, int> mostWords = new(StringComparer.Ordinal);

    private readonly TextAnalysis analysis;

    public KnownNames(TextAnalysis analysis, IEnumerable<(string Slug, string Name)> people, IEnumerable<KnownTag> tags)
    {
        this.analysis = analysis;
        var ambiguous = new HashSet<(string, bool)>();
        foreach (var (slug, name) in people)
            if (KeyOf(name) is { } key && key.Contains(' ', StringComparison.Ordinal))
                Add(key, slug, isPerson: true, ambiguous);
        foreach (var tag in tags)
            if (!tag.Boilerplate && tag.Kind is not (TagKind.Heading or TagKind.Other))
                foreach (var name in tag.Aliases.Select(a => a.Text).Prepend(tag.Label))
                    if (KeyOf(name) is { Length: > 2 } key)
                        Add(key, tag.Slug, isPerson: false, ambiguous);
        foreach (var (key, isPerson) in ambiguous)
            byWords[key] = isPerson ? (null, byWords[key].Tag) : (byWords[key].Person, null);
    }

    public NamedInText In(string text)
    {
        var words = analysis.Surface(text);
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        var tags = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var from = 0; from < words.Count;)
        {
            var length = Math.Min(mostWords.GetValueOrDefault(words[from].Term), words.Count - from);
            for (; length > 0; length--)
                if (byWords.TryGetValue(Key(words, from, length), out var known) && known is not (null, null))
                {
                    if (known.Person is { } person)
                        people[person] = people.GetValueOrDefault(person) + 1;
                    if (known.Tag is { } tag)
                        tags[tag] = tags.GetValueOrDefault(tag) + 1;
                    break;
                }
            from += Math.Max(1, length);
        }
        return new(
            people.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal),
            [.. tags.Keys.Order(StringComparer.Ordinal)],
            tags);
    }

    private void Add(string key, string slug, bool isPerson, HashSet<(string, bool)> ambiguous)
    {
        var parts = key.Split(' ');
        mostWords[parts[0]] = Math.Max(mostWords.GetValueOrDefault(parts[0]), parts.Length);
        var known = byWords.GetValueOrDefault(key);
        var other = isPerson ? known.Person : known.Tag;
        if (other is not null && other != slug)
            ambiguous.Add((key, isPerson));
        byWords[key] = isPerson ? (slug, known.Tag) : (known.Person, slug);
    }

    // Null for what has no words, or too many to be found in a text.
    private string? KeyOf(string name)
    {
        var words = analysis.Surface(name);
        return words.Count is 0 or > MaxWords ? null : Key(words, 0, words.Count);
    }

    private static string Key(List<Token> words, int from, int length) =>
        length == 1 ? words[from].Term : string.Join(' ', words.GetRange(from, length).Select(w => w.Term));
}
