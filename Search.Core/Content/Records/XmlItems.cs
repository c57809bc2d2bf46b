namespace Search.Core.Content;

/// <summary>
/// Cuts an RSS file into its items and what stands between them, as bytes, in a buffer that grows only to the longest item and never over a bound.
/// It looks at nothing but item tags, comments and CDATA sections, so that a broken item costs no other and no entity is ever expanded.
/// </summary>
internal sealed class XmlItems(Stream stream, int maxBytes)
{
    private const int LongestMark = 9;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int scan;
    private int end;
    private bool isAtEnd;
    private int nextLine = 1;

    /// <summary>The piece; valid until <see cref="Next"/>. Empty where it was longer than the bound.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>True for an item, false for what stands around items.</summary>
    public bool IsItem { get; private set; }

    /// <summary>1-based line on which the piece begins.</summary>
    public int Line { get; private set; }

    /// <summary>True where the piece is longer than the bound.</summary>
    public bool WasCut { get; private set; }

    public bool Next()
    {
        (Line, WasCut, IsItem, scan) = (nextLine, false, false, start);
        var closing = ReadOnlySpan<byte>.Empty;
        while (true)
        {
            var at = closing.IsEmpty ? buffer.AsSpan(scan, end - scan).IndexOf((byte)'<') : buffer.AsSpan(scan, end - scan).IndexOf(closing);
            if (at < 0)
            {
                // The mark may stand over the border of what has been read.
                scan = closing.IsEmpty ? end : Math.Max(scan, end - closing.Length + 1);
                if (!Fill())
                    return end > start || WasCut ? Emit(end) : false;
                continue;
            }
            scan += at;
            if (!closing.IsEmpty)
            {
                scan += closing.Length;
                closing = default;
                continue;
            }
            if (end - scan < LongestMark && !isAtEnd)
            {
                Fill();
                continue;
            }
            var here = buffer.AsSpan(scan, end - scan);
            if (here.StartsWith("<![CDATA["u8))
            {
                closing = "]]>"u8;
                scan += 9;
            }
            else if (here.StartsWith("<!--"u8))
            {
                closing = "-->"u8;
                scan += 4;
            }
            else if (IsItem && here.StartsWith("</item>"u8))
                return Emit(scan + 7);
            else if (here.StartsWith("<item>"u8) || here.StartsWith("<item "u8) || here.StartsWith("<item\t"u8) || here.StartsWith("<item\n"u8))
            {
                // The end of what stood before it, or of an item that nobody closed.
                if (scan > start || WasCut)
                    return Emit(scan);
                IsItem = true;
                scan += 5;
            }
            else
                scan++;
        }
    }

    private bool Emit(int to)
    {
        Current = WasCut ? default : buffer.AsMemory(start, to - start);
        nextLine += buffer.AsSpan(start, to - start).Count((byte)'\n');
        start = to;
        return true;
    }

    private bool Fill()
    {
        if (isAtEnd)
            return false;
        if (scan - start > maxBytes)
        {
            // The rest of the piece is looked through and forgotten.
            WasCut = true;
            nextLine += buffer.AsSpan(start, scan - start).Count((byte)'\n');
            start = scan;
        }
        if (end == buffer.Length)
        {
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (scan, end, start) = (scan - start, end - start, 0);
            }
            else
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, maxBytes + 256L * 1024));
        }
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        isAtEnd = read == 0;
        return !isAtEnd;
    }
}
