namespace Search.Core.Searching;

/// <summary>
/// A place in an order of hits, said by values and not by numbers of documents, so that it holds in another generation too.
/// </summary>
/// <param name="Score">Score of the hit there; 0 in an order by date.</param>
/// <param name="Instant">Its date, in seconds since 1970.</param>
/// <param name="Id">Its id.</param>
/// <param name="OldestFirst">True in the order oldest first.</param>
internal readonly record struct HitPlace(double Score, long Instant, string Id, bool OldestFirst = false)
{
    /// <summary>Whether the place comes before a document, which then belongs to a later page.</summary>
    public bool IsBefore(OpenGeneration generation, int document, double score)
    {
        if (score != Score)
            return score < Score;
        var instant = generation.Days.InstantOf(document);
        if (instant != Instant)
            return OldestFirst ? instant > Instant : instant < Instant;
        return string.CompareOrdinal(generation.HeadOf(document).Id, Id) > 0;
    }
}
