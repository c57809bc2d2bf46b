using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Lucene.Net.Index;

namespace Search.Core.Postings;

// How a term is made ready: its table of scores, its block taken apart, sparse ones unpacked.
internal sealed partial class TermView
{
    // What stands for a frequency that was too high for its place in the file.
    private const float Unlimited = 3e9f;

    private void PrepareScores(Slice<byte> values, ReadOnlySpan<float> lengthOf, int highest, Scratch scratch)
    {
        lengths = scratch.Take<float>((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, values.Length)));
        for (var norm = 0; norm < lengths.Length; norm++)
            lengths[norm] = norm < values.Length ? lengthOf[values[norm]] : 1;
        scores = scratch.Take<float>(lengths.Length << FrequencyBits);
        for (var from = 0; from <= SidecarFormat.MostFrequency; from += Vector128<float>.Count)
        {
            var counted = Vector128.Create(from, from + 1f, from + 2, from + 3);
            if (from + 3 == SidecarFormat.MostFrequency)
                counted = counted.WithElement(3, (float)highest);
            var product = Vector128.Create(weight) * counted;
            for (var norm = 0; norm < lengths.Length; norm++)
                scores.Store(norm << FrequencyBits | from, product / (counted + Vector128.Create(lengths[norm])));
        }
        // Documents without the field may have an endless length; it comes first.
        MinScore = Score(weight, 1, lengths[values.Length > 1 && !(lengths[0] <= float.MaxValue) ? 1 : 0]);
    }

    private void PrepareBlock(Slice<byte> block, int maxDoc, Scratch scratch)
    {
        var form = (BlockForm)block[0];
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
        var parts = new DenseBlock(ref layout, form, TopClass, Df, maxDoc);
        frequencies = layout.Take<byte>((Df + 1) / 2);
        for (var c = 1; c <= TopClass; c++)
            Bounds[c] = Score(weight, parts.ClassFrequencies[c - 1] == ushort.MaxValue ? Unlimited : parts.ClassFrequencies[c - 1], lengths[parts.ClassNorms[c - 1]]);
        (bases, starts, Highest, Groups, Bits, Low, levels) = (parts.Bases, parts.Starts, parts.Highest, parts.Groups, parts.Bits, parts.Low, parts.Levels);
        IsBitmap = form == BlockForm.Bitmap;
        (first, second) = (Math.Min(parts.First, (byte)TopClass), Math.Min(parts.Second, (byte)TopClass));
    }

    // By level, twice, as a permutation of eight takes three bits of what a group has two of.
    private void PrepareLevels(Scratch scratch)
    {
        levelBounds = scratch.Take<float>(2 * GroupLevels.Count);
        for (var level = 0; level < levelBounds.Length; level++)
            levelBounds[level] = Bounds[(level % GroupLevels.Count) switch { 0 => 0, 1 => first, 2 => second, _ => TopClass }];
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
                scores[norm << FrequencyBits | SidecarFormat.MostFrequency] = weight;
        Documents = documents;
    }

    // What the kernels need beside the documents. Norms lie far apart: they are asked for at once, before any is waited for.
    private unsafe void Describe(int maxDoc, Slice<float> rare, Scratch scratch)
    {
        var documents = Documents;
        for (var i = 0; i < documents.Length; i++)
        {
            // Who goes through a range counts on both: a document before the range would be a write before its sums.
            if ((uint)documents[i] >= (uint)maxDoc || i > 0 && documents[i] <= documents[i - 1])
                throw new CorruptIndexException($"A term names document {documents[i]} of {maxDoc}, as its number {i} of {documents.Length}.");
            if (Sse.IsSupported)
                Sse.Prefetch0(norms.At(documents[i], 1));
        }
        bases = scratch.Take<uint>(SidecarFormat.Chunks(maxDoc) + 1);
        for (var (chunk, i) = (0, 0); chunk < bases.Length; chunk++)
        {
            while (i < documents.Length && documents[i] >> SidecarFormat.ChunkBits < chunk)
                i++;
            bases[chunk] = (uint)i;
        }
        TopClass = 1;
        Bounds[TopClass] = rare.IsEmpty ? weight : AddGroupBounds(rare);
    }

    // Adds the highest score of each group, and says the highest of all. One addition a group: each rounds, and thresholds are loose for so many as there are terms.
    private float AddGroupBounds(Slice<float> rare)
    {
        var (documents, table) = (Documents, Table());
        var (group, best, highest) = (documents[0] >> SidecarFormat.GroupBits, 0f, 0f);
        for (var i = 0; i < documents.Length; i++)
        {
            if (documents[i] >> SidecarFormat.GroupBits != group)
            {
                rare[group] += best;
                (group, best) = (documents[i] >> SidecarFormat.GroupBits, 0);
            }
            best = Math.Max(best, table.At(i, documents[i]));
            highest = Math.Max(highest, best);
        }
        rare[group] += best;
        return highest;
    }
}
