namespace Search.Core.Highlighting;

/// <summary>A stretch of a text to be marked, in UTF-16 code units.</summary>
internal readonly record struct MarkedRange(int Start, int Length)
{
    public int End => Start + Length;
}
