namespace Search.Core.Ingestion;

/// <summary>
/// Hashes of what the knowledge of a whole collection was made from. Where one is as it was, what was made from it is too, and is taken over from the last generation;
/// where all are, only documents that changed themselves can stand differently in the index.
/// </summary>
/// <param name="People">Dates and names of all documents: the catalog of people.</param>
/// <param name="Tags">Tags and dates of all documents, and the names of the people: the catalog of tags.</param>
/// <param name="Others">Keys, proposed ids, URLs and categories of all documents: ids, links and categories. 0 where documents were made that may stand differently since.</param>
internal sealed record Knowledge(UInt128 People, UInt128 Tags, UInt128 Others)
{
    /// <summary>False after a run that left work on the whole collection to the next one (<see cref="IngestOptions.SettleLater"/>).</summary>
    public bool IsSettled => Others != 0;

    /// <summary>The same catalogs, with documents that are still to be compared.</summary>
    public Knowledge Unsettled() => this with { Others = 0 };
}
