using System.Text.Json;

namespace Search.Bench.Relatedness;

/// <summary>A post with the posts that somebody judged beside it: 2 is the same or a continuing story, 1 clearly related, 0 neither.</summary>
/// <param name="Id">Id of the post: its file's name without the ending.</param>
/// <param name="Grades">Grade of every judged post by its id.</param>
internal sealed record JudgedPost(string Id, IReadOnlyDictionary<string, int> Grades)
{
    /// <summary>Reads <c>{"post", "related": {path: grade}, "judged": [paths]}</c>, one a line, or three columns <c>id TAB id TAB grade</c>.</summary>
    public static IReadOnlyList<JudgedPost> Read(string file) => file.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? Columns(file) : Lines(file);

    /// <summary>
    /// The same out of judged queries: a post that is what a searcher for a topic wants, beside the other posts judged for that topic. Rougher than
    /// judgements of relatedness, and of other posts: a check on what was chosen by those.
    /// </summary>
    public static IReadOnlyList<JudgedPost> OfTopics(string file)
    {
        const int mostOfTopic = 5;
        var posts = new List<JudgedPost>();
        foreach (var line in File.ReadLines(file))
        {
            using var query = JsonDocument.Parse(line);
            if (query.RootElement.GetProperty("type").GetString() is not ("topic" or "person+topic"))
                continue;
            var grades = GradesOf(query.RootElement, "relevant");
            foreach (var wanted in grades.Where(g => g.Value == 2).OrderBy(g => g.Key, StringComparer.Ordinal).Take(mostOfTopic))
                posts.Add(new(wanted.Key, grades.Where(g => g.Key != wanted.Key).ToDictionary(StringComparer.Ordinal)));
        }
        return posts;
    }

    private static List<JudgedPost> Lines(string file)
    {
        var posts = new List<JudgedPost>();
        foreach (var line in File.ReadLines(file))
        {
            using var post = JsonDocument.Parse(line);
            posts.Add(new(IdOf(post.RootElement.GetProperty("post").GetString()!), GradesOf(post.RootElement, "related")));
        }
        return posts;
    }

    private static List<JudgedPost> Columns(string file) =>
    [
        .. File.ReadLines(file)
            .Select(line => line.Split('\t'))
            .GroupBy(row => row[0], StringComparer.Ordinal)
            .Select(rows => new JudgedPost(rows.Key, rows.ToDictionary(row => row[1], row => int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal))),
    ];

    private static Dictionary<string, int> GradesOf(JsonElement judged, string graded)
    {
        var grades = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in judged.GetProperty("judged").EnumerateArray())
            grades[IdOf(path.GetString()!)] = 0;
        foreach (var grade in judged.GetProperty(graded).EnumerateObject())
            grades[IdOf(grade.Name)] = grade.Value.GetInt32();
        return grades;
    }

    private static string IdOf(string path) => Path.GetFileNameWithoutExtension(path);
}
