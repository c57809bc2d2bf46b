namespace Search.Api.Endpoints;

/// <summary>A slash within a name arrives as <c>%2F</c>: the server leaves it so, as it would part the path.</summary>
internal static class PathText
{
    /// <summary>The name with its slashes; null where it has none, and the name as it came is the only reading.</summary>
    public static string? Unescaped(string part) =>
        part.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase) : null;
}
