using Search.Core.Content;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>
/// The parsed documents between the two passes of a run: kept in memory up to a bound, and read a second time beyond it.
/// </summary>
internal sealed class ParsedFiles(long maxChars)
{
    private readonly Dictionary<string, List<ReadItem>> kept = new(StringComparer.Ordinal);
    private long chars;

    public void Keep(string path, List<ReadItem>? documents)
    {
        if (documents is null)
            return;
        kept[path] = documents;
        chars += documents.Sum(CharsOf);
    }

    /// <summary>False when no more may be kept.</summary>
    public bool HasRoom => chars < maxChars;

    /// <summary>The documents of a file, from memory or read again.</summary>
    public IEnumerable<ReadItem> Of(SourceFile file) => kept.Remove(file.Path, out var documents) ? documents : file.Read().Where(i => i is PostRead or QuoteRead);

    public static long CharsOf(ReadItem item) => item switch
    {
        PostRead { Post: Post post } => 2000 + post.Text.Length + post.Code.Length + post.Asides.Sum(a => (long)a.Text.Length) + post.Links.Count * 60L + post.Tags.Count * 30L,
        QuoteRead { Quote: Quote quote } => 1000 + quote.Text.Length,
        _ => 0,
    };
}
