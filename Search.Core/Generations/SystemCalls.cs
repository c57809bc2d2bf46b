using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Search.Core.Generations;

/// <summary>The few calls of the operating system that .NET has no name for: hard links, and flushing a folder to the disk.</summary>
internal static partial class SystemCalls
{
    /// <summary>
    /// Gives a file a second name. False where that is not possible (another file system, a file system without links, someone else's
    /// file, too many links): the caller copies instead, and a copy reports what is really wrong.
    /// </summary>
    public static bool TryHardLink(string existing, string link) =>
        OperatingSystem.IsWindows() ? CreateHardLink(link, existing, 0) : Link(existing, link) == 0;

    /// <summary>
    /// Makes the names in a folder durable (<c>fsync</c> of the folder). On Windows, where NTFS journals names itself, it does nothing.
    /// </summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = OpenForReading(folder);
        if (Fsync(handle) == 0)
            return;
        var errno = Marshal.GetLastPInvokeError();
        // EINVAL: the file system has no such thing for folders (some network and FUSE file systems).
        if (errno != 22)
            throw new IOException($"fsync of {folder}: {Marshal.GetPInvokeErrorMessage(errno)}", errno);
    }

    /// <summary>Opens a file or folder on Unix without asking for a lock.</summary>
    [UnsupportedOSPlatform("windows")]
    public static SafeFileHandle OpenForReading(string path)
    {
        var closeOnExec = OperatingSystem.IsMacOS() ? 0x1000000 : OperatingSystem.IsFreeBSD() ? 0x100000 : 0x80000;
        var handle = Open(path, closeOnExec, 0);
        if (!handle.IsInvalid)
            return handle;
        var errno = Marshal.GetLastPInvokeError();
        handle.Dispose();
        throw new IOException($"open of {path}: {Marshal.GetPInvokeErrorMessage(errno)}", errno);
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string link);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle handle);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string link, string existing, nint securityAttributes);
}
