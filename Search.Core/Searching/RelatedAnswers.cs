namespace Search.Core.Searching;

/// <summary>Related posts as they are shown.</summary>
internal static class RelatedAnswers
{
    public static RelatedAnswer Of(OpenGeneration generation, IReadOnlyList<FoundRelated> found)
    {
        var writer = new HitWriter(generation, HitTerms.None, highlight: false);
        return new([.. found.Select(f => writer.WriteRelated(f.Document, f.Score, f.Reasons))])
        {
            Note = found.Count == 0 ? "Nothing in the index is related to it." : null,
        };
    }
}
