using Microsoft.AspNetCore.Diagnostics;
using Search.Api.Answers;
using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>Turns exceptions into problem documents: a request that can't be read is the caller's 4xx, a vanished index a 503, the rest a 500 that the log explains.</summary>
internal sealed partial class ErrorHandler(IndexReadiness readiness, ApiSettings settings, ILogger<ErrorHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            IndexUnavailableException gone => readiness.Unavailable(new(false, null, null, 0, 0, gone.Code, gone.Message)),
            InvalidCursorException cursor => Problem.InvalidParameters(new Dictionary<string, List<string>> { ["cursor"] = [$"is not accepted: {cursor.Message.TrimEnd('.')}"] }),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Endpoints.DraftReader.TooLarge(settings.Limits.MaxBodyBytes),
            BadHttpRequestException bad => new Problem(bad.StatusCode, ProblemCodes.InvalidRequest, bad.Message),
            _ => null,
        };
        if (problem is null)
        {
            // The path alone: what people search for stays out of the log.
            LogFault(exception, httpContext.Request.Method, httpContext.Request.Path, httpContext.TraceIdentifier);
            problem = new Problem(StatusCodes.Status500InternalServerError, ProblemCodes.InternalError, "The answer could not be made; the log names the fault by the traceId.");
        }
        await problem.WriteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed ({TraceId})")]
    private partial void LogFault(Exception exception, string method, PathString path, string traceId);
}
