using System.Diagnostics;
using Search.Core.Content;
using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// Brings an index up to date with its sources: reads what changed, works out what must be known of the whole collection, writes the
/// difference into a new generation and publishes it. Where nothing changed, nothing is published.
/// </summary>
public static class SiteIndexer
{
    /// <exception cref="DirectoryNotFoundException">A source does not exist.</exception>
    /// <exception cref="GenerationException">The index folder cannot be used or written, or another process is indexing into it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the index is as it was.</exception>
    public static IngestReport Run(
        IReadOnlyList<string> sources, string indexDirectory, IngestOptions options, Action<IngestProgress>? progress = null, CancellationToken cancel = default)
    {
        var site = new SiteReader(sources, options);
        var store = GenerationStore.Open(indexDirectory, create: true, options.Clock);
        var watch = Stopwatch.StartNew();

        var before = options.Full ? null : UsableLedger(store, site);
        using var build = store.BeginBuild(fromScratch: before is null, options.OnStep);
        // Between reading the ledger and taking the lock another run may have published.
        if (before is not null)
            before = UsableLedger(store, site);
        var names = new NameFinder(NameData.Default, [.. site.People]);
        var parsed = new ParsedFiles(options.MaxCharsInMemory, names);
        var scan = new FileScan(site, before, options, parsed, names);
        scan.Run(progress, cancel);
        // Nothing read and nothing gone: what is known of the collection is what the index was made with.
        if (before is not null && !scan.HasRead && before.Files.Count == scan.Facts.Count)
            return Report(sources, site, scan, Changes.None(scan.Facts)) with { ReadingSeconds = watch.Elapsed.TotalSeconds, Generation = build.BaseId };
        var posts = scan.Facts.SelectMany(f => f.Documents).Where(d => d.Kind == DocumentKind.Post).ToList();
        // What recurs is known where copies count once; what is a copy, where what recurs does not count.
        parsed.Trim(RecurringSentences.Of(posts, RepeatedTexts.Of(posts, post => post.Sketch)), scan.Files, scan.Facts);
        var repeated = RepeatedTexts.Of(posts, post => post.OwnSketch);
        var collection = Collection.Of(scan.Facts, site.People, site.Tags, repeated);
        var changes = Changes.Between(before, scan.Facts, collection);
        var report = Report(sources, site, scan, changes) with { ReadingSeconds = watch.Elapsed.TotalSeconds };
        if (before is not null && changes.IsEmpty && before.Files.Count == scan.Facts.Count)
            return report with { Generation = build.BaseId, Published = false };

        watch.Restart();
        Write(build.Folder, site, scan, changes, collection, parsed, names, before is null ? site.Language() : SiteFile.Read(build.Folder).Language, progress, cancel);
        report = report with { IndexingSeconds = watch.Elapsed.TotalSeconds, Quotes = Quotes(scan) };

        watch.Restart();
        progress?.Invoke(new(IngestPhase.Publishing, 0, 1, 0, 0));
        var counts = new Dictionary<string, long>
        {
            ["posts"] = scan.Facts.Sum(f => f.Documents.LongCount(d => d.Kind == DocumentKind.Post)),
            ["quotes"] = Quotes(scan),
        };
        var manifest = build.Publish(IndexFields.SchemaHash, counts, [.. sources.Select(Path.GetFullPath)], folder => IndexCheck.Require(folder, counts));
        return report with { Generation = manifest.Id, Published = true, PublishingSeconds = watch.Elapsed.TotalSeconds };
    }

    private static Ledger? UsableLedger(GenerationStore store, SiteReader site)
    {
        try
        {
            if (store.CurrentId() is not { } id || store.ReadManifest(id).SchemaHash != IndexFields.SchemaHash || store.QuickProblems(id).Count > 0)
                return null;
            var ledger = Ledger.Read(store.FolderOf(id));
            return ledger?.Setup == site.Setup ? ledger : null;
        }
        catch (GenerationException)
        {
            // A damaged index is rebuilt from its sources; what was wrong is told by whoever serves or verifies it.
            return null;
        }
    }

    private static void Write(
        string folder, SiteReader site, FileScan scan, Changes changes, Collection collection, ParsedFiles parsed, NameFinder names, string language, Action<IngestProgress>? progress, CancellationToken cancel)
    {
        using (var session = new IndexSession(folder, language))
        {
            foreach (var key in changes.ToDelete)
                session.Delete(key);
            var builder = new DocumentBuilder(collection, names);
            long done = 0;
            for (var i = 0; i < scan.Files.Count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                if (!scan.Facts[i].Documents.Any(d => changes.ToWrite.ContainsKey(d.Key)))
                    continue;
                foreach (var item in parsed.Of(scan.Files[i]))
                {
                    var key = item is NamedPost post ? post.Post.Key : ((QuoteRead)item).Quote.Key;
                    if (!changes.ToWrite.TryGetValue(key, out var facts))
                        continue;
                    var documents = builder.Of(item, facts);
                    foreach (var document in documents)
                        session.Add(document);
                    facts.QuotesInIndex = documents.Count - 1;
                    facts.Indexed = collection.FingerprintOf(facts);
                    progress?.Invoke(new(IngestPhase.Indexing, ++done, changes.ToWrite.Count, 0, 0));
                }
            }
            session.Commit();
        }
        WriteSideFile(folder, Ledger.FileName, new Ledger { Setup = site.Setup, Files = scan.Facts }.Write);
        WriteSideFile(folder, LabelsFile.NameOf(IndexFields.Tag), s => LabelsFile.Write(s, collection.Tags.Tags.Select(t => new Label(t.Slug, t.Label))));
        WriteSideFile(folder, GenerationFileNames.Tags, collection.Tags.Write);
        WriteSideFile(folder, LabelsFile.NameOf(IndexFields.Category), s => LabelsFile.Write(s, collection.Categories.Used));
        WriteSideFile(folder, LabelsFile.NameOf(IndexFields.Person), s => LabelsFile.Write(s, collection.People.People.Select(p => new Label(p.Slug, p.Label))));
        WriteSideFile(folder, PeopleFile.Name, s => PeopleFile.Write(s, collection.People.People.Select(p =>
            new PersonEntry(p.Slug, p.Label, p.Aliases, [.. p.Roles.Select(r => new PersonRole(r.Text, r.From, r.To, r.Count))]))));
        SuggestFile.Write(folder);
        SpellingFile.Write(folder);
        WriteSideFile(folder, GenerationFileNames.Site, new SiteFile(site.SiteTitle ?? "", site.SiteUrl ?? "", language).Write);
    }

    // Replaced, never written into: a file of this name may be a hard link to the one of the generation before.
    private static void WriteSideFile(string folder, string name, Action<Stream> write) => AtomicFile.Write(Path.Combine(folder, name), write);

    private static long Quotes(FileScan scan) => scan.Facts.Sum(f => f.Documents.Sum(d => d.Kind == DocumentKind.Quote ? 1L : d.QuotesInIndex));

    private static IngestReport Report(IReadOnlyList<string> sources, SiteReader site, FileScan scan, Changes changes)
    {
        var leftOut = scan.Facts.SelectMany(f => f.LeftOut).ToList();
        var posts = scan.Facts.Sum(f => f.Documents.LongCount(d => d.Kind == DocumentKind.Post));
        long Count(params SkipReason[] reasons) => leftOut.LongCount(l => reasons.Contains(l.Reason));
        var drafts = Count(SkipReason.Draft, SkipReason.Unpublished);
        var future = Count(SkipReason.Future);
        var notPosts = Count(SkipReason.NotAPost, SkipReason.Unreadable, SkipReason.Duplicate);
        return new()
        {
            Sources = sources,
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
