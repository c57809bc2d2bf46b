namespace Search.Core.Suggest;

/// <summary>
/// Titles, people, tags and categories to suggest while somebody types: found by the beginnings of their words in any order, from the first
/// letter on, without regard to case and diacritics, and in spite of a typo. Never changes once it is built; safe for many threads.
/// </summary>
/// <remarks>
/// <code>
/// words      sorted, all with one beginning are one range          postings   word → rows; frequent beginnings as ready bit sets
/// rows       names by rank, topics before posts, shortened         order      rows by their words, with the best of every 64
/// </code>
/// Rows are numbered by rank, so a set of rows is also a ranking. About 105 bytes an entry for a million titles of 60 letters with ids and URLs.
/// </remarks>
public sealed class SuggestIndex
{
    private const int CountsSection = 0;
    private const int WordsSection = 1;
    private const int PostingsSection = WordsSection + WordList.Sections;
    private const int RowsSection = PostingsSection + SuggestPostings.Sections;
    private const int TopicOrderSection = RowsSection + SuggestRows.Sections;
    private const int PostOrderSection = TopicOrderSection + SuggestOrder.Sections;
    private const int AllSections = PostOrderSection + SuggestOrder.Sections;

    private readonly SectionFile _file;

    private SuggestIndex(SectionFile file)
    {
        _file = file;
        var counts = file.Numbers(CountsSection);
        (Rows, TopicRows, Count) = (counts[0], counts[1], counts[2]);
        Words = new WordList(file, WordsSection);
        Postings = new SuggestPostings(file, PostingsSection, Rows);
        Names = new SuggestRows(file, RowsSection);
        Topics = new SuggestOrder(file, TopicOrderSection, Names);
        Posts = new SuggestOrder(file, PostOrderSection, Names);
    }

    /// <summary>Entries that can be found.</summary>
    public int Count { get; }

    /// <summary>Size in memory and on disk.</summary>
    public int Bytes => _file.Bytes;

    internal int Rows { get; }

    /// <summary>So many rows are people, tags and categories; the others are posts.</summary>
    internal int TopicRows { get; }

    internal WordList Words { get; }

    internal SuggestPostings Postings { get; }

    internal SuggestRows Names { get; }

    internal SuggestOrder Topics { get; }

    internal SuggestOrder Posts { get; }

    private static ReadOnlySpan<byte> Magic => "SUGGEST1"u8;

    /// <summary>The index of some entries. The same entries in the same order give the same bytes. An entry without a letter or digit is left out.</summary>
    public static SuggestIndex Build(IEnumerable<SuggestEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var all = entries.ToList();
        // OrderBy is stable: of equal counts the one that was given first comes first.
        return Build(all.Where(entry => entry.Kind != SuggestionKind.Post), all.Where(entry => entry.Kind == SuggestionKind.Post).OrderByDescending(entry => Math.Max(0, entry.Count)));
    }

    /// <summary>The index of some entries, of which the posts are gone through several times, and not held unless they are given in a collection.</summary>
    /// <param name="topics">People, tags and categories, in any order.</param>
    /// <param name="posts">Posts, best first; the same each time.</param>
    public static SuggestIndex Build(IEnumerable<SuggestEntry> topics, IEnumerable<SuggestEntry> posts)
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentNullException.ThrowIfNull(posts);
        var first = Named(topics.OrderByDescending(entry => Math.Max(0, entry.Count))).ToList();
        return new SuggestIndex(Write(first.Concat(posts is IReadOnlyCollection<SuggestEntry> ? Named(posts).ToList() : Named(posts))));
    }

    /// <exception cref="InvalidDataException">It is no such file or was damaged.</exception>
    public static SuggestIndex Read(string path) => new(Checked(File.ReadAllBytes(path)));

    /// <exception cref="InvalidDataException">It is no such file or was damaged.</exception>
    public static SuggestIndex Read(Stream stream) => new(Checked(SectionFile.ReadAll(stream)));

    public void Write(Stream stream) => _file.Write(stream);

    /// <summary>What goes with the words typed so far, best first.</summary>
    /// <param name="query">As typed; without a letter or digit nothing goes with it.</param>
    /// <param name="limit">1 to 100.</param>
    public IReadOnlyList<Suggestion> Suggest(string query, int limit)
    {
        ArgumentNullException.ThrowIfNull(query);
        var typed = TypedWords.Of(query);
        return typed.Count == 0 || Rows == 0 ? [] : new SuggestSearch(this, typed, Math.Clamp(limit, 1, 100)).Run();
    }

    private static SectionFile Checked(byte[] image)
    {
        var file = SectionFile.Open(image, Magic, AllSections);
        return file.Numbers(CountsSection).Length == 3 ? file : throw new InvalidDataException("The file of suggestions is damaged: its counts are missing.");
    }

    private static IEnumerable<(SuggestEntry Entry, IReadOnlyList<string> Aliases)> Named(IEnumerable<SuggestEntry> entries)
    {
        foreach (var entry in entries)
            if (SuggestWords.Key(SuggestWords.Of(entry.Text)) is { Length: > 0 } key)
                yield return (entry with { Count = Math.Max(0, entry.Count) }, AliasesOf(entry, key));
    }

    private static List<string> AliasesOf(SuggestEntry entry, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { key, "" };
        return [.. entry.Aliases.Where(alias => seen.Add(SuggestWords.Key(SuggestWords.Of(alias))))];
    }

    private static SectionFile Write(IEnumerable<(SuggestEntry Entry, IReadOnlyList<string> Aliases)> ranked)
    {
        var rowsOf = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var topics = new List<(string Key, int Row)>();
        var posts = new List<(string Key, int Row)>();
        var row = 0;
        var entries = 0;
        foreach (var (entry, aliases) in ranked)
        {
            entries++;
            foreach (var name in aliases.Prepend(entry.Text))
            {
                var words = SuggestWords.Of(name);
                foreach (var word in words)
                {
                    if (!rowsOf.TryGetValue(word.Text, out var rows))
                        rowsOf.Add(word.Text, rows = []);
                    if (rows.Count == 0 || rows[^1] != row)
                        rows.Add(row);
                }
                (entry.Kind == SuggestionKind.Post ? posts : topics).Add((SuggestWords.Key(words), row++));
            }
        }
        var sorted = rowsOf.Keys.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        var counts = new ByteWriter();
        counts.Int32(row);
        counts.Int32(topics.Count);
        counts.Int32(entries);
        var (offsets, list) = WordList.Write(sorted);
        return SectionFile.Of(Magic,
        [
            counts, offsets, list, .. SuggestPostings.Write(sorted, [.. sorted.Select(word => rowsOf[word])], row), .. SuggestRows.Write(ranked), .. SuggestOrder.Write(topics), .. SuggestOrder.Write(posts),
        ]);
    }
}
