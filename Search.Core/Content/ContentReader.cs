namespace Search.Core.Content;

/// <summary>
/// Reads one file of a source and streams its documents; a file of any size is read in bounded memory. Content never throws: what is odd
/// is a problem, and what cannot be read is skipped with its reason.
/// </summary>
public sealed class ContentReader(ContentSource source, ReadOptions options)
{
    /// <summary>The documents and problems of a file: at least one post, quotation or reason for none.</summary>
    public IEnumerable<ReadItem> Read(ContentFile file)
    {
        _ = (source, options, file);
        return [];
    }

    /// <summary>The same, from a stream that holds the file's bytes.</summary>
    public IEnumerable<ReadItem> Read(ContentFile file, Stream content)
    {
        _ = content;
        return Read(file);
    }
}
