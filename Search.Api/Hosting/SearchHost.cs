using System.IO.Compression;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Search.Api.Answers;
using Search.Api.Endpoints;
using Search.Api.Reference;
using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>What surrounds every request: services, the order in which middleware sees it, and how the process starts and ends.</summary>
internal static class SearchHost
{
    // Beyond it Kestrel itself refuses the request line, without a body; up to it our 414 says why.
    private const int MaxRequestLineBytes = 131_072;
    private const int MaxOutputCacheBytes = 16_777_216;
    private const int CouldNotStart = 1;

    public static void AddSearchHost(this WebApplicationBuilder builder, ApiSettings settings)
    {
        var services = builder.Services;
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Limits.MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        });
        HostLogging.Configure(builder.Logging, builder.Configuration);

        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Console.Out);
        services.AddSingleton<IndexReadiness>();
        services.AddSingleton<SearchMetrics>();
        services.AddSingleton<AnswerDesk>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<SiteBuild>();
        services.AddSingleton<Announcement>();
        // The index is opened while the host is still being put together: they take about as long as each other.
        var log = new IndexLog();
        var opening = Task.Run(() => SearchService.Open(settings.Index.Folder, new SearchOptions { Log = log.Write }));
        services.AddSingleton(provider =>
        {
            log.WriteTo(provider.GetRequiredService<ILogger<IndexLog>>());
            return opening.GetAwaiter().GetResult();
        });
        services.AddHostedService<ContentKeeper>();

        services.ConfigureHttpJsonOptions(json => ApiJson.Describe(json.SerializerOptions));
        services.AddExceptionHandler<ErrorHandler>();
        services.AddReference();
        services.AddAssistants();
        services.AddOutputCache(cache => cache.SizeLimit = MaxOutputCacheBytes);
        services.AddRateLimits(settings.Limits);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => (settings.CorsOrigins.Contains("*") ? policy.AllowAnyOrigin() : policy.WithOrigins([.. settings.CorsOrigins]))
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithExposedHeaders("ETag", "Retry-After", "Search-Warnings", "Server-Timing")));
        services.AddResponseCompression(compression =>
        {
            // Nothing here is secret, so that sizes give nothing away.
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, Problem.MediaType];
        });
        services.AddSingleton<IResponseCompressionProvider, LargeAnswersCompression>();
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.KnownProxies)
                forwarded.KnownProxies.Add(proxy);
        });
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("search-api")).WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(SearchMetrics.MeterName).AddPrometheusExporter());
    }

    public static void UseSearchHost(this WebApplication app, ApiSettings settings)
    {
        // Gauges of the index stand in /metrics before the first question is asked.
        app.Services.GetRequiredService<SearchMetrics>();
        app.UseForwardedHeaders();
        app.UseCors();
        app.UseRateLimiter();
        app.UseKeptRequests();
        app.UseRequestGate(settings.Limits);
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = static _ => Task.CompletedTask, SuppressDiagnosticsCallback = static _ => true });
        app.UseStatusCodePages(StatusPages.WriteAsync);
        app.UseRouting();
        app.UseOutputCache();
        app.MapPrometheusScrapingEndpoint("/metrics");
    }

    /// <summary>Runs until the process is told to stop; an address that can't be bound is said in words.</summary>
    public static async Task<int> RunToEndAsync(this WebApplication app)
    {
        if (string.IsNullOrEmpty(app.Configuration["urls"]))
        {
            var (url, note) = ListenAddress.Free();
            app.Urls.Add(url);
            if (note is not null)
                app.Services.GetRequiredService<TextWriter>().WriteLine(note);
        }
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException fault)
        {
            await Console.Error.WriteLineAsync($"Could not listen: {fault.Message} Choose another address with --urls http://localhost:PORT.");
            return CouldNotStart;
        }
    }
}
