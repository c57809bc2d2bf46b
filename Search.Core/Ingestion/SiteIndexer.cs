using System.Diagnostics;
using Search.Core.Content;
using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// Brings an index up to date with its sources: reads what changed, works out what must be known of the whole collection, writes the
/// difference into a new generation and publishes it. Where nothing changed, nothing is published. What is known of the whole collection may be left to a second run
/// (<see cref="IngestOptions.SettleLater"/>); the ledger remembers that it is owed.
/// </summary>
public static class SiteIndexer
{
    private const int AtATime = 16;

    /// <exception cref="DirectoryNotFoundException">A source does not exist.</exception>
    /// <exception cref="GenerationException">The index folder cannot be used or written, or another process is indexing into it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the index is as it was.</exception>
    public static IngestReport Run(
        IReadOnlyList<string> sources, string indexDirectory, IngestOptions options, Action<IngestProgress>? progress = null, CancellationToken cancel = default)
    {
        var site = new SiteReader(sources, options);
        var store = GenerationStore.Open(indexDirectory, create: true, options.Clock);
        var watch = Stopwatch.StartNew();

        using var scratch = new ScratchFile(store.Folder);
        var details = new DetailsStore(scratch, options.MostDetailsInMemory);
        var before = options.Full ? null : UsableLedger(store, site, details);
        using var build = store.BeginBuild(fromScratch: before is null, options.OnStep);
        // Between reading the ledger and taking the lock another run may have published.
        if (before is not null && before.Generation != build.BaseId)
            before = UsableLedger(store, site, details);
        using var namesFile = new NamesFile(build.Folder);
        var names = options.Recognition ? new NameFinder(NameData.Default, [.. site.People]) : NameFinder.OfNobody;
        var parsed = new ParsedFiles(options.MaxCharsInMemory, new DocumentsAside(scratch, namesFile), namesFile, names);
        var memory = new MemoryBound((long)options.MemoryMegabytes << 20);
        var catalogs = new BaseCatalogs(build.Folder);
        var scan = new FileScan(site, before, options, parsed, namesFile, names, details, memory, catalogs);
        scan.Run(progress, cancel);
        var report = new IngestReport { Sources = sources, ReadingSeconds = watch.Elapsed.TotalSeconds };
        var isDone = before is not null && (before.Knowledge.IsSettled || options.SettleLater) && before.Files.Count == scan.Facts.Count;
        // Nothing read and nothing gone: what is known of the collection is what the index was made with.
        if (isDone && !scan.HasRead)
            return Filled(report, site, scan, Changes.None(scan.Facts)) with { Generation = build.BaseId, IsSettled = before!.Knowledge.IsSettled };

        watch.Restart();
        var language = before is null ? site.Language() : SiteFile.Read(build.Folder).Language;
        using var session = new Early<IndexSession>(() => new(build.Folder, language, options.BufferMegabytes));
        var documents = scan.Facts.SelectMany(f => f.Documents).ToList();
        for (var i = 0; i < documents.Count; i++)
            documents[i].Number = i;
        // What recurs is known where copies count once; what is a copy, where what recurs does not count.
        var repeated = RepeatedTexts.Of(documents, own: false);
        parsed.Trim(RecurringSentences.Of(documents, repeated), scan.Files, scan.Facts, memory, progress, cancel);
        if (documents.Exists(d => d.OwnSketch is not null))
            repeated = RepeatedTexts.Of(documents, own: true);
        memory.Keep();
        var collection = Collection.Of(scan.Facts, namesFile, site, repeated, before?.Knowledge, catalogs, options, cancel);
        memory.Keep();
        var changes = Changes.Between(before, scan.Facts, collection, cancel);
        report = Filled(report, site, scan, changes) with { CollectionSeconds = watch.Elapsed.TotalSeconds };
        if (isDone && changes.IsEmpty)
            return report with { Generation = build.BaseId, Published = false, IsSettled = before!.Knowledge.IsSettled };

        watch.Restart();
        var sideFiles = new SideFiles(build.Folder, language, site, collection, before, memory, options.SettleLater);
        sideFiles.WriteCatalogs();
        IndexDocuments(session.Value, scan, changes, new DocumentBuilder(collection, namesFile, names), parsed, memory, progress, cancel);
        session.Dispose();
        cancel.ThrowIfCancellationRequested();
        sideFiles.WriteRest(scan.Facts, namesFile);
        report = report with { IndexingSeconds = watch.Elapsed.TotalSeconds, Quotes = Quotes(scan) };

        watch.Restart();
        progress?.Invoke(new(IngestPhase.Publishing, 0, 1, 0, 0));
        var counts = new Dictionary<string, long>
        {
            ["posts"] = scan.Facts.Sum(f => f.Documents.LongCount(d => d.Kind == DocumentKind.Post)),
            ["quotes"] = Quotes(scan),
        };
        var manifest = build.Publish(IndexFields.SchemaHash, counts, [.. sources.Select(Path.GetFullPath)], folder => IndexCheck.Require(folder, counts));
        return report with { Generation = manifest.Id, Published = true, IsSettled = sideFiles.IsSettled, PublishingSeconds = watch.Elapsed.TotalSeconds };
    }

    private static Ledger? UsableLedger(GenerationStore store, SiteReader site, DetailsStore details)
    {
        try
        {
            if (store.CurrentId() is not { } id || store.ReadManifest(id).SchemaHash != IndexFields.SchemaHash || store.QuickProblems(id).Count > 0)
                return null;
            var ledger = Ledger.Read(store.FolderOf(id), details);
            return ledger?.Setup == site.Setup ? ledger with { Generation = id } : null;
        }
        catch (GenerationException)
        {
            // A damaged index is rebuilt from its sources; what was wrong is told by whoever serves or verifies it.
            return null;
        }
    }

    private static void IndexDocuments(
        IndexSession session, FileScan scan, Changes changes, DocumentBuilder builder, ParsedFiles parsed, MemoryBound memory, Action<IngestProgress>? progress, CancellationToken cancel)
    {
        foreach (var key in changes.ToDelete)
            session.Delete(key);
        long done = 0;
        // Names, quotations and columns by all processors; the writer takes the documents in their order, so that the same content gives the same index.
        OrderedWork.Run(
            ToWrite(scan, parsed).Chunk(AtATime),
            some => some.SelectMany(one => builder.Of(parsed.Named(one.Document, one.Facts), one.Facts)).Select(session.Prepare).ToList(),
            documents =>
            {
                foreach (var document in documents)
                    session.Add(document);
                done += documents.Count(d => d.IsOfItsOwn);
                memory.Keep();
                progress?.Invoke(new(IngestPhase.Indexing, done, changes.Added + changes.Changed, 0, 0));
            },
            cancel);
        if (done != changes.Added + changes.Changed)
            throw new IOException("The content was changed while it was being read: nothing was published. Run again.");
        session.Commit();
    }

    private static IEnumerable<(ParsedDocument Document, DocumentFacts Facts)> ToWrite(FileScan scan, ParsedFiles parsed)
    {
        for (var i = 0; i < scan.Files.Count; i++)
            if (scan.Facts[i].Documents.Any(d => d.ToWrite))
                foreach (var one in parsed.ToWrite(scan.Files[i], scan.Facts[i]))
                    yield return one;
    }

    private static long Quotes(FileScan scan) => scan.Facts.Sum(f => f.Documents.Sum(d => d.Kind == DocumentKind.Quote ? 1L : d.QuotesInIndex));

    private static IngestReport Filled(IngestReport report, SiteReader site, FileScan scan, Changes changes)
    {
        var leftOut = scan.Facts.SelectMany(f => f.LeftOut).ToList();
        var posts = scan.Facts.Sum(f => f.Documents.LongCount(d => d.Kind == DocumentKind.Post));
        long Count(params SkipReason[] reasons) => leftOut.LongCount(l => reasons.Contains(l.Reason));
        var drafts = Count(SkipReason.Draft, SkipReason.Unpublished);
        var future = Count(SkipReason.Future);
        var notPosts = Count(SkipReason.NotAPost, SkipReason.Unreadable, SkipReason.Duplicate);
        return report with
        {
            Files = posts + drafts + future + notPosts,
            Posts = posts,
            Drafts = drafts,
            Future = future,
            NotPosts = notPosts,
            Unreadable = Count(SkipReason.Unreadable),
            Quotes = Quotes(scan),
            Added = changes.Added,
            Changed = changes.Changed,
            Removed = changes.Removed,
            Unchanged = changes.Unchanged,
            LeftOut = leftOut,
            Problems = [.. site.Problems, .. scan.Facts.SelectMany(f => f.Problems)],
        };
    }
}
