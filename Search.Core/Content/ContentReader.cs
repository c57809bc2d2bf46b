using Search.Core.Model;

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
        ArgumentNullException.ThrowIfNull(file);
        if (file.Form == ContentForm.NotAPost)
        {
            yield return new Skipped(SkipReason.NotAPost, new SourceSpan(file.Path), file.NotAPostReason ?? "not a post");
            yield break;
        }
        Stream? stream = null;
        ReadItem[]? failed = null;
        try
        {
            stream = file.Open();
        }
        catch (Exception exception) when (IsDiskFault(exception))
        {
            failed = Unreadable(file, exception);
        }
        if (failed is not null)
        {
            foreach (var item in failed)
                yield return item;
            yield break;
        }
        using (stream)
            foreach (var item in Read(file, stream!))
                yield return item;
    }

    /// <summary>The same, from a stream that holds the file's bytes.</summary>
    public IEnumerable<ReadItem> Read(ContentFile file, Stream content)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(content);
        using var items = Items(file, content).GetEnumerator();
        var any = false;
        while (true)
        {
            ReadItem[] failed = [];
            try
            {
                if (!items.MoveNext())
                    break;
            }
            catch (Exception exception) when (IsDiskFault(exception) || ParserFault.Is(exception))
            {
                // A fault of the reader itself costs its file, and says so; it never ends a run.
                failed = Unreadable(file, exception);
            }
            foreach (var item in failed)
                yield return item;
            if (failed.Length > 0)
                yield break;
            any |= items.Current is not ProblemRead;
            yield return items.Current;
        }
        if (!any)
            yield return new Skipped(SkipReason.NotAPost, new SourceSpan(file.Path), "no document in it");
    }

    private IEnumerable<ReadItem> Items(ContentFile file, Stream content) => file.Form switch
    {
        ContentForm.MarkdownPost or ContentForm.HtmlPost => new PostReader(source, options).Read(file, content),
        ContentForm.MarkdownQuote => new QuoteReader(source, options).ReadMarkdown(file, content),
        ContentForm.QuotesFile => new QuoteReader(source, options).ReadFile(file, content),
        ContentForm.JsonLines => new JsonLinesReader(source, options).Read(file, content),
        ContentForm.WordPress => new WordPressReader(source, options).Read(file, content),
        ContentForm.Ghost => new GhostReader(source, options).Read(file, content),
        _ => [new Skipped(SkipReason.NotAPost, new SourceSpan(file.Path), file.NotAPostReason ?? "not a post")],
    };

    private static ReadItem[] Unreadable(ContentFile file, Exception exception)
    {
        var place = new SourceSpan(file.Path);
        return
        [
            new ProblemRead(new ContentProblem(IsDiskFault(exception) ? "file-not-readable" : "reader-fault", ProblemSeverity.Error, place, $"The file cannot be read: {exception.Message}", "nothing", IsDiskFault(exception) ? "Make the file readable for the indexer" : "Leave the file out, and report it to us")),
            new Skipped(SkipReason.Unreadable, place, exception.Message),
        ];
    }

    private static bool IsDiskFault(Exception exception) => exception is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException;
}
