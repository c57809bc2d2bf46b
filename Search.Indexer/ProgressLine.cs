using System.Globalization;
using Search.Core.Ingestion;

namespace Search.Indexer;

/// <summary>One line on standard error that says how far a run is, at what rate and how long it will take; nothing where that is no terminal.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly bool shows = !Console.IsErrorRedirected;
    private readonly TimeProvider clock = TimeProvider.System;
    private long shown;
    private long phaseStarted;
    private IngestPhase phase;
    private bool dirty;

    public void Show(IngestProgress progress)
    {
        if (!shows)
            return;
        var now = clock.GetTimestamp();
        if (progress.Phase != phase || phaseStarted == 0)
        {
            phase = progress.Phase;
            phaseStarted = now;
        }
        else if (clock.GetElapsedTime(shown, now) < Interval)
            return;
        shown = now;
        dirty = true;
        Console.Error.Write($"\r\u001b[K{Text(progress, clock.GetElapsedTime(phaseStarted, now).TotalSeconds)}");
    }

    /// <summary>What is shown of a run <paramref name="seconds"/> after its phase began: by megabytes where files are read, as one file may be all there is.</summary>
    internal static string Text(IngestProgress progress, double seconds)
    {
        const double Megabyte = 1 << 20;
        var isOfBytes = progress.TotalBytes > 0;
        var (done, total) = isOfBytes ? (progress.Bytes / Megabyte, progress.TotalBytes / Megabyte) : (progress.Done, (double)progress.Total);
        var text = string.Create(CultureInfo.InvariantCulture, $"{progress.Phase}: {progress.Done:N0} of {progress.Total:N0}");
        if (isOfBytes)
            text += string.Create(CultureInfo.InvariantCulture, $" files, {done:N0} of {total:N0} MB");
        if (seconds <= 0.5 || done <= 0)
            return text;
        var left = TimeSpan.FromSeconds(Math.Max(0, total - done) / done * seconds);
        var rate = isOfBytes ? string.Create(CultureInfo.InvariantCulture, $"{done / seconds:N1} MB") : string.Create(CultureInfo.InvariantCulture, $"{done / seconds:N0}");
        return text + string.Create(CultureInfo.InvariantCulture, $", {rate} a second, {(long)left.TotalHours:00}:{left:mm\\:ss} left");
    }

    public void Dispose()
    {
        if (dirty)
            Console.Error.Write("\r\u001b[K");
        dirty = false;
    }
}
