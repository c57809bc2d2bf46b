using Search.Core.Content;
using Search.Core.Model;

namespace Search.Bench.Evaluation;

/// <summary>Posts of a content folder by their path, read as the indexer reads them.</summary>
public sealed class ContentPosts
{
    private readonly ContentSource _source;
    private readonly ContentReader _reader;

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public ContentPosts(string folder)
    {
        _source = ContentSource.Open(folder);
        _reader = new ContentReader(_source, new ReadOptions { Drafts = true, Future = true });
    }

    /// <summary>The post in the file at a path below the folder; null where there is none.</summary>
    public Post? At(string path) =>
        _source.Find(path) is { } file ? _reader.Read(file).OfType<PostRead>().Select(read => read.Post).FirstOrDefault() : null;
}
