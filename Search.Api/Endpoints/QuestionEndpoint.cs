using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary>
/// The way of every question: read the parameters, all errors at once; name the answer by generation and question; if the caller has it
/// already, say so and search nothing; if it was made before, send it again; otherwise answer within the time allowed.
/// </summary>
internal static class QuestionEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static IEndpointConventionBuilder MapQuestion<TInput, TAnswer>(this IEndpointRouteBuilder app, string path, Question<TInput, TAnswer> question)
        where TAnswer : class
    {
        RequestDelegate handle = http => HandleAsync(http, path, question);
        return app.MapMethods(path, Methods, handle).WithOperation(question.Operation with { IsConditional = true }, handle, typeof(TAnswer), StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task HandleAsync<TInput, TAnswer>(HttpContext http, string path, Question<TInput, TAnswer> question)
        where TAnswer : class
    {
        var started = Stopwatch.GetTimestamp();
        var reader = new ParameterReader(http.Request);
        var input = question.Read(reader);
        var diverted = question.Divert?.Invoke(http, reader, input);
        if (reader.Errors.Count > 0)
        {
            await Problem.InvalidParameters(reader.Errors).WriteAsync(http);
            return;
        }
        var settings = http.RequestServices.GetRequiredService<ApiSettings>();
        var status = http.RequestServices.GetRequiredService<SearchService>().Status;
        if (status is not { IsOpen: true, Generation: { } generation })
        {
            await http.RequestServices.GetRequiredService<IndexReadiness>().Unavailable(status).WriteAsync(http);
            return;
        }
        if (diverted is not null)
        {
            await diverted(http);
            return;
        }
        // What holds addresses of this host is another answer for those who reach it under another name.
        var place = question.Write is null ? http.Request.Path.Value ?? "" : $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}{http.Request.QueryString}";
        var tag = EntityTag.Of(generation, place, reader.Canonical);
        var vary = question.Divert is null ? "Accept-Encoding" : "Accept, Accept-Encoding";
        EntityTag.Describe(http.Response, tag, vary, settings.CacheControl);
        if (EntityTag.IsKnownTo(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var cache = http.RequestServices.GetRequiredService<AnswerCache>();
        var warnings = reader.Warnings();
        // Warnings of one request's parameters are no part of the question, so they must not reach the next who asks it, nor be lost.
        if (warnings.Count == 0 && cache.Find(tag) is { } kept)
        {
            KeepRequest();
            http.Response.Headers["Server-Timing"] = "kept";
            await kept.WriteAsync(http);
            return;
        }

        var asked = Stopwatch.GetTimestamp();
        var (answer, problem) = await http.RequestServices.GetRequiredService<AnswerDesk>()
            .AskAsync(question.Operation.Id, (index, cancel) => question.Answer(index, input, cancel), http.RequestAborted);
        if (problem is not null)
        {
            await problem.WriteAsync(http);
            return;
        }
        if (answer is null)
        {
            await Problem.NotFound(question.Missing(input)).WriteAsync(http);
            return;
        }
        if (warnings.Count > 0)
        {
            http.Response.Headers["Search-Warnings"] = JsonEncodedText.Encode(string.Join(' ', warnings)).Value;
            answer = question.Warn is null ? answer : question.Warn(answer, warnings);
        }
        var written = question.Write is null
            ? new KeptAnswer(JsonSerializer.SerializeToUtf8Bytes(answer, question.Json))
            : new KeptAnswer(question.Write(http, input, answer), $"{question.Operation.MediaType}; charset=utf-8");
        if (warnings.Count == 0)
        {
            cache.Keep(tag, written);
            KeepRequest();
        }
        http.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture,
            $"search;dur={Stopwatch.GetElapsedTime(asked).TotalMilliseconds:0.##}, total;dur={Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.##}");
        await written.WriteAsync(http);

        void KeepRequest()
        {
            if (question.Write is null && KeptRequests.KeyOf(http) is { } key)
                cache.Keep(key, new(generation, tag, vary, path));
        }
    }
}
