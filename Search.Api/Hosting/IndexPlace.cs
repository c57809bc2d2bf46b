namespace Search.Api.Hosting;

/// <summary>
/// Where the served index lies, and where the samples lie that fill it when nobody named an index and there is none yet.
/// </summary>
/// <param name="Folder">Full path; the folder may not exist yet.</param>
/// <param name="IsDefault">True where nobody named it.</param>
/// <param name="Samples">Full path of the sample site; null where this is not a checkout of the repository.</param>
internal sealed record IndexPlace(string Folder, bool IsDefault, string? Samples)
{
    /// <summary>True where no generation was ever published in the folder.</summary>
    public bool HoldsNone => !File.Exists(Path.Combine(Folder, "CURRENT"));

    /// <summary>The folder that was named, or <c>index/</c> at the root of the repository that the program or the current folder lies in, or <c>index/</c> here.</summary>
    public static IndexPlace Find(string? given, SettingsReader settings)
    {
        var root = RepositoryRoot(Directory.GetCurrentDirectory()) ?? RepositoryRoot(AppContext.BaseDirectory);
        var samples = root is null ? null : Path.Combine(root, "samples");
        var place = new IndexPlace(Path.Combine(root ?? Directory.GetCurrentDirectory(), "index"), true, Directory.Exists(samples) ? samples : null);
        if (given is null)
            return place;
        if (TryFullPath(given) is not { } path)
            settings.Reject("Search:Index", $"'{given}' is not a path");
        else if (File.Exists(path))
            settings.Reject("Search:Index", $"'{given}' is a file; it takes the folder of an index, or one to be made");
        else
            place = place with { Folder = path, IsDefault = false };
        return place;
    }

    /// <summary>Null where the text can't be a path.</summary>
    public static string? TryFullPath(string given) => given.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(given);

    private static string? RepositoryRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
                return folder.FullName;
        return null;
    }
}
