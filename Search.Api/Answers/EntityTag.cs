using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Net.Http.Headers;
using Search.Core.Searching;

namespace Search.Api.Answers;

/// <summary>
/// Names an answer before it is made: the version of the program, the generation of the index and the question. Weak, because two
/// answers with one tag may differ in the time they took and in their compression.
/// </summary>
internal static class EntityTag
{
    // Other code may give another answer to the same question of the same generation; the same code never does.
    private static readonly string Version = $"{typeof(EntityTag).Module.ModuleVersionId} {typeof(SearchService).Module.ModuleVersionId}";

    /// <summary>The tag as a header has it.</summary>
    public static string Of(string generation, string path, string question)
    {
        var text = $"{Version}\n{generation}\n{path}\n{question}";
        return $"W/\"{Convert.ToHexStringLower(XxHash128.Hash(MemoryMarshal.AsBytes(text.AsSpan())))}\"";
    }

    /// <summary>True where the caller already has the answer. <c>*</c> is not taken: it would need the answer to be made.</summary>
    public static bool IsKnownTo(HttpRequest request, string tag)
    {
        var sent = request.Headers.IfNoneMatch;
        if (sent.Count == 0)
            return false;
        if (sent.Count == 1 && sent[0] == tag)
            return true;
        return EntityTagHeaderValue.TryParseList(sent, out var known) && EntityTagHeaderValue.Parse(tag) is var ours && known.Any(one => one.Compare(ours, useStrongComparison: false));
    }

    /// <summary>Says which answer this is, and how long and for whom it may be kept.</summary>
    public static void Describe(HttpResponse response, string tag, string vary, string cacheControl)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = vary;
    }
}
