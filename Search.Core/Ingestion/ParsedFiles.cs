using System.Collections.Concurrent;
using Search.Core.Content;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// The parsed documents between the passes of a run: kept in memory up to a bound, and read again beyond it. May be used by many threads.
/// </summary>
internal sealed class ParsedFiles(long maxChars, NamesFile namesFile, NameFinder names)
{
    private const int AtATime = 64;

    private readonly ConcurrentDictionary<string, List<ReadItem>> kept = new(StringComparer.Ordinal);
    private RecurringSentences recurring = RecurringSentences.None;
    private long chars;

    public void Keep(string path, List<ReadItem>? documents)
    {
        if (documents is null)
            return;
        kept[path] = documents;
        Interlocked.Add(ref chars, documents.Sum(CharsOf));
    }

    /// <summary>False when no more may be kept.</summary>
    public bool HasRoom => Interlocked.Read(ref chars) < maxChars;

    /// <summary>
    /// Takes the sentences that recur out of the posts and finds the names in those that are new or lost other sentences than before.
    /// </summary>
    public void Trim(RecurringSentences sentences, IReadOnlyList<SourceFile> files, IReadOnlyList<FileFacts> facts, MemoryBound memory, Action<IngestProgress>? progress, CancellationToken cancel)
    {
        recurring = sentences;
        long named = 0;
        var total = facts.Sum(f => (long)f.Documents.Count);
        OrderedWork.Run(ToTrim(files, facts), work => (work.Path, Items: Array.ConvertAll(work.Items, item => Trimmed(item, work.Changed, work.IsKept)), work.IsKept), done =>
        {
            if (done.IsKept)
                kept[done.Path] = [.. done.Items];
            memory.Keep();
            named += done.Items.Length;
            progress?.Invoke(new(IngestPhase.Naming, Math.Min(named, total), total, 0, 0));
        }, cancel);
    }

    /// <summary>The documents of a file, from memory or read again; <see cref="Named"/> gives the posts their names.</summary>
    public IEnumerable<ReadItem> Of(SourceFile file) => kept.TryRemove(file.Path, out var documents) ? documents : file.Read().Where(item => item is PostRead or QuoteRead);

    /// <summary>The document without what recurs, and with its names.</summary>
    public ReadItem Named(ReadItem item)
    {
        if (item is not PostRead { Post: var post })
            return item;
        var trimmed = recurring.Trim(post);
        var found = names.Find(trimmed);
        // As exact as the facts that are kept, so that an update resolves names as the first run did.
        return new NamedPost(trimmed, found with { People = NameFacts.Of(found).People });
    }

    private IEnumerable<(string Path, ReadItem[] Items, Dictionary<string, DocumentFacts> Changed, bool IsKept)> ToTrim(IReadOnlyList<SourceFile> files, IReadOnlyList<FileFacts> facts)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var changed = facts[i].Documents.Where(d => d.Kind == DocumentKind.Post && d.Trimmed != recurring.MarkOf(d)).ToDictionary(d => d.Key, StringComparer.Ordinal);
            if (kept.TryGetValue(files[i].Path, out var items))
                yield return (files[i].Path, [.. items], changed, true);
            else if (changed.Count > 0)
                foreach (var some in files[i].Read().Chunk(AtATime))
                    yield return (files[i].Path, some, changed, false);
        }
    }

    private ReadItem Trimmed(ReadItem item, Dictionary<string, DocumentFacts> changed, bool isKept)
    {
        if (item is not PostRead { Post.Key: var key })
            return item;
        var document = changed.GetValueOrDefault(key);
        if (document is null && !isKept)
            return item;
        var named = (NamedPost)Named(item);
        if (document is not null)
        {
            document.Names = namesFile.Add(NameFacts.Of(named.Names), document.Names);
            document.OwnSketch = ShingleSketch.Of(named.Post);
            document.Trimmed = recurring.MarkOf(document);
        }
        return named;
    }

    private static long CharsOf(ReadItem item) => item switch
    {
        // With what the names found in it will take.
        PostRead { Post: var post } => 4000 + post.Text.Length * 5L / 4 + post.Code.Length + post.Asides.Sum(a => (long)a.Text.Length) + post.Links.Count * 60L + post.Tags.Count * 30L,
        QuoteRead { Quote: var quote } => 1000 + quote.Text.Length,
        _ => 0,
    };
}
