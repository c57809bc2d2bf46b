using Microsoft.AspNetCore.Diagnostics;
using Search.Api.Answers;

namespace Search.Api.Hosting;

/// <summary>Gives an empty error answer its words: a path that does not exist, a method that a path does not take.</summary>
internal static class StatusPages
{
    public static async Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        var problem = status switch
        {
            StatusCodes.Status404NotFound => Problem.NotFound("There is nothing at this address; /docs lists the addresses that exist."),
            StatusCodes.Status405MethodNotAllowed => new Problem(status, ProblemCodes.MethodNotAllowed, $"{http.Request.Method} is not accepted here; accepted: {http.Response.Headers.Allow}."),
            _ => new Problem(status, ProblemCodes.InvalidRequest, "The request can't be answered as it was sent."),
        };
        await problem.WriteAsync(http);
    }
}
