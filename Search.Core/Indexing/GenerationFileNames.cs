namespace Search.Core.Indexing;

/// <summary>Names of the files that a generation holds beside Lucene's own, its labels and its people.</summary>
public static class GenerationFileNames
{
    /// <summary>The catalog of tags.</summary>
    public const string Tags = "tags.bin";

    /// <summary>The as-you-type index.</summary>
    public const string Suggest = "suggest.bin";

    /// <summary>Title and address of the site, a line each.</summary>
    public const string Site = "site.txt";
}
