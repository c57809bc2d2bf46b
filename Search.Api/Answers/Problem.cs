using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Search.Api.Answers;

/// <summary>An error on its way out: status, code and words, written as <c>application/problem+json</c> and never cached.</summary>
internal sealed record Problem(int Status, string Code, string Detail)
{
    public const string MediaType = "application/problem+json";

    public IReadOnlyDictionary<string, List<string>>? Errors { get; init; }

    /// <summary>Seconds after which asking again makes sense; null where it never does.</summary>
    public int? RetryAfterSeconds { get; init; }

    public static Problem InvalidParameters(IReadOnlyDictionary<string, List<string>> errors) =>
        new(StatusCodes.Status400BadRequest, ProblemCodes.InvalidParameter,
            string.Join(" ", errors.SelectMany(error => error.Value.Select(message => $"{error.Key} {message}.")))) { Errors = errors };

    public static Problem NotFound(string detail) => new(StatusCodes.Status404NotFound, ProblemCodes.NotFound, detail);

    public static Problem IndexUnavailable(string code, string detail) =>
        new(StatusCodes.Status503ServiceUnavailable, code, detail) { RetryAfterSeconds = 2 };

    public async Task WriteAsync(HttpContext http)
    {
        var response = http.Response;
        if (response.HasStarted)
            return;
        var body = new ProblemBody
        {
            Title = ReasonPhrases.GetReasonPhrase(Status) is { Length: > 0 } phrase ? phrase : "Error",
            Status = Status,
            Detail = Detail,
            Instance = http.Request.Path.Value,
            Code = Code,
            Errors = Errors,
            TraceId = Status == StatusCodes.Status500InternalServerError ? http.TraceIdentifier : null,
        };
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.Remove(HeaderNames.ETag);
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await JsonAnswer.WriteAsync(http, body, ApiJson.Default.ProblemBody, MediaType);
    }
}
