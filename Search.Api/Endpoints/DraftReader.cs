using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Search.Api.Answers;

namespace Search.Api.Endpoints;

/// <summary>Reads <c>{"title", "body"}</c> from a request: never more than is allowed, and every fault as a problem.</summary>
internal static class DraftReader
{
    private const string Accepted = "a JSON object with title, body or both as text";

    public static async Task<(DraftText? Draft, Problem? Problem)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return (null, new Problem(StatusCodes.Status415UnsupportedMediaType, ProblemCodes.UnsupportedMediaType, $"The body's type is not accepted; send {Accepted}, with Content-Type: application/json."));
        if (request.ContentLength > maxBytes)
            return (null, TooLarge(maxBytes));
        var bytes = await ReadBytesAsync(request.BodyReader, maxBytes, cancel);
        return bytes is null ? (null, TooLarge(maxBytes)) : Parse(bytes);
    }

    public static Problem TooLarge(int maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, ProblemCodes.BodyTooLarge, $"The body is too large; at most {maxBytes} bytes are accepted.");

    // Null where there is more than maxBytes: a body without a length is only found out while it is read.
    private static async Task<byte[]?> ReadBytesAsync(PipeReader body, int maxBytes, CancellationToken cancel)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancel);
            if (read.Buffer.Length > maxBytes)
                return null;
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return bytes;
            }
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (DraftText? Draft, Problem? Problem) Parse(byte[] bytes)
    {
        try
        {
            var draft = JsonSerializer.Deserialize(bytes, ApiJson.Default.DraftText);
            if (!string.IsNullOrWhiteSpace(draft?.Title) || !string.IsNullOrWhiteSpace(draft?.Body))
                return (draft, null);
            return (null, Invalid("has neither a title nor a body"));
        }
        catch (JsonException fault)
        {
            return (null, Invalid(fault.LineNumber is { } line ? $"is not read beyond line {line + 1}, byte {fault.BytePositionInLine + 1}" : "is not JSON"));
        }
        // A lone surrogate escape (\ud800) is JSON by its form, but no text.
        catch (InvalidOperationException)
        {
            return (null, Invalid("has text that is not Unicode"));
        }
    }

    private static Problem Invalid(string what) => new(StatusCodes.Status400BadRequest, ProblemCodes.InvalidBody, $"The body {what}; it takes {Accepted}.")
    {
        Errors = new Dictionary<string, List<string>> { ["body"] = [what] },
    };
}
