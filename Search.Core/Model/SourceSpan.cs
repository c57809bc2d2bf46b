namespace Search.Core.Model;

/// <summary>
/// The place in the content that a fact came from.
/// </summary>
/// <param name="Path">Path relative to the source's root, with forward slashes.</param>
/// <param name="Line">1-based line; 0 where the fact belongs to the whole file.</param>
/// <param name="Column">1-based column in UTF-16 code units; 0 where unknown.</param>
public readonly record struct SourceSpan(string Path, int Line = 0, int Column = 0)
{
    public override string ToString() => Line == 0 ? Path : Column == 0 ? $"{Path}:{Line}" : $"{Path}:{Line}:{Column}";
}
