namespace Search.Core.Ingestion;

/// <summary>The system's events of one source, for as long as it is the same folder; asked again and again, it watches the one that has taken its place.</summary>
internal sealed class WatchedSource(string path, FileSystemEventHandler onEvent, Action changed) : IDisposable
{
    private FileSystemWatcher? watcher;
    private DateTime? born;
    private volatile bool isLost;
    private bool isDisposed;

    /// <summary>False while the system gives no events.</summary>
    public bool IsWatched => watcher is not null;

    /// <summary>Looks whether the source is there and still the one that is watched; where not, watches what is there now and tells of a change.</summary>
    public void Follow()
    {
        var isFile = File.Exists(path);
        DateTime? now = isFile ? Directory.GetCreationTimeUtc(Path.GetDirectoryName(path)!) : Directory.Exists(path) ? Directory.GetCreationTimeUtc(path) : null;
        if (isDisposed || (now == born && !isLost))
            return;
        var isFirst = born is null && watcher is null && !isLost;
        watcher?.Dispose();
        watcher = null;
        isLost = false;
        born = now;
        if (now is not null)
            watcher = Watch(isFile);
        if (!isFirst || now is null)
            changed();
    }

    public void Dispose()
    {
        isDisposed = true;
        watcher?.Dispose();
        watcher = null;
    }

    private FileSystemWatcher? Watch(bool isFile)
    {
        FileSystemWatcher? made = null;
        try
        {
            made = isFile
                ? new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path))
                : new FileSystemWatcher(path) { IncludeSubdirectories = true };
            made.Changed += onEvent;
            made.Created += onEvent;
            made.Deleted += onEvent;
            made.Renamed += (sender, change) => onEvent(sender, change);
            // Too many events at once, or the folder has gone: some were lost, so everything is looked at, and watched anew.
            made.Error += (_, _) =>
            {
                isLost = true;
                changed();
            };
            made.EnableRaisingEvents = true;
            return made;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The folder went again, or the system has no more watches: then it is looked at from time to time.
            made?.Dispose();
            return null;
        }
    }
}
