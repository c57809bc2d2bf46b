using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using Search.Core.Ingestion;
using Xunit;

namespace Search.Tests.Api;

/// <summary>What people search for is theirs: the log names what the host does, never what it is asked.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task Nothing_that_is_asked_stands_in_the_log()
    {
        const string secret = "xyzzysecret";
        using var log = new Collector();
        using var host = new ApiHost(new Dictionary<string, string>(), log: log);
        File.WriteAllText(Path.Combine(host.SiteFolder, "2020-01-01-lamp.md"), SmallSite.Post("A lamp", "[Lamps]", "history", "A lamp by the harbour."));
        SiteIndexer.Run([host.SiteFolder], host.IndexFolder, new(), cancel: TestContext.Current.CancellationToken);

        foreach (var path in new[] { "/api/search?q=", "/api/search?limit=x&q=", "/api/search?cursor=", "/api/suggest?q=", "/api/tags/resolve?raw=", "/api/people?q=", "/api/search?tag=" })
            (await host.GetAsync(path + secret)).Dispose();
        (await host.Client.PostAsJsonAsync("/api/related", new { title = secret }, TestContext.Current.CancellationToken)).Dispose();

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Collector : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
