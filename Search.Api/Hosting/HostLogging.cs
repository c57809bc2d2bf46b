using Microsoft.Extensions.Logging.Console;

namespace Search.Api.Hosting;

/// <summary>
/// Logs to standard error: one line an event for a person at a terminal, JSON for everything else. Below warning the framework is
/// silent, as its lines would hold what people search for.
/// </summary>
internal static class HostLogging
{
    public static void Configure(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // The exception handler of ours says it, with less.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        // An address that can't be bound is said in words instead of a stack trace.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        if (Console.IsErrorRedirected)
            logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else
            logging.AddSimpleConsole(simple => simple.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
