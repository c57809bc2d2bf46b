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
        var seconds = clock.GetElapsedTime(phaseStarted, now).TotalSeconds;
        var rate = seconds > 0.5 ? progress.Done / seconds : 0;
        var left = rate > 0 ? TimeSpan.FromSeconds((progress.Total - progress.Done) / rate) : TimeSpan.Zero;
        var text = string.Create(CultureInfo.InvariantCulture, $"{phase}: {progress.Done:N0} of {progress.Total:N0}");
        if (rate > 0)
            text += string.Create(CultureInfo.InvariantCulture, $", {rate:N0} a second, {left:hh\\:mm\\:ss} left");
        Console.Error.Write($"\r\u001b[K{text}");
    }

    public void Dispose()
    {
        if (dirty)
            Console.Error.Write("\r\u001b[K");
        dirty = false;
    }
}
