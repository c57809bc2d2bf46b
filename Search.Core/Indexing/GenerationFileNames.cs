namespace Search.Core.Indexing;

/// <summary>Names of the files that a generation holds beside Lucene's own, its labels and its people.</summary>
public static class GenerationFileNames
{
    /// <summary>The catalog of tags.</summary>
    public const string Tags = "tags.bin";

    /// <summary>The catalog of people, for the next run of the indexer.</summary>
    public const string PeopleCatalog = "people.bin";

    /// <summary>The as-you-type index.</summary>
    public const string Suggest = "suggest.bin";

    /// <summary>The words that misspellings are told by.</summary>
    public const string Spelling = "spelling.bin";

    /// <summary>Title, address and language of the site (<see cref="SiteFile"/>).</summary>
    public const string Site = "site.txt";
}
