using Search.Api.Answers;

namespace Search.Api.Hosting;

/// <summary>First to see a request: refuses addresses beyond the length allowed, and puts the security headers on every answer.</summary>
internal static class RequestGate
{
    // Answers of the API are data: nothing in them may run, load or be framed, whatever a browser takes them for.
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseRequestGate(this IApplicationBuilder app, LimitSettings limits) => app.Use(async (http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            AddSecurityHeaders((HttpContext)state);
            return Task.CompletedTask;
        }, http);
        var chars = http.Request.Path.Value?.Length + http.Request.QueryString.Value?.Length;
        if (chars > limits.MaxUrlChars)
            await new Problem(StatusCodes.Status414UriTooLong, ProblemCodes.UrlTooLong, $"The address is {chars} characters long; at most {limits.MaxUrlChars} are accepted.").WriteAsync(http);
        else
            await next(http);
    });

    /// <summary>What a browser may do with the answer; for one that does not come through the gate.</summary>
    public static void AddSecurityHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        var isPage = http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        // An endpoint that needs another policy has set it.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = isPage ? PagePolicy : DataPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
