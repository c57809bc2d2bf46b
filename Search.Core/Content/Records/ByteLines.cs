namespace Search.Core.Content;

/// <summary>The lines of a stream as bytes, in a buffer that grows only to the longest line, and never over a bound: a longer line is passed over.</summary>
internal sealed class ByteLines(Stream stream, int maxBytes)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool isAtEnd;

    /// <summary>The line without its end; valid until <see cref="Next"/>.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>1-based.</summary>
    public int Number { get; private set; }

    /// <summary>True where the line is longer than the bound; <see cref="Current"/> is then empty.</summary>
    public bool WasCut { get; private set; }

    public bool Next()
    {
        Current = default;
        WasCut = false;
        var scanned = 0;
        var any = false;
        while (true)
        {
            var found = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var length = scanned + found;
                if (!WasCut)
                    Current = buffer.AsMemory(start, length);
                start += length + 1;
                Number++;
                return true;
            }
            scanned = end - start;
            any |= scanned > 0;
            if (scanned > maxBytes)
            {
                // The rest of the line is read and forgotten.
                WasCut = true;
                start = end;
                scanned = 0;
            }
            if (!isAtEnd)
            {
                Fill();
                continue;
            }
            if (!any)
                return false;
            if (!WasCut)
                Current = buffer.AsMemory(start, end - start);
            start = end;
            Number++;
            return true;
        }
    }

    private void Fill()
    {
        if (start > 0 && start == end)
            start = end = 0;
        if (end == buffer.Length)
        {
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                end -= start;
                start = 0;
            }
            else
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, maxBytes + 64L * 1024));
        }
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        isAtEnd = read == 0;
    }
}
