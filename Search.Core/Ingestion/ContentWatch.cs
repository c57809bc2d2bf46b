using System.Threading.Channels;

namespace Search.Core.Ingestion;

/// <summary>
/// Tells when sources may have changed: by the system's file events, folded until they have been quiet for a moment, and from time to time in any case, as
/// events get lost and network folders send none. A folder that vanishes and comes back is watched again. It tells no more than that something may have changed: what
/// did is for a run of <see cref="SiteIndexer"/> to find out, so that a lost or a needless event does no harm.
/// </summary>
public sealed class ContentWatch : IDisposable
{
    // A generator or a checkout writes many files in one go; a person waits for one.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookAtRoots = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(10);

    // Where the system will watch no more folders, looking at all files often is what is left.
    private static readonly TimeSpan AtLatestUnwatched = TimeSpan.FromSeconds(3);

    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<WatchedSource> sources = [];
    private readonly string ignored;
    private readonly Timer timer;
    private readonly Lock telling = new();
    private Action? onNext;

    /// <param name="sources">Folders and files; one that is not there is waited for.</param>
    /// <param name="indexFolder">Events in it are our own; it may lie within a source.</param>
    public ContentWatch(IReadOnlyList<string> sources, string indexFolder)
    {
        ignored = Path.TrimEndingDirectorySeparator(Path.GetFullPath(indexFolder)) + Path.DirectorySeparatorChar;
        foreach (var source in sources)
            this.sources.Add(new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source)), OnEvent, Changed));
        Follow();
        timer = new Timer(_ => Follow(), null, LookAtRoots, LookAtRoots);
    }

    /// <summary>Ends when something may have changed and then nothing for a moment, or when it is time to look anyway.</summary>
    /// <param name="cancel">Ends the waiting with an <see cref="OperationCanceledException"/>.</param>
    /// <param name="atLatest">When it is time to look anyway; ten seconds where left out.</param>
    public async Task WaitAsync(CancellationToken cancel, TimeSpan? atLatest = null)
    {
        var longest = atLatest ?? (sources.TrueForAll(s => s.IsWatched) ? AtLatest : AtLatestUnwatched);
        if (!await HasChangeWithinAsync(longest, cancel).ConfigureAwait(false))
            return;
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < LongestBurst && await HasChangeWithinAsync(Quiet, cancel).ConfigureAwait(false))
            ;
    }

    /// <summary>Has <paramref name="told"/> called, from any thread, when the next change comes, or now where one waits to be seen; null ends that, and it is not called any more. For whoever works on what can wait.</summary>
    internal void OnNext(Action? told)
    {
        lock (telling)
        {
            onNext = told;
            if (changes.Reader.Count > 0)
                told?.Invoke();
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (sources)
            foreach (var source in sources)
                source.Dispose();
    }

    private void Follow()
    {
        lock (sources)
            foreach (var source in sources)
                source.Follow();
    }

    private void Changed()
    {
        changes.Writer.TryWrite(true);
        lock (telling)
            onNext?.Invoke();
    }

    private void OnEvent(object sender, FileSystemEventArgs change)
    {
        if (!change.FullPath.StartsWith(ignored, StringComparison.Ordinal))
            Changed();
    }

    private async Task<bool> HasChangeWithinAsync(TimeSpan time, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(time);
        try
        {
            return await changes.Reader.ReadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
