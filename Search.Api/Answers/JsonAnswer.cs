using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Search.Api.Answers;

/// <summary>Writes an answer as JSON of known length, so that small answers are not compressed and HEAD tells the size.</summary>
internal static class JsonAnswer
{
    public static Task WriteAsync<T>(HttpContext http, T body, JsonTypeInfo<T> type, string mediaType)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        return WriteAsync(http, bytes, mediaType);
    }

    public static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> bytes, string mediaType)
    {
        http.Response.ContentType = mediaType;
        http.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        try
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to tell.
        }
    }
}
