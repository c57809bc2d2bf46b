using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Api.Hosting;
using Search.Core.Ingestion;
using Search.Core.Searching;

namespace Search.Tests.Web;

/// <summary>The host as it is shipped, listening on a free port, over an index made of <c>samples/</c> or of a folder of a test.</summary>
public sealed class Site : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Factory _factory;

    public Site()
        : this(Path.Combine(Corpus.RepositoryRoot, "samples"))
    {
    }

    /// <param name="source">Content; null leaves the host without an index.</param>
    internal Site(string? source)
    {
        if (source is not null)
            SiteIndexer.Run([source], _folder.In("index"), new IngestOptions { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)) });
        _factory = new Factory(_folder.In("index"));
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = _factory.ClientOptions.BaseAddress;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public string IndexFolder => _folder.In("index");

    public HttpClient Client { get; }

    /// <summary>What the host answers from.</summary>
    internal SearchService Service => _factory.Services.GetRequiredService<SearchService>();

    public void Dispose()
    {
        Client.Dispose();
        _factory.Dispose();
        _folder.Dispose();
    }

    private sealed class Factory(string index) : WebApplicationFactory<ApiSettings>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Search:Index", index);
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.ConfigureServices(services => services.AddSingleton(TextWriter.Null));
        }
    }
}
