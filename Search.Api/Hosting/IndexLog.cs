namespace Search.Api.Hosting;

/// <summary>Puts each event in the life of the served index (opened, refused, closed) into the log.</summary>
internal sealed partial class IndexLog(ILogger<IndexLog> log)
{
    public void Write(string message) => LogEvent(message);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Event}")]
    private partial void LogEvent(string @event);
}
