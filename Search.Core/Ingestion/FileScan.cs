using Search.Core.Content;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// First pass of a run: a file that the file system says is as it was is passed over, others are hashed, the changed ones are read, and each gives
/// its facts. Files are worked on by all processors, the documents of a large file as well.
/// </summary>
internal sealed class FileScan(SiteReader site, Ledger? before, IngestOptions options, ParsedFiles parsed, NamesFile namesFile, NameFinder names, DetailsStore details, MemoryBound memory, BaseCatalogs catalogs)
{
    /// <summary>Bytes from which the documents of one file are shared among the processors, and so many of them at a time.</summary>
    private const long LargeFile = 4 << 20;
    private const int AtATime = 64;

    private readonly Dictionary<string, FileFacts> known = before?.Files.ToDictionary(f => f.Path, StringComparer.Ordinal) ?? [];
    private readonly long now = options.Clock.GetUtcNow().ToUnixTimeSeconds();
    private readonly List<FileFacts> facts = [];
    private readonly List<SourceFile> files = [];

    /// <summary>Facts of all files, in the order of <see cref="Files"/>.</summary>
    public IReadOnlyList<FileFacts> Facts => facts;

    public IReadOnlyList<SourceFile> Files => files;

    /// <summary>True where some file was read, so that facts may have changed.</summary>
    public bool HasRead { get; private set; }

    public void Run(Action<IngestProgress>? progress, CancellationToken cancel)
    {
        files.AddRange(site.Files());
        var totalBytes = files.Sum(f => f.File.Length);
        long bytes = 0;
        OrderedWork.Run(files, file => Look(file.File.Length < LargeFile ? file : file.Telling(Tell), cancel), found =>
        {
            facts.Add(found.Facts);
            HasRead |= found.WasRead;
            memory.Keep();
            // A large file tells by itself as it is read.
            if (files[facts.Count - 1].File.Length is var length && (length < LargeFile || !found.WasRead))
                Interlocked.Add(ref bytes, length);
            Tell(0);
        }, cancel);

        void Tell(int count)
        {
            Interlocked.Add(ref bytes, count);
            if (progress is not null)
                lock (files)
                    progress(new(IngestPhase.Reading, facts.Count, files.Count, Interlocked.Read(ref bytes), totalBytes));
        }
    }

    private (FileFacts Facts, bool WasRead) Look(SourceFile file, CancellationToken cancel)
    {
        var before = known.GetValueOrDefault(file.Path);
        var isDue = before is not null && before.RecheckAt != 0 && before.RecheckAt <= now;
        var stamp = FileStamp.Of(file.File);
        if (before is not null && !isDue && stamp != 0 && stamp == before.Stamp)
            return (before, false);
        var hash = file.Hash();
        if (before is not null && !isDue && hash == before.Hash)
            return (before.Stamp == stamp ? before : before with { Stamp = stamp }, false);
        if (known.Count > 0)
            catalogs.Begin();
        var facts = Read(file, hash ?? 0, hash is null ? 0 : stamp, before, cancel);
        // A file that still gives nothing (a post whose day has not come) changes nothing that is known.
        return (facts, before is null || before.Hash != facts.Hash || before.Documents.Count > 0 || facts.Documents.Count > 0);
    }

    private FileFacts Read(SourceFile file, UInt128 hash, UInt128 stamp, FileFacts? before, CancellationToken cancel)
    {
        var documents = new List<DocumentFacts>();
        var leftOut = new List<LeftOutFile>();
        var problems = new List<ContentProblem>();
        // All documents of a file are kept in memory, or none.
        List<ReadItem>? kept = parsed.HasRoomFor(file) ? [] : null;
        var aside = new List<AsidePlace>();
        var indexed = before?.Documents.ToDictionary(d => KeyHash.Of(d.Details.Key));
        if (file.File.Length < LargeFile)
            foreach (var item in file.Read())
                Take((item, FactsOf(item)));
        else
            OrderedWork.Run(file.Read().Chunk(AtATime), items => Array.ConvertAll(items, item => (item, FactsOf(item))), batch =>
            {
                foreach (var one in batch)
                    Take(one);
                memory.Keep();
            }, cancel);
        if (kept is not null)
            parsed.Keep(file, kept);
        else
            parsed.PutAside(file, aside);
        // What was left out as future is read again at every run: the day on which it comes due stands only in its text.
        return new()
        {
            Path = file.Path,
            Hash = hash,
            Stamp = stamp,
            RecheckAt = leftOut.Any(l => l.Reason == SkipReason.Future) ? now + 1 : 0,
            Documents = documents,
            LeftOut = leftOut,
            Problems = problems,
        };

        void Take((ReadItem Item, (DocumentFacts Facts, AsidePlace Place)? Document) one)
        {
            if (one.Item is Skipped skipped)
                leftOut.Add(new(skipped.Place.Path, skipped.Place.Line, skipped.Reason, skipped.Why));
            else if (one.Item is ProblemRead { Problem: var problem })
                problems.Add(problem);
            if (one.Document is not { } document)
                return;
            documents.Add(document.Facts);
            if (kept is not null)
                kept.Add(one.Item);
            else
                aside.Add(document.Place);
        }

        (DocumentFacts, AsidePlace)? FactsOf(ReadItem item)
        {
            if (item is QuoteRead { Quote: var quote })
            {
                var known = SourceFile.FactsOf(quote, indexed?.GetValueOrDefault(KeyHash.Of(quote.Key)), details, out var words);
                known.Names = namesFile.Add(NameFacts.Of(SpeakerOf(quote)), known.Names);
                return (known, kept is null ? parsed.PutAside(words, null) : default);
            }
            if (item is not PostRead { Post: var post })
                return null;
            var facts = SourceFile.FactsOf(post, indexed?.GetValueOrDefault(KeyHash.Of(post.Key)), details, out var bytes);
            if (kept is not null)
                return (facts, default); // Names are looked for once it is known which of its sentences recur.
            var found = names.Find(post);
            facts.Names = namesFile.Add(NameFacts.Of(found), facts.Names);
            facts.Trimmed = 0;
            return (facts, parsed.PutAside(bytes, found));
        }
    }

    private DocumentNames SpeakerOf(Quote quote) => quote.Speaker is null
        ? DocumentNames.Empty
        : names.Find(new Post { Key = quote.Key, Id = quote.Id, Title = "", People = [quote.Speaker], Source = quote.Place });
}
