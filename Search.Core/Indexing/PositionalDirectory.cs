using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace Search.Core.Indexing;

/// <summary>
/// A folder of index files read by position: any number of threads read one file at once, without a lock and without a shared place in
/// it. Reading from a closed file is an exception. Writing is as in every file system directory.
/// </summary>
/// <remarks>
/// <c>NIOFSDirectory</c> takes a lock and asks the file's length for each read; <c>MMapDirectory</c> is slow under parallel search and
/// reported to crash (apache/lucenenet#1151, #1013).
/// </remarks>
internal sealed class PositionalDirectory(string folder) : FSDirectory(new DirectoryInfo(folder), NoLockFactory.GetNoLockFactory())
{
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return new PositionalInput(new PositionalFile(Path.Combine(Directory.FullName, name)), name, context, isOwner: true);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(new PositionalFile(Path.Combine(Directory.FullName, name)), name, context);
    }

    /// <summary>The parts of a compound file, all read through one handle.</summary>
    private sealed class Slicer(PositionalFile file, string name, IOContext context) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            new PositionalInput(file, $"{name} [{sliceDescription}]", context, isOwner: false, offset, length);

        [Obsolete("Only for reading CFS files from 3.x indexes.")]
        public override IndexInput OpenFullSlice() => OpenSlice("full", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
        }
    }
}

/// <summary>An open file and its length, which never changes.</summary>
internal sealed class PositionalFile(string path) : IDisposable
{
    public SafeFileHandle Handle { get; } = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public long Length { get; } = new FileInfo(path).Length;

    public void Dispose() => Handle.Dispose();
}

/// <summary>A place in an open file, or in a part of one. A clone has a place of its own and closes nothing.</summary>
internal sealed class PositionalInput : BufferedIndexInput
{
    private readonly PositionalFile file;
    private readonly long start;
    private readonly long length;
    private bool isOwner;

    public PositionalInput(PositionalFile file, string description, IOContext context, bool isOwner)
        : this(file, description, context, isOwner, 0, file.Length)
    {
    }

    public PositionalInput(PositionalFile file, string description, IOContext context, bool isOwner, long start, long length)
        : base(description, context)
    {
        this.file = file;
        this.isOwner = isOwner;
        this.start = start;
        this.length = length;
    }

    public override long Length => length;

    public override object Clone()
    {
        var clone = (PositionalInput)base.Clone();
        clone.isOwner = false;
        return clone;
    }

    protected override void ReadInternal(byte[] b, int offset, int length)
    {
        // The file pointer of BufferedIndexInput is the place after its buffer, which is where the next bytes are wanted.
        var from = Position;
        if (from + length > this.length)
            throw new EndOfStreamException($"{this}: {length} bytes from {from} reach beyond the end at {this.length}");
        var done = 0;
        while (done < length)
        {
            var read = RandomAccess.Read(file.Handle, b.AsSpan(offset + done, length - done), start + from + done);
            if (read == 0)
                throw new EndOfStreamException($"{this}: the file ends after {from + done} bytes; {this.length} were expected");
            done += read;
        }
    }

    // Nothing to move: every read says where it begins.
    protected override void SeekInternal(long pos)
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && isOwner)
            file.Dispose();
    }
}
