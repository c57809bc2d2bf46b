using System.Threading.Channels;

namespace Search.Api.Hosting;

/// <summary>
/// Tells when sources may have changed: by the system's file events, once they have been quiet for a moment, and at long intervals
/// in any case, as events get lost and network folders send none.
/// </summary>
internal sealed class ContentWatch : IDisposable
{
    // A static site generator or a checkout writes many files in one go.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly string _ignored;

    /// <param name="sources">Full paths of folders and files.</param>
    /// <param name="indexFolder">Events in it are our own; it may lie within a source.</param>
    public ContentWatch(IReadOnlyList<string> sources, string indexFolder)
    {
        _ignored = Path.TrimEndingDirectorySeparator(indexFolder) + Path.DirectorySeparatorChar;
        foreach (var source in sources)
            _watchers.Add(Watch(source));
    }

    /// <summary>Ends when something changed and then nothing for a moment, or when it is time to look anyway.</summary>
    public async Task WaitAsync(CancellationToken cancel)
    {
        if (!await HasChangeWithinAsync(AtLatest, cancel))
            return;
        while (await HasChangeWithinAsync(Quiet, cancel))
            ;
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
    }

    private async Task<bool> HasChangeWithinAsync(TimeSpan time, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(time);
        try
        {
            return await _changes.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private FileSystemWatcher Watch(string source)
    {
        var watcher = File.Exists(source)
            ? new FileSystemWatcher(Path.GetDirectoryName(source)!, Path.GetFileName(source))
            : new FileSystemWatcher(source) { IncludeSubdirectories = true };
        watcher.Changed += OnEvent;
        watcher.Created += OnEvent;
        watcher.Deleted += OnEvent;
        watcher.Renamed += OnEvent;
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void OnEvent(object sender, FileSystemEventArgs change)
    {
        if (!change.FullPath.StartsWith(_ignored, StringComparison.Ordinal))
            _changes.Writer.TryWrite(true);
    }
}
