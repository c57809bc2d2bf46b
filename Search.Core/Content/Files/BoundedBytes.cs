namespace Search.Core.Content;

/// <summary>Reads a stream into memory up to a bound, so that a file that grows or never ends costs no more than that.</summary>
internal static class BoundedBytes
{
    public static ReadOnlySpan<byte> Read(Stream stream, int maxBytes, out bool wasCut)
    {
        var known = stream.CanSeek ? stream.Length - stream.Position : 0;
        var buffer = new byte[(int)Math.Min(Math.Max(known + 1, 4096), (long)maxBytes + 1)];
        var count = 0;
        while (true)
        {
            var read = stream.Read(buffer, count, buffer.Length - count);
            if (read == 0)
                break;
            count += read;
            if (count > maxBytes)
                break;
            if (count == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, (long)maxBytes + 1));
        }
        wasCut = count > maxBytes;
        return buffer.AsSpan(0, Math.Min(count, maxBytes));
    }
}
