using Lucene.Net.Index;

namespace Search.Core.Postings;

/// <summary>Takes a block apart, piece after piece, and refuses to leave it: a damaged file is an error and no wild read.</summary>
internal unsafe ref struct BlockReader(Slice<byte> block)
{
    private readonly Slice<byte> block = block;
    private int at = SidecarFormat.BlockHeaderBytes;

    public readonly uint UInt32(int offset) => *(uint*)block.At(offset, sizeof(uint));

    public void Align(int to) => at += (to - at % to) % to;

    public Slice<T> Take<T>(int count)
        where T : unmanaged
    {
        var bytes = (long)count * sizeof(T);
        if (count < 0 || at + bytes > block.Length)
            throw new CorruptIndexException($"A term's block of {block.Length} bytes ends before its {count} {typeof(T).Name} at {at}.");
        var taken = new Slice<T>((T*)block.At(at, (int)bytes), count);
        at += (int)bytes;
        return taken;
    }
}
