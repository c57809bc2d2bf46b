using System.Collections.Concurrent;
using Search.Core.Content;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// The parsed documents between the passes of a run: kept in memory up to a bound, and put aside beyond it. May be used by many threads.
/// </summary>
internal sealed class ParsedFiles(long maxChars, DocumentsAside aside, NamesFile namesFile, NameFinder names)
{
    private const int AtATime = 64;

    // What compression saves on text.
    private const int CompressedToPlain = 8;

    private readonly ConcurrentDictionary<string, List<ReadItem>> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<AsidePlace>> putAside = new(StringComparer.Ordinal);
    private RecurringSentences recurring = RecurringSentences.None;
    private long chars;

    /// <summary>True where there is room for the documents of a file, which is then taken; they are given to <see cref="Keep"/>. Those of other files are put aside.</summary>
    public bool HasRoomFor(SourceFile file)
    {
        var expected = Expected(file);
        if (Interlocked.Add(ref chars, expected) <= maxChars)
            return true;
        Interlocked.Add(ref chars, -expected);
        return false;
    }

    public void Keep(SourceFile file, List<ReadItem> documents)
    {
        kept[file.Path] = documents;
        Interlocked.Add(ref chars, documents.Sum(CharsOf) - Expected(file));
    }

    /// <summary>Puts a document of a file aside; its place goes into a list for <see cref="PutAside(SourceFile, IReadOnlyList{AsidePlace})"/>.</summary>
    public AsidePlace PutAside(byte[] document, DocumentNames? found) => aside.Add(document, found);

    /// <param name="file">The file.</param>
    /// <param name="places">Its documents, in the order of their facts.</param>
    public void PutAside(SourceFile file, IReadOnlyList<AsidePlace> places) => putAside[file.Path] = places;

    /// <summary>
    /// Takes the sentences that recur out of the posts and finds the names in those that are new or lost other sentences than before.
    /// </summary>
    public void Trim(RecurringSentences sentences, IReadOnlyList<SourceFile> files, IReadOnlyList<FileFacts> facts, MemoryBound memory, Action<IngestProgress>? progress, CancellationToken cancel)
    {
        recurring = sentences;
        long named = 0;
        var total = facts.Sum(f => (long)f.Documents.Count);
        OrderedWork.Run(ToTrim(files, facts), work => work(), done =>
        {
            memory.Keep();
            named += done;
            progress?.Invoke(new(IngestPhase.Naming, Math.Min(named, total), total, 0, 0));
        }, cancel);
    }

    /// <summary>The documents of a file that are to be written, in order; <see cref="Named"/> reads them where they are.</summary>
    public IEnumerable<(ParsedDocument Document, DocumentFacts Facts)> ToWrite(SourceFile file, FileFacts facts)
    {
        if (putAside.TryGetValue(file.Path, out var places))
        {
            for (var i = 0; i < places.Count; i++)
                if (facts.Documents[i].ToWrite)
                    yield return (new(null, places[i]), facts.Documents[i]);
            yield break;
        }
        var items = kept.TryRemove(file.Path, out var documents) ? documents : file.Read().Where(item => item is PostRead or QuoteRead);
        var inOrder = new FactsInOrder(facts.Documents);
        foreach (var item in items)
            if (inOrder.Of(KeyOf(item)) is { ToWrite: true } known)
                yield return (new(item, default), known);
    }

    /// <summary>The document without what recurs, and with its names.</summary>
    public ReadItem Named(ParsedDocument document, DocumentFacts facts) => WithNames(document.Item ?? aside.Read(document.Place, facts));

    private ReadItem WithNames(ReadItem item)
    {
        if (item is not PostRead { Post: var post })
            return item;
        var trimmed = recurring.Trim(post);
        var found = names.Find(trimmed);
        // As exact as the facts that are kept, so that an update resolves names as the first run did.
        return new NamedPost(trimmed, found with { People = NameFacts.Of(found).People });
    }

    // Each piece of work says how many documents it went through.
    private IEnumerable<Func<long>> ToTrim(IReadOnlyList<SourceFile> files, IReadOnlyList<FileFacts> facts)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var (file, documents) = (files[i], facts[i].Documents);
            if (kept.TryGetValue(file.Path, out var items))
                yield return () =>
                {
                    var inOrder = new FactsInOrder(documents);
                    kept[file.Path] = items.ConvertAll(item => inOrder.Of(KeyOf(item)) is { } known && item is PostRead ? Trimmed(item, known) : item);
                    return items.Count;
                };
            else if (putAside.TryGetValue(file.Path, out var places))
                for (var start = 0; start < places.Count; start += AtATime)
                {
                    var (from, to) = (start, Math.Min(start + AtATime, places.Count));
                    yield return () =>
                    {
                        for (var at = from; at < to; at++)
                            if (IsToTrim(documents[at]))
                                Trimmed(Whole(aside.Read(places[at], documents[at])), documents[at]);
                        return to - from;
                    };
                }
            else if (documents.Where(IsToTrim).ToDictionary(d => d.Details.Key, StringComparer.Ordinal) is { Count: > 0 } changed)
                foreach (var some in file.Read().Chunk(AtATime))
                    yield return () =>
                    {
                        foreach (var item in some)
                            if (item is PostRead && changed.TryGetValue(KeyOf(item), out var known))
                                Trimmed(item, known);
                        return some.Length;
                    };
        }
    }

    private bool IsToTrim(DocumentFacts facts) => facts.Kind == DocumentKind.Post && facts.Trimmed != recurring.MarkOf(facts);

    private static ReadItem Whole(ReadItem item) => item is NamedPost named ? new PostRead(named.Post) : item;

    private NamedPost Trimmed(ReadItem item, DocumentFacts facts)
    {
        var named = (NamedPost)WithNames(item);
        var mark = recurring.MarkOf(facts);
        if (facts.Trimmed == mark)
            return named;
        facts.Names = namesFile.Add(NameFacts.Of(named.Names), facts.Names);
        facts.OwnSketch = mark == 0 ? null : ShingleSketch.Of(named.Post);
        facts.Trimmed = mark;
        return named;
    }

    private static string KeyOf(ReadItem item) => item switch
    {
        NamedPost named => named.Post.Key,
        PostRead read => read.Post.Key,
        _ => ((QuoteRead)item).Quote.Key,
    };

    private static long Expected(SourceFile file) => file.File.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? CompressedToPlain * file.File.Length : file.File.Length;

    private static long CharsOf(ReadItem item) => item switch
    {
        // With what the names found in it will take.
        PostRead { Post: var post } => 4000 + post.Text.Length * 5L / 4 + post.Code.Length + post.Asides.Sum(a => (long)a.Text.Length) + post.Links.Count * 60L + post.Tags.Count * 30L,
        QuoteRead { Quote: var quote } => 1000 + quote.Text.Length,
        _ => 0,
    };
}

/// <summary>A document that was parsed: in memory, or where it was put.</summary>
/// <param name="Item">Null where it was put aside.</param>
internal readonly record struct ParsedDocument(ReadItem? Item, AsidePlace Place);
