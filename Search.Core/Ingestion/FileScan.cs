using Search.Core.Content;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// First pass of a run: every file is hashed, the changed ones are read, and each gives its facts.
/// </summary>
internal sealed class FileScan(SiteReader site, Ledger? before, IngestOptions options, ParsedFiles parsed, NameFinder names)
{
    private readonly List<FileFacts> facts = [];
    private readonly List<SourceFile> files = [];

    /// <summary>Facts of all files, in the order of <see cref="Files"/>.</summary>
    public IReadOnlyList<FileFacts> Facts => facts;

    public IReadOnlyList<SourceFile> Files => files;

    /// <summary>True where some file was read, so that facts may have changed.</summary>
    public bool HasRead { get; private set; }

    public void Run(Action<IngestProgress>? progress, CancellationToken cancel)
    {
        var known = before?.Files.ToDictionary(f => f.Path, StringComparer.Ordinal) ?? [];
        var now = options.Clock.GetUtcNow().ToUnixTimeSeconds();
        files.AddRange(site.Files());
        var totalBytes = files.Sum(f => f.File.Length);
        long bytes = 0;
        for (var i = 0; i < files.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var file = files[i];
            var hash = file.Hash();
            if (hash is { } same && known.TryGetValue(file.Path, out var facts) && facts.Hash == same && (facts.RecheckAt == 0 || facts.RecheckAt > now))
                this.facts.Add(facts);
            else
                this.facts.Add(Read(file, hash ?? 0, known.GetValueOrDefault(file.Path), now));
            bytes += file.File.Length;
            progress?.Invoke(new(IngestPhase.Reading, i + 1, files.Count, bytes, totalBytes));
        }
    }

    private DocumentNames SpeakerOf(Quote quote) => quote.Speaker is null
        ? DocumentNames.Empty
        : names.Find(new Post { Key = quote.Key, Id = quote.Id, Title = "", People = [quote.Speaker], Source = quote.Place });

    private FileFacts Read(SourceFile file, UInt128 hash, FileFacts? before, long now)
    {
        var documents = new List<DocumentFacts>();
        var leftOut = new List<LeftOutFile>();
        var problems = new List<ContentProblem>();
        List<ReadItem>? kept = [];
        var hasFuture = false;
        foreach (var read in file.Read())
        {
            switch (read)
            {
                // What is kept in memory gets its names once it is known which of its sentences recur.
                case PostRead { Post: var post }:
                    documents.Add(SourceFile.FactsOf(post, parsed.HasRoom ? null : names.Find(post)));
                    break;
                case QuoteRead { Quote: var quote }:
                    documents.Add(SourceFile.FactsOf(quote, SpeakerOf(quote)));
                    break;
                case Skipped skipped:
                    leftOut.Add(new(skipped.Place.Path, skipped.Place.Line, skipped.Reason, skipped.Why));
                    hasFuture |= skipped.Reason == SkipReason.Future;
                    break;
                case ProblemRead { Problem: var problem }:
                    problems.Add(problem);
                    break;
            }
            if (read is not (PostRead or QuoteRead))
                continue;
            if (parsed.HasRoom)
                kept?.Add(read);
            else
                kept = null;
        }
        parsed.Keep(file.Path, kept);
        // A file that still gives nothing (a post whose day has not come) changes nothing that is known.
        HasRead |= before is null || before.Hash != hash || before.Documents.Count > 0 || documents.Count > 0;
        // What the index holds of the file's documents is known from before, so that only those that differ are written.
        var indexed = before?.Documents.ToDictionary(d => d.Key, StringComparer.Ordinal) ?? [];
        foreach (var document in documents)
            if (indexed.TryGetValue(document.Key, out var old))
            {
                document.Indexed = old.Indexed;
                document.QuotesInIndex = old.QuotesInIndex;
            }
        // What was left out as future is read again at every run: the day on which it comes due stands only in its text.
        return new()
        {
            Path = file.Path,
            Hash = hash,
            RecheckAt = hasFuture ? now + 1 : 0,
            Documents = documents,
            LeftOut = leftOut,
            Problems = problems,
        };
    }
}
