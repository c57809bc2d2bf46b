using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Search.Core.Ingestion;
using Xunit;

namespace Search.Tests.Api;

/// <summary>Requests that no client library would send, byte by byte over the network: each is answered or refused, none is a 500, and the host goes on.</summary>
public sealed class HostileRequestTests(HostileRequestTests.NetworkHost network) : IClassFixture<HostileRequestTests.NetworkHost>
{
    public static TheoryData<string, string> Requests => new()
    {
        { "a NUL in the query", Get("/api/search?q=%00&tag=%00") },
        { "a NUL in the path", Get("/api/posts/%00") },
        { "broken escapes", Get("/api/search?q=%ZZ%&%E0%80=%C0%AF") },
        { "escapes that are no UTF-8", Get("/api/people/%FF%FE%C0%80") },
        { "overlong UTF-8 in the path", Get("/api/posts/%C0%AE%C0%AE/related") },
        { "raw bytes in the query", Get("/api/search?q=\u00E9\u00FF") },
        { "dots that climb", Get("/../../../../etc/passwd") },
        { "escaped dots that climb", Get("/%2e%2e/%2e%2e/etc/passwd") },
        { "a slash in an id", Get("/api/posts/a%2Fb") },
        { "a lone surrogate", Get("/api/search?q=%ED%A0%80") },
        { "a query of 100 KB", Get("/api/search?q=" + new string('a', 100_000)) },
        { "a path of 100 KB", Get("/" + new string('a', 100_000)) },
        { "a line of 300 KB", Get("/api/search?q=" + new string('a', 300_000)) },
        { "ten thousand parameters", Get("/api/search?" + string.Join('&', Enumerable.Range(0, 3_000).Select(i => $"a{i}"))) },
        { "a flood of headers", "GET /api/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"X-{i}: {i}\r\n")) + "\r\n" },
        { "one huge header", "GET /api/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + new string('a', 200_000) + "\r\n\r\n" },
        { "odd conditions", "GET /api/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: W/\"\", *, \"\u00FF, ,,\r\nAccept: ;;;,text/csv;q=x\r\nAccept-Encoding: br;q=9\r\nRange: bytes=9-1\r\n\r\n" },
        { "forged addresses", "GET /api/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: a, 999.1.1.1, ::::\r\nX-Forwarded-Proto: javascript\r\n\r\n" },
        { "no host", "GET /api/search HTTP/1.1\r\nConnection: close\r\n\r\n" },
        { "a hostile host", "GET /openapi/v1.json HTTP/1.1\r\nHost: \"><script>\r\nConnection: close\r\n\r\n" },
        { "an unknown method", "BREW /api/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" },
        { "no HTTP at all", "\u0016\u0003\u0001\u0002\r\n\r\n" },
        { "a body with a false length", "POST /api/related HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{}" },
        { "two lengths", "POST /api/related HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}" },
        { "broken chunks", "POST /api/related HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n" },
        { "two megabytes", "POST /api/related HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n" + new string(' ', 2_000_000) },
        { "two megabytes without a length", "POST /api/tags/suggest HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1E8480\r\n" + new string(' ', 2_000_000) + "\r\n0\r\n\r\n" },
        { "a type with control characters", "POST /api/related HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json;charset=\u0001\r\nContent-Length: 2\r\n\r\n{}" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task It_is_answered_or_refused_and_never_a_500(string what, string request)
    {
        var status = await SendAsync(request);
        // 0: the connection was closed, as is right for what is no HTTP. 505: no HTTP version at all.
        Assert.True(status is 0 or 505 or (>= 200 and < 500), $"{what}: {status}");

        using var after = await network.Host.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("a query of 100 KB", 414)]
    [InlineData("a line of 300 KB", 414)]
    [InlineData("two megabytes", 413)]
    [InlineData("two megabytes without a length", 413)]
    public async Task A_limit_has_its_status(string what, int expected)
    {
        var request = Requests.Select(row => row.Data).Single(row => row.Item1 == what).Item2;
        Assert.Equal(expected, await SendAsync(request));
    }

    private static string Get(string target) => $"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private async Task<int> SendAsync(string request)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, network.Host.Port, cancel);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancel);
        }
        catch (IOException)
        {
            // The host has answered and closed before it was all sent.
        }
        var start = new byte[12];
        try
        {
            var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
            return read < start.Length ? 0 : int.Parse(Encoding.ASCII.GetString(start, 9, 3), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The host on a port of its own, with an index, so that what is accepted goes all the way.</summary>
    public sealed class NetworkHost : IDisposable
    {
        public NetworkHost()
        {
            File.WriteAllText(Path.Combine(Host.SiteFolder, "2020-01-01-lamp.md"), SmallSite.Post("A lamp", "[Lamps]", "history", "A lamp by the harbour."));
            SiteIndexer.Run([Host.SiteFolder], Host.IndexFolder, new());
        }

        public ApiHost Host { get; } = new(new Dictionary<string, string>(), onNetwork: true);

        public void Dispose() => Host.Dispose();
    }
}
