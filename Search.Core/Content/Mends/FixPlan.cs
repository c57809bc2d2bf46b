using System.Text;

namespace Search.Core.Content;

/// <summary>A mended file.</summary>
/// <param name="Path">Relative to the source.</param>
/// <param name="Patch">Unified diff.</param>
/// <param name="Mended">The problems that it mends.</param>
public sealed record FilePlan(string Path, string Patch, IReadOnlyList<ContentProblem> Mended);

/// <summary>
/// Works out how the files of a source can be mended. A change is taken only where the file, read again with it, gives the same documents without the
/// problem: the plan never changes what a post says. The source itself is only read.
/// </summary>
public sealed class FixPlan(ContentSource source, ReadOptions options)
{
    private const int MaxMendsOfAFile = 200;
    private const int MaxFileBytes = 4 * 1024 * 1024;

    private readonly ContentReader reader = new(source, options);

    /// <summary>The mend of one file; null where it has nothing that can be mended safely.</summary>
    /// <param name="path">Relative to the source.</param>
    /// <param name="pathInPatch">What the patch calls it.</param>
    public FilePlan? For(string path, string pathInPatch)
    {
        if (source.Find(path) is not { Form: ContentForm.MarkdownPost or ContentForm.HtmlPost or ContentForm.MarkdownQuote } file || file.Length > MaxFileBytes || BytesOf(file) is not { } bytes || SourceLines.Of(bytes) is not { } before)
            return null;
        var lines = before;
        var (problems, meaning) = Read(file, bytes);
        var mended = new List<ContentProblem>();
        var refused = new HashSet<(string, int)>();
        while (mended.Count < MaxMendsOfAFile && problems.Find(p => !refused.Contains((p.Code, p.Place.Line)) && LineMends.Of(p, lines) is not null) is { } problem)
        {
            var changed = LineMends.Of(problem, lines)!;
            var (left, newMeaning) = Read(file, SourceLines.Bytes(changed));
            var same = newMeaning == meaning && (left.Count < problems.Count || left.Count(p => p.Code == problem.Code) < problems.Count(p => p.Code == problem.Code));
            if (!same)
            {
                refused.Add((problem.Code, problem.Place.Line));
                continue;
            }
            mended.Add(problem);
            (lines, problems) = (changed, left);
        }
        return mended.Count == 0 ? null : new(path, FilePatch.Of(pathInPatch, before, lines), mended);
    }

    private static byte[]? BytesOf(ContentFile file)
    {
        try
        {
            using var stream = file.Open();
            return BoundedBytes.Read(stream, MaxFileBytes, out var cut) is var bytes && cut ? null : bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Everything that a document says, but not on which lines.
    private (List<ContentProblem> Problems, string Meaning) Read(ContentFile file, byte[] bytes)
    {
        var problems = new List<ContentProblem>();
        var meaning = new StringBuilder();
        using var stream = new MemoryStream(bytes);
        foreach (var item in reader.Read(file, stream))
            switch (item)
            {
                case ProblemRead { Problem: var problem }:
                    problems.Add(problem);
                    break;
                case PostRead { Post: var post }:
                    Add(post.Title, post.Url, post.Date?.ToString("O"), post.Updated?.ToString("O"), post.Author, post.Text, post.Code, post.Excerpt, post.Series, post.Language);
                    Add([.. post.Tags, "|", .. post.Categories, "|", .. post.People, "|", .. post.Bylines, "|", .. post.Asides.Select(aside => aside.Text), .. post.Links.Select(link => link.Target)]);
                    break;
                case QuoteRead { Quote: var quote }:
                    Add(quote.Text, quote.Speaker, quote.Role, quote.Date?.ToString("O"), quote.Source, quote.Url);
                    Add([.. quote.Tags]);
                    break;
                case Skipped skipped:
                    Add(skipped.Reason.ToString(), skipped.Why);
                    break;
            }
        return (problems, meaning.ToString());

        void Add(params string?[] parts) => meaning.AppendJoin('\u001F', parts).Append('\u001E');
    }
}
