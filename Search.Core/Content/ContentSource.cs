using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// A source: a folder or a file. Finds the site's configuration, its owner's authority files and the files of content; reads no post.
/// </summary>
/// <remarks>
/// A source that is a folder or file within a site (its <c>_posts</c>, say) is read by the configuration of that site; paths stay relative
/// to the source.
/// </remarks>
public sealed class ContentSource
{
    // Goes up whenever the same bytes are read differently, so that indexes made before are brought up to date.
    private const int ReaderVersion = 5;
    private const int MaxLevelsUp = 6;

    private readonly string siteRoot;
    private readonly string? singleFile;
    private readonly FileForms forms;

    private ContentSource(string folder, string? singleFile, string siteRoot)
    {
        this.siteRoot = siteRoot;
        this.singleFile = singleFile;
        Root = folder;
        PlacePrefix = folder == siteRoot ? "" : Path.GetRelativePath(siteRoot, folder).Replace('\\', '/') + "/";
        var problems = new List<ContentProblem>();
        Site = SiteReader.Read(siteRoot, problems, out var filesRead);
        forms = new FileForms(Site);
        FolderData = Site.Generator == SiteGenerator.Eleventy ? new(siteRoot, forms.IsPassedOver) : null;
        var authorities = new AuthorityFiles(siteRoot, problems);
        People = authorities.Read("people", TagKind.Person);
        Tags = authorities.Read("tags", null);
        Authors = new(siteRoot, Site.Settings);
        Problems = problems;
        ConfigurationHash = Hash(siteRoot, [.. filesRead, .. authorities.FilesRead, .. Authors.FilesRead, .. FolderData?.FilesRead ?? []]);
    }

    /// <summary>Opens a source.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no folder or file of that name.</exception>
    public static ContentSource Open(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
            return new ContentSource(full, null, SiteRootOf(full));
        if (!File.Exists(full))
            throw new DirectoryNotFoundException($"The source does not exist: {path}");
        var folder = Path.GetDirectoryName(full)!;
        return new ContentSource(folder, Path.GetFileName(full), SiteRootOf(folder));
    }

    /// <summary>Full path of the folder; of the folder in which the file stands where the source is one file.</summary>
    public string Root { get; }

    public SiteConfiguration Site { get; }

    /// <summary>Entries of <c>people.yml</c>.</summary>
    public IReadOnlyList<AuthorityEntry> People { get; }

    /// <summary>Entries of <c>tags.yml</c>.</summary>
    public IReadOnlyList<AuthorityEntry> Tags { get; }

    /// <summary>Problems of the configuration and the authority files.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; }

    /// <summary>Changes when anything changes that affects the reading of all files: configuration, authority files, the reader itself.</summary>
    public string ConfigurationHash { get; }

    /// <summary>Path from the site's root to the source's, with a slash behind it; empty where they are one.</summary>
    internal string PlacePrefix { get; }

    /// <summary>Names of authors by the keys that posts give.</summary>
    internal AuthorNames Authors { get; }

    /// <summary>What an Eleventy site gives to the pages of its folders; null for other sites.</summary>
    internal EleventyData? FolderData { get; }

    /// <summary>The page (<c>index.md</c>) of the leaf bundle whose folder a file lies in, from the site's root; null where it lies in none.</summary>
    internal string? BundleOf(string place)
    {
        for (var slash = place.LastIndexOf('/'); slash > 0; slash = place.LastIndexOf('/', slash - 1))
            foreach (var ending in new[] { ".md", ".html" })
                if ($"{place[..slash]}/index{ending}" is var page && page != place && File.Exists(Path.Combine(siteRoot, page)))
                    return page;
        return null;
    }

    /// <summary>
    /// Every file below the root that is content or looks as if it wanted to be, in ordinal order of the path; one that is neither a post
    /// nor a quotation has the reason. Folders that cannot be opened and links to folders are passed over.
    /// </summary>
    public IEnumerable<ContentFile> Files()
    {
        var files = new List<ContentFile>();
        if (singleFile is not null)
        {
            if (Entry(new FileInfo(Path.Combine(Root, singleFile)), singleFile, alone: true) is { } only)
                files.Add(only);
            return files;
        }
        var folders = new Stack<string>();
        folders.Push("");
        while (folders.TryPop(out var folder))
            foreach (var entry in EntriesOf(folder))
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (entry is DirectoryInfo)
                {
                    if (entry.LinkTarget is null && !forms.IsPassedOver(PlacePrefix + path))
                        folders.Push(path);
                }
                else if (Entry((FileInfo)entry, path, alone: false) is { } file)
                    files.Add(file);
            }
        files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>The file of that path below the root, as <see cref="Files"/> would list it; null where there is none or it is no content.</summary>
    public ContentFile? Find(string path)
    {
        var info = new FileInfo(Path.Combine(Root, path));
        if (!info.Exists || path.Split('/')[..^1].Any(segment => segment is ".." || forms.IsPassedOver(segment)))
            return null;
        return Entry(info, path, alone: false);
    }

    private List<FileSystemInfo> EntriesOf(string folder)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(Root, folder)).EnumerateFileSystemInfos().ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private ContentFile? Entry(FileInfo info, string path, bool alone)
    {
        try
        {
            // A link is followed to a file, never to a folder; what it points to decides the length.
            var target = info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (target is not { Exists: true })
                return null;
            var place = PlacePrefix + path;
            var form = forms.Of(place);
            if (form is null && !alone)
                return null;
            var (kind, reason) = form ?? (ContentForm.NotAPost, "not a form of content that is read");
            if (kind is ContentForm.WordPress or ContentForm.Ghost && ExportSniffer.Of(info.FullName) != kind)
            {
                if (!alone)
                    return null;
                (kind, reason) = (ContentForm.NotAPost, "not a form of content that is read");
            }
            return new ContentFile(path, info.FullName, target.Length, kind, reason) { LastWrite = target.LastWriteTimeUtc };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The nearest folder upwards that holds a configuration, but only from a folder of content.
    private static string SiteRootOf(string folder)
    {
        if (SiteReader.IsSiteRoot(folder))
            return folder;
        var parent = Path.GetDirectoryName(folder);
        for (var level = 0; parent is not null && level < MaxLevelsUp; level++, parent = Path.GetDirectoryName(parent))
        {
            var inside = Path.GetRelativePath(parent, folder).Replace('\\', '/').Split('/');
            if (!inside.Any(segment => segment is "_posts" or "_drafts" or "_quotes" or "content" or "source" or "src"))
                continue;
            if (SiteReader.IsSiteRoot(parent) || inside[0] is "_posts" or "_drafts")
                return parent;
        }
        return folder;
    }

    private string Hash(string siteRoot, IEnumerable<string> files)
    {
        var hash = new XxHash128();
        hash.Append(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ReaderVersion}\n{PlacePrefix}\n{Site.TimeZone.Id}\n")));
        foreach (var file in files.Order(StringComparer.Ordinal))
            try
            {
                hash.Append(Encoding.UTF8.GetBytes(file + "\n"));
                using var stream = new FileStream(Path.Combine(siteRoot, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                hash.Append(stream);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                hash.Append("unreadable"u8);
            }
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
