using System.Numerics;
using System.Runtime.Intrinsics;
using Lucene.Net.Index;

namespace Search.Core.Postings;

// How a term is made ready: its table of scores, its block taken apart, sparse ones unpacked.
internal sealed partial class TermView
{
    // Steps into which the scores of an unpacked term are sorted for its bounds.
    private const int Steps = SidecarFormat.MostClasses - 1;

    // What stands for a frequency that was too high for its place in the file.
    private const float Unlimited = 3e9f;

    private void PrepareScores(Slice<byte> values, ReadOnlySpan<float> lengthOf, int highest, Scratch scratch)
    {
        shift = BitOperations.Log2((uint)Math.Max(2, values.Length - 1)) + 1;
        lengths = scratch.Take<float>(1 << shift);
        for (var norm = 0; norm < values.Length; norm++)
            lengths[norm] = lengthOf[values[norm]];
        for (var norm = values.Length; norm < lengths.Length; norm++)
            lengths[norm] = 1;
        scores = scratch.Take<float>((SidecarFormat.MostFrequency + 1) << shift);
        for (var frequency = 0; frequency <= SidecarFormat.MostFrequency; frequency++)
        {
            var row = scores.Part(frequency << shift, lengths.Length);
            var counted = (float)(frequency == SidecarFormat.MostFrequency ? highest : frequency);
            var (product, count) = (Vector128.Create(weight * counted), Vector128.Create(counted));
            for (var norm = 0; norm < lengths.Length; norm += Vector128<float>.Count)
                row.Store(norm, product / (count + lengths.Load128(norm)));
        }
        // Documents without the field may have an endless length; it comes first.
        MinScore = Score(weight, 1, lengths[values.Length > 1 && !(lengths[0] <= float.MaxValue) ? 1 : 0]);
    }

    private void PrepareBlock(Slice<byte> block, int maxDoc, Scratch scratch)
    {
        var form = (BlockForm)block[0];
        var hasGroups = block[1] != 0;
        var lowBits = block[2];
        TopClass = block[3];
        var layout = new BlockReader(block);
        var exceptions = (int)layout.UInt32(4);
        exceptionDocuments = layout.Take<uint>(exceptions);
        exceptionFrequencies = layout.Take<uint>(exceptions);
        if (form == BlockForm.Sparse)
        {
            var low = layout.Take<byte>(SparseLayout.LowBytes(Df, lowBits));
            layout.Align(8);
            var high = layout.Take<ulong>(SparseLayout.HighWords(Df, maxDoc, lowBits));
            frequencies = layout.Take<byte>((Df + 1) / 2);
            Documents = scratch.Take<int>(Df);
            var documents = Documents;
            var cursor = new SparseCursor(low, high, lowBits, Df);
            while (cursor.MoveNext())
                documents[cursor.Index] = cursor.Document;
            if (cursor.Index < Df)
                throw new CorruptIndexException($"A term of {Df} documents names {cursor.Index}.");
            return;
        }
        var most = layout.Take<ushort>(TopClass);
        var norm = layout.Take<byte>(TopClass);
        for (var c = 1; c <= TopClass; c++)
            Bounds[c] = Score(weight, most[c - 1] == ushort.MaxValue ? Unlimited : most[c - 1], lengths[norm[c - 1]]);
        layout.Align(4);
        var ranges = SidecarFormat.Ranges(maxDoc);
        bases = layout.Take<uint>(SidecarFormat.Chunks(maxDoc) + 1);
        starts = layout.Take<ushort>(ranges + 1);
        Highest = layout.Take<byte>(ranges);
        if (hasGroups)
            Groups = layout.Take<byte>(ranges * SidecarFormat.GroupsInRange);
        layout.Align(8);
        IsBitmap = form == BlockForm.Bitmap;
        if (IsBitmap)
            Bits = layout.Take<ulong>(ranges * (SidecarFormat.RangeDocs / 64));
        else
            Low = layout.Take<byte>(Df);
        frequencies = layout.Take<byte>((Df + 1) / 2);
    }

    private void PrepareTiny(Slice<byte> tiny, Scratch scratch)
    {
        frequencies = scratch.TakeZeroed<byte>((Df + 1) / 2);
        var rare = scratch.Take<uint>(2 * Df);
        var documents = scratch.Take<int>(Df);
        var (at, document, exceptions) = (0, 0, 0);
        for (var i = 0; i < Df; i++)
        {
            var gap = FieldImpacts.VarInt(tiny, ref at);
            document += (int)(gap >> 1);
            var frequency = (gap & 1) != 0 ? 1 : FieldImpacts.VarInt(tiny, ref at);
            documents[i] = document;
            frequencies[i >> 1] |= (byte)(Math.Min(frequency, SidecarFormat.MostFrequency) << ((i & 1) << 2));
            if (frequency >= SidecarFormat.MostFrequency)
                (rare[exceptions], rare[Df + exceptions++]) = ((uint)document, frequency);
        }
        exceptionDocuments = rare.Part(0, exceptions);
        exceptionFrequencies = rare.Part(Df, exceptions);
        if (exceptions > 0)
            for (var norm = 0; norm < lengths.Length; norm++)
                scores[SidecarFormat.MostFrequency << shift | norm] = weight;
        Documents = documents;
    }

    // What the kernels need beside the documents.
    private void Describe(int maxDoc, TermUse use, Scratch scratch)
    {
        var documents = Documents;
        for (var i = 0; i < documents.Length; i++)
            if ((uint)documents[i] >= (uint)maxDoc)
                throw new CorruptIndexException($"A term names document {documents[i]} of {maxDoc}.");
        TopClass = Steps + 1;
        Bounds[TopClass] = weight;
        bases = scratch.Take<uint>(SidecarFormat.Chunks(maxDoc) + 1);
        for (var (chunk, i) = (0, 0); chunk < bases.Length; chunk++)
        {
            while (i < documents.Length && documents[i] >> SidecarFormat.ChunkBits < chunk)
                i++;
            bases[chunk] = (uint)i;
        }
        if (use == TermUse.Alone)
            return;
        Classify(SidecarFormat.Ranges(maxDoc), scratch);
        if (use == TermUse.Ranges)
            Arrange(SidecarFormat.Ranges(maxDoc), scratch);
    }

    // The class is the score in steps: no score is above the weight.
    private void Classify(int ranges, Scratch scratch)
    {
        Highest = scratch.TakeZeroed<byte>(ranges);
        var (documents, table, highest, bounds, steps) = (Documents, Table(), Highest, Bounds, Steps / weight);
        bounds[TopClass] = 0;
        for (var i = 0; i < documents.Length; i++)
        {
            var score = table.At(i, documents[i]);
            var step = (byte)(1 + (int)(score * steps));
            bounds[step] = Math.Max(bounds[step], score);
            ref var most = ref highest[documents[i] >> SidecarFormat.RangeBits];
            most = Math.Max(most, step);
        }
    }

    private void Arrange(int ranges, Scratch scratch)
    {
        // Searched by vectors, which may read on.
        Low = scratch.Take<byte>(Df + Vector256<byte>.Count).Part(0, Df);
        starts = scratch.Take<ushort>(ranges + 1);
        var (documents, low, next) = (Documents, Low, 0);
        for (var i = 0; i < documents.Length; i++)
        {
            low[i] = (byte)documents[i];
            for (var range = documents[i] >> SidecarFormat.RangeBits; next <= range; next++)
                starts[next] = (ushort)(i - (int)bases[next / RangesInChunk]);
        }
        for (; next <= ranges; next++)
            starts[next] = (ushort)(Df - (int)bases[next / RangesInChunk]);
    }
}
