using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// A source: a folder or a file. Finds the site's configuration, its owner's authority files and the files of content; reads no post.
/// </summary>
public sealed class ContentSource
{
    private ContentSource(string root) => Root = root;

    /// <summary>Opens a source.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no folder or file of that name.</exception>
    public static ContentSource Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (!Directory.Exists(full) && !File.Exists(full))
            throw new DirectoryNotFoundException($"The source does not exist: {path}");
        return new ContentSource(full);
    }

    /// <summary>Full path of the folder, or of the file where the source is one.</summary>
    public string Root { get; }

    public SiteConfiguration Site { get; } = new();

    public IReadOnlyList<AuthorityEntry> People { get; } = [];

    public IReadOnlyList<AuthorityEntry> Tags { get; } = [];

    /// <summary>Problems of the configuration and the authority files.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; } = [];

    /// <summary>Changes when anything changes that affects the reading of all files: configuration, authority files, the reader itself.</summary>
    public string ConfigurationHash { get; } = "";

    /// <summary>
    /// Every file below the root that is content or looks as if it wanted to be, in ordinal order of the path; one that is neither a post
    /// nor a quotation has the reason.
    /// </summary>
    public IEnumerable<ContentFile> Files() => Root.Length == 0 ? [] : [];
}
