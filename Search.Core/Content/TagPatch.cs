using System.Text;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// A patch that gives the posts of a source other tags. The source itself is never written. Every changed file is read again before it
/// counts: it must give the tags that were meant, and title and text as before; a file of which that is not certain is left alone.
/// </summary>
/// <param name="Text">For <c>git apply</c> in the source's root; empty where nothing changes.</param>
/// <param name="Files">Files that it changes.</param>
/// <param name="LeftAlone">Files that were to change and do not, with the reason.</param>
public sealed record TagPatch(string Text, int Files, IReadOnlyList<(string Path, string Reason)> LeftAlone)
{
    private const int MaxBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="source">The posts.</param>
    /// <param name="tagsOf">The tags that a post should have.</param>
    /// <param name="cancel">Stops it.</param>
    public static TagPatch Of(ContentSource source, Func<Post, IReadOnlyList<string>> tagsOf, CancellationToken cancel = default)
    {
        var patch = new StringBuilder();
        var leftAlone = new List<(string, string)>();
        var files = 0;
        var reader = new ContentReader(source, new ReadOptions { Drafts = true, Future = true });
        var trial = Directory.CreateTempSubdirectory("search-tags-");
        try
        {
            foreach (var file in source.Files())
            {
                cancel.ThrowIfCancellationRequested();
                if (reader.Read(file).OfType<PostRead>().Take(2).ToList() is not [{ Post: var post }])
                    continue;
                var tags = tagsOf(post);
                if (tags.SequenceEqual(post.Tags, StringComparer.Ordinal))
                    continue;
                var (before, reason) = RawText(file);
                string? after = null;
                if (before is not null)
                    (after, reason) = TagLines.Replace(before, tags);
                if (after is not null && !GivesThose(trial.FullName, file, after, post, tags))
                    (after, reason) = (null, "its tags are written in a way that can't be rewritten for certain");
                if (after is null)
                {
                    leftAlone.Add((file.Path, reason!));
                    continue;
                }
                var difference = FilePatch.Of(file.Path, before!, after);
                if (difference.Length == 0)
                {
                    leftAlone.Add((file.Path, "its lines end in a way that no patch can say"));
                    continue;
                }
                patch.Append(difference);
                files++;
            }
        }
        finally
        {
            trial.Delete(recursive: true);
        }
        return new(patch.ToString(), files, leftAlone);
    }

    private static (string? Text, string? Reason) RawText(ContentFile file)
    {
        try
        {
            using var stream = file.Open();
            var bytes = BoundedBytes.Read(stream, MaxBytes, out var cut);
            return cut ? (null, "it is too large") : (Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "it is not UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"it cannot be read: {e.Message}");
        }
    }

    private static bool GivesThose(string folder, ContentFile file, string text, Post post, IReadOnlyList<string> tags)
    {
        var path = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, Strict);
        try
        {
            var source = ContentSource.Open(folder);
            var read = source.Files().SelectMany(new ContentReader(source, new ReadOptions { Drafts = true, Future = true }).Read).OfType<PostRead>().ToList();
            return read is [{ Post: var again }] && again.Tags.SequenceEqual(tags, StringComparer.Ordinal) && again.Title == post.Title && again.Text == post.Text
                && again.Categories.SequenceEqual(post.Categories, StringComparer.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
