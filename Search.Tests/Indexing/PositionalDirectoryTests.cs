using Lucene.Net.Store;
using Search.Core.Indexing;
using Xunit;

namespace Search.Tests.Indexing;

/// <summary>What the index is read through: the bytes that were written, from any place, for many at once, and an exception beyond them.</summary>
public sealed class PositionalDirectoryTests : IDisposable
{
    private const int Bytes = 70_000;

    private readonly TemporaryFolder _folder = new();
    private readonly PositionalDirectory _directory;

    public PositionalDirectoryTests()
    {
        _directory = new(_folder.Path);
        using var output = _directory.CreateOutput("file", IOContext.DEFAULT);
        for (var i = 0; i < Bytes; i++)
            output.WriteByte(At(i));
    }

    [Fact]
    public void Clones_are_read_in_parallel_each_from_its_own_place()
    {
        using var input = _directory.OpenInput("file", IOContext.DEFAULT);
        Parallel.For(0, 16, part =>
        {
            using var clone = (IndexInput)input.Clone();
            var read = new byte[900];
            for (var from = part * 37; from + read.Length < Bytes; from += 997)
            {
                clone.Seek(from);
                Assert.Equal(At(from), clone.ReadByte());
                clone.ReadBytes(read, 0, read.Length);
                for (var i = 0; i < read.Length; i++)
                    Assert.Equal(At(from + 1 + i), read[i]);
            }
        });
        Assert.Equal(At(0), input.ReadByte());
    }

    [Fact]
    public void Reading_beyond_the_end_is_an_exception()
    {
        using var input = _directory.OpenInput("file", IOContext.DEFAULT);
        input.Seek(Bytes - 1);
        Assert.Equal(At(Bytes - 1), input.ReadByte());
        Assert.ThrowsAny<IOException>(() => input.ReadByte());
        input.Seek(Bytes - 10);
        Assert.ThrowsAny<IOException>(() => input.ReadBytes(new byte[5000], 0, 5000));
    }

    [Fact]
    public void Reading_from_a_closed_file_is_an_exception_for_its_clones_too()
    {
        var input = _directory.OpenInput("file", IOContext.DEFAULT);
        var clone = (IndexInput)input.Clone();
        input.Dispose();
        clone.Seek(Bytes / 2);
        Assert.Throws<ObjectDisposedException>(() => clone.ReadByte());
    }

    [Fact]
    public void A_slice_ends_where_its_part_of_the_file_ends()
    {
        using var slicer = _directory.CreateSlicer("file", IOContext.DEFAULT);
        using var slice = slicer.OpenSlice("part", 1000, 50);
        Assert.Equal(50, slice.Length);
        slice.Seek(49);
        Assert.Equal(At(1049), slice.ReadByte());
        Assert.ThrowsAny<IOException>(() => slice.ReadByte());
    }

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    private static byte At(int place) => (byte)((place * 31) ^ (place >> 8));
}
