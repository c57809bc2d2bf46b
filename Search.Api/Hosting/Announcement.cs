using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>Tells the person who started the host, in plain words, what is served, where, and how to point it at a site of one's own.</summary>
internal sealed class Announcement(ApiSettings settings, IServer server, IHostApplicationLifetime lifetime, TextWriter output)
{
    public void Building(IReadOnlyList<string> sources) => output.WriteLine($"Building the index from {Names(sources)} …");

    /// <summary>Said once the addresses are bound and the index is open, or is known not to be.</summary>
    public void Ready(IndexStatus status, IReadOnlyList<string> sources, string? failure) => lifetime.ApplicationStarted.Register(() => output.WriteLine(Text(status, sources, failure)));

    private string Text(IndexStatus status, IReadOnlyList<string> sources, string? failure)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal) ?? "http://localhost";
        var served = status.IsOpen
            ? $"{status.Posts} posts and {status.Quotes} quotations in {settings.Index.Folder}" + (sources.Count > 0 ? $", from {Names(sources)}" : "")
            : $"no index in {settings.Index.Folder}: searches answer 503 until there is one" + ((failure ?? status.Problem) is { } why ? $"\n                 ({why})" : "");
        return $"""

            Search is running. Press Ctrl+C to stop.

              Search page    {address}/
              API            {address}/api/search?q=    (reference: {address}/docs)
              Serving        {served}

              Your own site, kept in step while it runs:
                dotnet run --project Search.Api -- --content PATH/TO/YOUR/SITE
              or indexed once and served from then on:
                dotnet run --project Search.Indexer -- index PATH/TO/YOUR/SITE --index index
            """;
    }

    private static string Names(IReadOnlyList<string> sources) => string.Join(", ", sources);
}
