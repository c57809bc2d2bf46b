using System.Collections.Concurrent;

namespace Search.Api.Hosting;

/// <summary>Puts each event in the life of the served index (opened, refused, closed) into the log; those before there is one, once there is.</summary>
internal sealed partial class IndexLog
{
    private readonly ConcurrentQueue<string> waiting = new();
    private volatile ILogger? log;

    public void Write(string message)
    {
        waiting.Enqueue(message);
        Flush();
    }

    public void WriteTo(ILogger<IndexLog> logger)
    {
        log = logger;
        Flush();
    }

    private void Flush()
    {
        while (log is { } open && waiting.TryDequeue(out var message))
            LogEvent(open, message);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Event}")]
    private static partial void LogEvent(ILogger log, string @event);
}
