using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary>
/// The way of every call that takes a text that is not in the index: read a bounded body, say all that is wrong with it, answer within
/// the time allowed. Nothing of the text is kept.
/// </summary>
internal static class DraftEndpoint
{
    public static IEndpointConventionBuilder MapDraft<TAnswer>(this IEndpointRouteBuilder app, string path, Operation operation, JsonTypeInfo<TAnswer> json,
        Func<ParameterReader, int> readLimit, Func<SearchService, DraftText, int, CancellationToken, TAnswer> ask)
        where TAnswer : class
    {
        RequestDelegate handle = http => HandleAsync(http, operation, json, readLimit, ask);
        return app.MapPost(path, handle).WithOperation(operation, handle, typeof(TAnswer),
            StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task HandleAsync<TAnswer>(HttpContext http, Operation operation, JsonTypeInfo<TAnswer> json,
        Func<ParameterReader, int> readLimit, Func<SearchService, DraftText, int, CancellationToken, TAnswer> ask)
        where TAnswer : class
    {
        var reader = new ParameterReader(http.Request);
        var limit = readLimit(reader);
        var settings = http.RequestServices.GetRequiredService<ApiSettings>();
        if (reader.Errors.Count > 0)
        {
            await Problem.InvalidParameters(reader.Errors).WriteAsync(http);
            return;
        }
        var (draft, problem) = await DraftReader.ReadAsync(http.Request, settings.Limits.MaxBodyBytes, http.RequestAborted);
        if (draft is null)
        {
            await problem!.WriteAsync(http);
            return;
        }

        if (http.RequestServices.GetRequiredService<SearchService>().Status is { IsOpen: false } status)
        {
            await http.RequestServices.GetRequiredService<IndexReadiness>().Unavailable(status).WriteAsync(http);
            return;
        }
        var asked = Stopwatch.GetTimestamp();
        (var answer, problem) = await http.RequestServices.GetRequiredService<AnswerDesk>()
            .AskAsync(operation.Id, (index, cancel) => ask(index, draft, limit, cancel), http.RequestAborted);
        if (problem is not null || answer is null)
        {
            await problem!.WriteAsync(http);
            return;
        }
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"search;dur={Stopwatch.GetElapsedTime(asked).TotalMilliseconds:0.##}");
        await JsonAnswer.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer, json), "application/json; charset=utf-8");
    }
}
