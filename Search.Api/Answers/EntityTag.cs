using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Net.Http.Headers;

namespace Search.Api.Answers;

/// <summary>
/// Names an answer before it is made: the version of the API, the generation of the index and the question. Weak, because two
/// answers with one tag may differ in the time they took and in their compression.
/// </summary>
internal static class EntityTag
{
    // Raise it when the same generation and question begin to give another answer.
    private const string ApiVersion = "1";

    public static EntityTagHeaderValue Of(string generation, string path, string question)
    {
        var text = $"{ApiVersion}\n{generation}\n{path}\n{question}";
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
