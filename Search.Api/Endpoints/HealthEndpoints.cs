using System.Text.Json;
using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Reference;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: an index is open and whole. For whoever starts, watches and routes to the host.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealth("/health/live", LiveAsync, new Operation
        {
            Id = "getLiveness",
            Group = "Operations",
            Summary = "Whether the process answers",
            Description = "200 as long as the process answers at all; says nothing about the index.",
            Example = """{"status":"live","generation":null,"created":null,"posts":0,"quotes":0,"problem":null}""",
        });
        app.MapHealth("/health/ready", ReadyAsync, new Operation
        {
            Id = "getReadiness",
            Group = "Operations",
            Summary = "Whether searches are answered",
            Description = "200 where an index is open and whole, with its generation; 503 where none is. problem says what is wrong with a newer generation that could not be opened while the last good one goes on serving.",
            Example = """{"status":"ready","generation":"000007","created":"2025-02-28T09:44:00+00:00","posts":52,"quotes":96,"problem":null}""",
            Problems = [StatusCodes.Status503ServiceUnavailable],
        });
    }

    private static void MapHealth(this IEndpointRouteBuilder app, string path, RequestDelegate handle, Operation operation) =>
        app.MapMethods(path, Methods, handle).WithOperation(operation, handle, typeof(HealthAnswer));

    private static Task LiveAsync(HttpContext http) => WriteAsync(http, new("live", null, null, 0, 0, null));

    private static Task ReadyAsync(HttpContext http)
    {
        var readiness = http.RequestServices.GetRequiredService<IndexReadiness>();
        var status = http.RequestServices.GetRequiredService<SearchService>().Status;
        return status.IsOpen
            ? WriteAsync(http, new("ready", status.Generation, status.Created, status.Posts, status.Quotes, readiness.ForStrangers(status.Problem)))
            : readiness.Unavailable(status).WriteAsync(http);
    }

    private static Task WriteAsync(HttpContext http, HealthAnswer answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Default.HealthAnswer), "application/json; charset=utf-8");
    }
}
