using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Core.Postings;

/// <summary>
/// The bytes of a file of a Lucene directory at a fixed address: mapped where it is a plain file, copied where it lies within a compound
/// file or in memory. Counted: memory that a search holds outlives <see cref="Dispose"/>, and holding after that is an
/// <see cref="ObjectDisposedException"/>.
/// </summary>
internal sealed unsafe class SidecarMemory : IDisposable
{
    private readonly SafeBuffer buffer;
    private readonly IDisposable? mapping;
    private readonly long offset;

    private SidecarMemory(SafeBuffer buffer, IDisposable? mapping, long offset, long length)
    {
        this.buffer = buffer;
        this.mapping = mapping;
        this.offset = offset;
        Length = length;
    }

    public long Length { get; }

    /// <summary>Bytes that are ours and not the page cache's.</summary>
    public long RamBytes => mapping is null ? Length : 0;

    public static SidecarMemory Open(LuceneDirectory directory, string name)
    {
        while (directory is FilterDirectory filter)
            directory = filter.Delegate;
        return directory is FSDirectory folder ? Map(Path.Combine(folder.Directory.FullName, name)) : Copy(directory, name);
    }

    /// <summary>Keeps the memory until <see cref="Release"/>.</summary>
    /// <exception cref="ObjectDisposedException">The segment is closed.</exception>
    public byte* Hold()
    {
        byte* start = null;
        buffer.AcquirePointer(ref start);
        return start + offset;
    }

    public void Release() => buffer.ReleasePointer();

    public void Dispose()
    {
        buffer.Dispose();
        mapping?.Dispose();
    }

    private static SidecarMemory Map(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
        var length = stream.Length;
        var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        try
        {
            var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            return new(view.SafeMemoryMappedViewHandle, new Both(view, file), view.PointerOffset, length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static SidecarMemory Copy(LuceneDirectory directory, string name)
    {
        using var input = directory.OpenInput(name, IOContext.READ_ONCE);
        var memory = new NativeBuffer(input.Length);
        try
        {
            var bytes = new byte[1 << 16];
            for (long at = 0; at < input.Length;)
            {
                var count = (int)Math.Min(bytes.Length, input.Length - at);
                input.ReadBytes(bytes, 0, count);
                memory.WriteSpan<byte>((ulong)at, bytes.AsSpan(0, count));
                at += count;
            }
            return new(memory, null, 0, input.Length);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }
    }

    private sealed class NativeBuffer : SafeBuffer
    {
        public NativeBuffer(long length)
            : base(ownsHandle: true)
        {
            SetHandle((IntPtr)NativeMemory.Alloc((nuint)length));
            Initialize((ulong)length);
        }

        protected override bool ReleaseHandle()
        {
            NativeMemory.Free((void*)handle);
            return true;
        }
    }
}
