using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Api.Hosting;
using Xunit;

namespace Search.Tests.Api;

/// <summary>
/// The host of the API as it is shipped, in memory, over an index folder of its own, with settings as they would be given on the
/// command line. One a test class; dispose it.
/// </summary>
public class ApiHost : IDisposable
{
    /// <summary>Stands in settings for <see cref="SiteFolder"/>, which is made with the host.</summary>
    internal const string SiteFolderMark = "{site}";

    private readonly Factory _factory;
    private readonly string _folder;
    private readonly bool _onNetwork;

    public ApiHost()
        : this(new Dictionary<string, string>())
    {
    }

    /// <param name="settings">Settings as on the command line.</param>
    /// <param name="onNetwork">Listens on a free port of this machine, as raw requests need it.</param>
    /// <param name="log">Hears what is logged at information level and above.</param>
    internal ApiHost(IReadOnlyDictionary<string, string> settings, bool onNetwork = false, ILoggerProvider? log = null)
    {
        _folder = Directory.CreateTempSubdirectory("search-api-").FullName;
        IndexFolder = Path.Combine(_folder, "index");
        SiteFolder = Directory.CreateDirectory(Path.Combine(_folder, "site")).FullName;
        _factory = new Factory([
            .. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value.Replace(SiteFolderMark, SiteFolder, StringComparison.Ordinal))),
            new("Search:Index", IndexFolder),
            new("Logging:LogLevel:Default", log is null ? "Error" : "Information"),
        ], log);
        _onNetwork = onNetwork;
        if (onNetwork)
            _factory.UseKestrel(0);
    }

    public string IndexFolder { get; }

    /// <summary>A folder for content; empty.</summary>
    public string SiteFolder { get; }

    public HttpClient Client => field ??= _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(_onNetwork ? $"http://localhost:{Port}" : "http://localhost") });

    public IServiceProvider Services => _factory.Services;

    /// <summary>Port of a host that is on the network.</summary>
    public int Port
    {
        get
        {
            _factory.StartServer();
            return new Uri(Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()).Port;
        }
    }

    public void Dispose()
    {
        _factory.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonNode> GetJsonAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await JsonAsync(response);
    }

    /// <summary>Asserts that the answer is a problem document of that status, and gives it.</summary>
    public static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await JsonAsync(response);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["code"]));
        return problem;
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), null, new JsonDocumentOptions { AllowDuplicateProperties = false })!;

    private sealed class Factory(IReadOnlyList<KeyValuePair<string, string>> settings, ILoggerProvider? log) : WebApplicationFactory<ApiSettings>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureServices(services => services.AddSingleton(TextWriter.Null));
            if (log is not null)
                builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
        }
    }
}
