using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Bench.Evaluation;

/// <summary>
/// Scores the recognition of people: canonical names a post against labelled posts, and distinct person strings a document against texts
/// with marked persons. Errors are listed by name where a writer for them is given.
/// </summary>
internal sealed class PeopleScore
{
    private readonly NameFinder _finder;
    private readonly Dictionary<string, (Post Post, DocumentNames Names)> _posts = new(StringComparer.Ordinal);

    private PeopleScore(NameFinder finder, PeopleCatalog catalog) => (_finder, Catalog) = (finder, catalog);

    public PeopleCatalog Catalog { get; private set; }

    public TimeSpan FindTime { get; private set; }

    public TimeSpan BuildTime { get; private set; }

    public long Chars { get; private set; }

    /// <summary>Finds the names of all posts and builds their catalog.</summary>
    public static PeopleScore Read(IEnumerable<Post> posts, IReadOnlyList<AuthorityEntry> owned)
    {
        var score = new PeopleScore(new NameFinder(NameData.Default, owned), PeopleCatalog.Empty);
        var builder = new PeopleCatalogBuilder(NameData.Default);
        foreach (var entry in owned)
            builder.AddAuthority(entry);
        foreach (var post in posts)
        {
            var start = Environment.CpuUsage.TotalTime;
            var names = score._finder.Find(post);
            score.FindTime += Environment.CpuUsage.TotalTime - start;
            score.Chars += post.Text.Length;
            score._posts[post.Key] = (post, names);
            builder.Add(post.Date, NameFacts.Of(names));
        }
        var before = Environment.CpuUsage.TotalTime;
        score.Catalog = builder.Build();
        score.BuildTime = Environment.CpuUsage.TotalTime - before;
        return score;
    }

    /// <summary>Canonical names in the text of each labelled post; optional names and bylines count neither way. Case, diacritics, full stops and hyphens make no difference.</summary>
    public Counts Posts(string goldPath, TextWriter? errors)
    {
        var counts = new Counts();
        foreach (var line in File.ReadLines(goldPath))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var key = row.GetProperty("post").GetString()!;
            var entry = _posts.FirstOrDefault(p => p.Key == key || key.EndsWith("/" + p.Key, StringComparison.Ordinal));
            var expected = Set(row, "people");
            var either = Set(row, "optional");
            either.UnionWith(Set(row, "bylines"));
            either.ExceptWith(expected);
            var found = entry.Value.Post is null ? [] : Catalog.Resolve(entry.Value.Names, entry.Value.Post.Date).People
                .Where(p => (p.Fields & NameField.Text) != 0).Select(p => Normal(p.Person.Label)).Where(name => !either.Contains(name)).ToHashSet(StringComparer.Ordinal);
            counts.Add(found, expected);
            if (errors is not null)
                Print(errors, key, found, expected);
        }
        return counts;
    }

    /// <summary>Distinct strings of person mentions a document, each document by itself.</summary>
    public static Counts Strings(string markedPath, TextWriter? errors)
    {
        var finder = new NameFinder(NameData.Default);
        var counts = new Counts();
        foreach (var (id, text, expected) in Marked(markedPath))
        {
            var names = finder.Find(text);
            var found = names.Mentions.Where(m => names.People[m.Person].IsAccepted).Select(m => text[m.Start..m.End]).ToHashSet(StringComparer.Ordinal);
            counts.Add(found, expected);
            if (errors is not null)
                Print(errors, id, found, expected);
        }
        return counts;
    }

    /// <summary>The same with the documents as one collection, as the indexer sees them.</summary>
    /// <param name="markedPath">Texts with marked persons.</param>
    /// <param name="withOpen">Counts names too that name somebody, but nobody knows whom.</param>
    /// <param name="errors">Receives every error; null for none.</param>
    public static Counts StringsOfCollection(string markedPath, bool withOpen, TextWriter? errors)
    {
        var finder = new NameFinder(NameData.Default);
        var builder = new PeopleCatalogBuilder(NameData.Default);
        var documents = Marked(markedPath).Select(d => (d.Id, d.Text, d.Persons, Names: finder.Find(d.Text))).ToList();
        foreach (var document in documents)
            builder.Add(null, NameFacts.Of(document.Names));
        var catalog = builder.Build();
        var counts = new Counts();
        foreach (var (id, text, expected, names) in documents)
        {
            var resolution = catalog.Resolve(names);
            var open = withOpen ? resolution.Open.SelectMany(o => o.Mentions) : [];
            var found = resolution.People.SelectMany(p => p.Mentions).Concat(open).Select(m => text[m.Start..m.End]).ToHashSet(StringComparer.Ordinal);
            counts.Add(found, expected);
            if (errors is not null)
                Print(errors, id, found, expected);
        }
        return counts;
    }

    public string Speed() => string.Create(CultureInfo.InvariantCulture,
        $"{_posts.Count} posts, {Chars / 1e6:0.0} M characters found in {FindTime.TotalMilliseconds:0} ms of processor time ({Chars / 1e6 / Math.Max(0.001, FindTime.TotalSeconds):0.0} M/s), catalog of {Catalog.People.Count} people built in {BuildTime.TotalMilliseconds:0} ms");

    private static IEnumerable<(string Id, string Text, HashSet<string> Persons)> Marked(string path)
    {
        using var file = File.OpenRead(path);
        using var unzipped = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(unzipped);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            yield return (row.GetProperty("id").ToString(), row.GetProperty("text").GetString()!, row.GetProperty("persons").EnumerateArray().Select(p => p.GetProperty("text").GetString()!).ToHashSet(StringComparer.Ordinal));
        }
    }

    private static HashSet<string> Set(JsonElement row, string name)
        => row.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(v => Normal(v.GetString()!)).ToHashSet(StringComparer.Ordinal) : [];

    private static string Normal(string name) => NameParts.Fold(name).Replace('-', ' ');

    private static void Print(TextWriter errors, string id, HashSet<string> found, HashSet<string> expected)
    {
        foreach (var wrong in found.Except(expected).Order(StringComparer.Ordinal))
            errors.WriteLine($"wrong   {id}  {wrong}");
        foreach (var missed in expected.Except(found).Order(StringComparer.Ordinal))
            errors.WriteLine($"missed  {id}  {missed}");
    }
}
