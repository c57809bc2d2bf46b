using Microsoft.AspNetCore.Http.Features;
using Search.Api.Answers;
using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>
/// Requests that were read before, word for word: while the index is the same, so is the answer's entity tag, and the parameters
/// need not be read again. Stands before all that only a new request needs; behind the limits on a caller.
/// </summary>
internal static class KeptRequests
{
    public static void UseKeptRequests(this IApplicationBuilder app)
    {
        var search = app.ApplicationServices.GetRequiredService<SearchService>();
        var answers = app.ApplicationServices.GetRequiredService<AnswerCache>();
        var settings = app.ApplicationServices.GetRequiredService<ApiSettings>();
        app.Use(next => http =>
        {
            if (KeyOf(http) is not { } key || answers.Find(key) is not { } kept || search.Status is not { IsOpen: true } status || status.Generation != kept.Generation)
                return next(http);
            if (EntityTag.IsKnownTo(http.Request, kept.Tag))
            {
                Describe(http, kept, settings);
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
            if (answers.Find(kept.Tag) is not { } answer)
                return next(http);
            Describe(http, kept, settings);
            http.Response.Headers["Server-Timing"] = "kept";
            return answer.WriteAsync(http);
        });
    }

    /// <summary>What two requests must have in common to have one answer; null for a request that is always read.</summary>
    public static RequestKey? KeyOf(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Features.Get<IHttpRequestFeature>()?.RawTarget is not ['/', ..] target)
            return null;
        return new(target, http.Request.Headers.Accept.ToString());
    }

    private static void Describe(HttpContext http, KeptRequest kept, ApiSettings settings)
    {
        RequestGate.AddSecurityHeaders(http);
        EntityTag.Describe(http.Response, kept.Tag, kept.Vary, settings.CacheControl);
        http.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("http.route", kept.Route));
    }
}

/// <summary>A request as it was sent.</summary>
internal sealed record RequestKey(string Target, string Accept)
{
    private const int OverheadBytes = 512;

    /// <summary>Memory that it takes, with what is kept under it.</summary>
    public long Bytes => (sizeof(char) * (Target.Length + Accept.Length)) + OverheadBytes;
}

/// <summary>What is known of a request without reading it again.</summary>
/// <param name="Generation">Of the index that answered.</param>
/// <param name="Tag">The answer's entity tag.</param>
/// <param name="Vary">The headers that the answer depends on.</param>
/// <param name="Route">The operation's path, for the metrics.</param>
internal sealed record KeptRequest(string Generation, string Tag, string Vary, string Route);
