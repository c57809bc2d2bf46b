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

    public static EntityTagHeaderValue Of(string generation, string path, string question)
    {
        var text = $"{Version}\n{generation}\n{path}\n{question}";
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(XxHash128.Hash(MemoryMarshal.AsBytes(text.AsSpan())))}\"", isWeak: true);
    }

    /// <summary>True where the caller already has the answer. <c>*</c> is not taken: it would need the answer to be made.</summary>
    public static bool IsKnownTo(HttpRequest request, EntityTagHeaderValue tag)
    {
        if (request.Headers.IfNoneMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known))
            return false;
        return known.Any(one => one.Compare(tag, useStrongComparison: false));
    }
}
