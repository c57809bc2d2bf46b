using Search.Core.Content;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// The parsed documents between the two passes of a run: kept in memory up to a bound, and read a second time beyond it.
/// </summary>
internal sealed class ParsedFiles(long maxChars, NameFinder names)
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
    public IEnumerable<ReadItem> Of(SourceFile file) => kept.Remove(file.Path, out var documents) ? documents : ReadAgain(file);

    private IEnumerable<ReadItem> ReadAgain(SourceFile file)
    {
        foreach (var item in file.Read())
            if (item is PostRead { Post: var post })
                yield return new NamedPost(post, names.Find(post));
            else if (item is QuoteRead)
                yield return item;
    }

    public static long CharsOf(ReadItem item) => item switch
    {
        NamedPost { Post: var post } named => 2000 + named.Names.Mentions.Count * 24L + named.Names.People.Count * 300L + post.Text.Length + post.Code.Length + post.Asides.Sum(a => (long)a.Text.Length) + post.Links.Count * 60L + post.Tags.Count * 30L,
        QuoteRead { Quote: var quote } => 1000 + quote.Text.Length,
        _ => 0,
    };
}
