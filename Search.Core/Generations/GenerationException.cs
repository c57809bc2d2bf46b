namespace Search.Core.Generations;

/// <summary>
/// The index folder can't do what was asked of it: says with a stable <see cref="Code"/> what kind of trouble it is, with
/// <see cref="Path"/> where, and in the message why. Commands and the API turn the code into an exit code or a status.
/// </summary>
/// <remarks>
/// Codes: <c>index-not-found</c>, <c>not-an-index</c>, <c>index-not-writable</c>, <c>index-not-readable</c>, <c>index-locked</c>,
/// <c>current-unreadable</c>, <c>manifest-unreadable</c>, <c>manifest-newer</c>, <c>generation-not-found</c>,
/// <c>published-file-modified</c>, <c>disk-full</c>, <c>index-io</c>.
/// </remarks>
public sealed class GenerationException(string code, string path, string reason, Exception? inner = null)
    : IOException($"{path}: {reason}", inner)
{
    /// <summary>Stable, lower-case, words joined with <c>-</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Full path of the file or folder that the trouble is with.</summary>
    public string Path { get; } = path;

    /// <summary>The message without the path.</summary>
    public string Reason { get; } = reason;

    internal static bool IsFromDisk(Exception e) => e is (IOException or UnauthorizedAccessException) and not GenerationException;

    /// <summary>Tells a full disk and a folder that can't be written from other trouble: each has another cure.</summary>
    internal static GenerationException FromDisk(string action, string path, Exception e) =>
        IsDiskFull(e) ? new("disk-full", path, $"no space left on the disk: {action}", e)
        : e is UnauthorizedAccessException || IsReadOnly(e) ? new("index-not-writable", path, $"no permission: {action}", e)
        : new("index-io", path, $"{action}: {e.Message}", e);

    // errno of ENOSPC, EFBIG and EDQUOT (Linux, macOS); on Windows ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static bool IsDiskFull(Exception e) =>
        OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is 112 or 39
        : e.HResult is 28 or 27 || e.HResult == (OperatingSystem.IsMacOS() ? 69 : 122);

    // EROFS; on Windows ERROR_WRITE_PROTECT.
    internal static bool IsReadOnly(Exception e) => OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) == 19 : e.HResult == 30;
}
