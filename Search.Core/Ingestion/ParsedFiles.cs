using Search.Core.Content;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// The parsed documents between the passes of a run: kept in memory up to a bound, and read again beyond it.
/// </summary>
internal sealed class ParsedFiles(long maxChars, NameFinder names)
{
    private readonly Dictionary<string, List<ReadItem>> kept = new(StringComparer.Ordinal);
    private RecurringSentences recurring = RecurringSentences.None;
    private long chars;

    public void Keep(string path, List<ReadItem>? documents)
    {
        if (documents is null)
            return;
        kept[path] = documents;
        chars += documents.Sum(CharsOf);
    }

    /// <summary>False when no more may be kept.</summary>
    public bool HasRoom => chars < maxChars;

    /// <summary>
    /// Takes the sentences that recur out of the posts and finds the names in those that are new or lost other sentences than before.
    /// </summary>
    public void Trim(RecurringSentences sentences, IReadOnlyList<SourceFile> files, IReadOnlyList<FileFacts> facts)
    {
        recurring = sentences;
        for (var i = 0; i < files.Count; i++)
        {
            var changed = facts[i].Documents.Where(d => d.Kind == DocumentKind.Post && d.Trimmed != sentences.MarkOf(d)).ToDictionary(d => d.Key, StringComparer.Ordinal);
            if (!kept.TryGetValue(files[i].Path, out var items) && changed.Count == 0)
                continue;
            var trimmed = items is null ? null : new List<ReadItem>(items.Count);
            foreach (var item in items ?? files[i].Read())
            {
                var document = item is PostRead { Post.Key: var key } ? changed.GetValueOrDefault(key) : null;
                var read = item is PostRead { Post: var post } && (document ?? (object?)trimmed) is not null ? Named(post) : item;
                if (document is not null && read is NamedPost named)
                {
                    document.Names = NameFacts.Of(named.Names);
                    document.OwnSketch = ShingleSketch.Of(named.Post);
                    document.Trimmed = sentences.MarkOf(document);
                }
                trimmed?.Add(read);
            }
            if (trimmed is not null)
                kept[files[i].Path] = trimmed;
        }
    }

    /// <summary>The documents of a file, from memory or read again.</summary>
    public IEnumerable<ReadItem> Of(SourceFile file) => kept.Remove(file.Path, out var documents) ? documents : ReadAgain(file);

    private IEnumerable<ReadItem> ReadAgain(SourceFile file)
    {
        foreach (var item in file.Read())
            if (item is PostRead { Post: var post })
                yield return Named(post);
            else if (item is QuoteRead)
                yield return item;
    }

    private NamedPost Named(Post post)
    {
        var trimmed = recurring.Trim(post);
        return new(trimmed, names.Find(trimmed));
    }

    private static long CharsOf(ReadItem item) => item switch
    {
        // With what the names found in it will take.
        PostRead { Post: var post } => 4000 + post.Text.Length * 5L / 4 + post.Code.Length + post.Asides.Sum(a => (long)a.Text.Length) + post.Links.Count * 60L + post.Tags.Count * 30L,
        QuoteRead { Quote: var quote } => 1000 + quote.Text.Length,
        _ => 0,
    };
}
