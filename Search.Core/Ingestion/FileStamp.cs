using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Search.Core.Content;

namespace Search.Core.Ingestion;

/// <summary>
/// What the file system says of a file without reading it: length, times and, on Linux, the inode and the time of its last change of any sort, which
/// no program can set. A file whose stamp is as before has the same bytes; one that was written a moment ago has no stamp, because it may be
/// written again within the grain of the clock ("racy git", Documentation/technical/racy-git).
/// </summary>
internal static unsafe partial class FileStamp
{
    private const int FollowLinks = 0;
    private const int CurrentFolder = -100;
    private const uint BasicFields = 0x7ff;
    private const int StatxBytes = 256;

    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(2);
    private static volatile bool hasStatx = OperatingSystem.IsLinux();

    /// <summary>0 where nothing can be relied upon.</summary>
    public static UInt128 Of(ContentFile file)
    {
        // Not the clock of the run: files are stamped by the machine's.
        var settled = (TimeProvider.System.GetUtcNow() - Grain).UtcDateTime;
        Span<byte> known = stackalloc byte[40];
        known.Clear();
        if (hasStatx)
            try
            {
                var answer = stackalloc byte[StatxBytes];
                if (Statx(CurrentFolder, file.FullPath, FollowLinks, BasicFields, answer) != 0)
                    return 0;
                var fields = new ReadOnlySpan<byte>(answer, StatxBytes);
                var changed = DateTime.UnixEpoch.AddSeconds(BinaryPrimitives.ReadInt64LittleEndian(fields[96..]));
                if (changed >= settled)
                    return 0;
                fields.Slice(32, 16).CopyTo(known); // inode, size
                fields.Slice(96, 12).CopyTo(known[16..]); // change of any sort
                fields.Slice(112, 12).CopyTo(known[28..]); // change of content
                return XxHash128.HashToUInt128(known);
            }
            catch (EntryPointNotFoundException)
            {
                hasStatx = false; // A C library from before 2018.
            }
        var info = new FileInfo(file.FullPath);
        var target = info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        if (target is not { Exists: true } || target.LastWriteTimeUtc >= settled || target.CreationTimeUtc >= settled)
            return 0;
        BinaryPrimitives.WriteInt64LittleEndian(known, target.Length);
        BinaryPrimitives.WriteInt64LittleEndian(known[8..], target.LastWriteTimeUtc.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(known[16..], target.CreationTimeUtc.Ticks);
        return XxHash128.HashToUInt128(known);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, byte* answer);
}
