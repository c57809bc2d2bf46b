using System.Collections.Frozen;
using Search.Core.Text;

namespace Search.Core.Tagging;

/// <summary>The general word lists of this room (Tagging/Words), read once.</summary>
internal static class Vocabulary
{
    public static PhraseList Titles { get; } = new(TitleLines().Select(line => "^ " + line));

    /// <summary>Titles of a single word.</summary>
    public static IReadOnlyList<string> TitleWords { get; } = [.. TitleLines().Select(TagWords.Key).Where(title => !title.Contains(' ', StringComparison.Ordinal))];

    public static PhraseList Organisations { get; } = new(Lines("organisations"));

    public static PhraseList Works { get; } = new(Lines("works"));

    public static PhraseList Events { get; } = new(Lines("events"));

    public static PhraseList PlaceWords { get; } = new(Lines("placewords"));

    public static FrozenSet<string> Headings { get; } = Lines("headings").Select(TagWords.Key).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Given names without those that are ordinary words, but for the usual ones among them.</summary>
    public static FrozenSet<string> GivenNames { get; } = Shared(WordLists.GivenNames).Except(Shared(WordLists.Words)).Concat(Lines("givennames").SelectMany(line => line.Split(' '))).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names of places as keys.</summary>
    public static FrozenSet<string> Places { get; }

    /// <summary>Keys of the states of the United States by postal code (lower case).</summary>
    public static FrozenDictionary<string, string> States { get; }

    /// <summary>Page titles of a site's entrance, which stand in front as well as behind.</summary>
    public static FrozenSet<string> Entrances { get; } = Marked("sites", '<');

    public static FrozenSet<string> SiteNames { get; } = Marked("sites", '=');

    public static FrozenSet<string> SloganWords { get; } = Marked("sites", '~');

    public static IReadOnlyList<string> SiteOpenings { get; } = [.. Marked("sites", '^').Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> SiteWords { get; } = [.. Marked("sites", '*').Order(StringComparer.Ordinal)];

    static Vocabulary()
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines("places"))
        {
            if (line.StartsWith("us ", StringComparison.Ordinal) && !line.Contains(',', StringComparison.Ordinal))
            {
                var name = TagWords.Key(line[6..]);
                states[line[3..5]] = name;
                places.Add(name);
            }
            else
                foreach (var place in line.Split(','))
                    places.Add(TagWords.Key(place));
        }
        places.Remove("");
        Places = places.ToFrozenSet(StringComparer.Ordinal);
        States = states.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Titles that are ordinary words or names as well need a sentence to be told by.
    private static IEnumerable<string> TitleLines() => WordLists.Read(WordLists.Titles).Where(entry => !entry.Section.EndsWith("-or-word", StringComparison.Ordinal))
        .SelectMany(entry => entry.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Concat(Lines("titles"));

    private static FrozenSet<string> Marked(string list, char mark) =>
        Lines(list).Where(line => line[0] == mark).Select(line => TagWords.Key(line[1..])).ToFrozenSet(StringComparer.Ordinal);

    private static List<string> Lines(string list) => [.. WordLists.Read("Tagging.Words." + list).Select(entry => entry.Line)];

    private static IEnumerable<string> Shared(string list) => WordLists.Read(list).SelectMany(entry => entry.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(TagWords.Key);
}
