using Microsoft.Win32.SafeHandles;

namespace Search.Core.Ingestion;

/// <summary>Pieces of bytes in a file: put at its end and read again at their places. Written in few large parts. May be used by many threads.</summary>
internal sealed class AppendedBytes : IDisposable
{
    private const int MostPending = 1 << 20;

    private readonly Lock gate = new();
    private readonly MemoryStream pending = new();
    private readonly SafeFileHandle? present;
    private readonly Func<SafeFileHandle> own;
    private SafeFileHandle? file;
    private bool isOwn;
    private long written;

    /// <param name="present">The bytes that are there already; null for none. Only read.</param>
    /// <param name="own">Gives the file to write into, which begins with those bytes; called when the first part is written.</param>
    public AppendedBytes(SafeFileHandle? present, Func<SafeFileHandle> own)
    {
        (this.present, this.own, file) = (present, own, present);
        written = present is null ? 0 : RandomAccess.GetLength(present);
    }

    /// <summary>Bytes in all.</summary>
    public long Length
    {
        get
        {
            lock (gate)
                return written + pending.Length;
        }
    }

    /// <summary>Puts bytes at the end.</summary>
    /// <returns>Their place.</returns>
    public long Add(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            var start = written + pending.Length;
            pending.Write(bytes);
            if (pending.Length >= MostPending)
                WritePending();
            return start;
        }
    }

    /// <summary>Fills <paramref name="bytes"/> from a place.</summary>
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    public void Read(long start, Span<byte> bytes)
    {
        if (start + bytes.Length > Volatile.Read(ref written))
            Flush();
        for (var read = 0; read < bytes.Length;)
        {
            var some = file is null ? 0 : RandomAccess.Read(file, bytes[read..], start + read);
            if (some == 0)
                throw new EndOfStreamException();
            read += some;
        }
    }

    /// <summary>Writes what is still in memory.</summary>
    public void Flush()
    {
        lock (gate)
            WritePending();
    }

    public void Dispose()
    {
        if (isOwn)
            file?.Dispose();
        // Another thread may have been reading by it when the file was taken into possession.
        present?.Dispose();
        pending.Dispose();
    }

    private void WritePending()
    {
        if (pending.Length == 0)
            return;
        if (!isOwn)
            (file, isOwn) = (own(), true);
        RandomAccess.Write(file!, pending.GetBuffer().AsSpan(0, (int)pending.Length), written);
        Volatile.Write(ref written, written + pending.Length);
        pending.SetLength(0);
    }
}
