using System.Numerics;
using System.Runtime.CompilerServices;

namespace Search.Core.Postings;

// What adds up or lists the scores of many documents of a term.
internal sealed partial class TermView
{
    /// <summary>
    /// Adds the scores of some ranges of a window to the sums of their documents; of frequencies beyond the table, at least the scores. An unpacked
    /// term adds those of the other ranges as well.
    /// </summary>
    /// <param name="first">First range of the window; none spans a multiple of 64K documents.</param>
    /// <param name="end">The range after the last.</param>
    /// <param name="active">The ranges.</param>
    /// <param name="sums">By document of the window.</param>
    public void AddScores(int first, int end, Slice<int> active, Slice<float> sums)
    {
        var table = Table();
        var start = first << SidecarFormat.RangeBits;
        if (!Documents.IsEmpty)
        {
            var documents = Documents;
            for (var (i, stop) = (IndexFrom(first), IndexFrom(end)); i < stop; i++)
                sums[documents[i] - start] += table.At(i, documents[i]);
            return;
        }
        var low = Low;
        for (var a = 0; a < active.Length; a++)
        {
            var range = active[a];
            var index = Start(range);
            var here = sums.Part((range << SidecarFormat.RangeBits) - start, SidecarFormat.RangeDocs);
            if (IsBitmap)
            {
                for (var word = 0; word < 4; word++)
                    for (var bits = Bits[(range << 2) + word]; bits != 0; bits &= bits - 1)
                    {
                        var place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                        here[place] += table.At(index++, range << SidecarFormat.RangeBits | place);
                    }
                continue;
            }
            for (var stop = Start(range + 1); index < stop; index++)
                here[low[index]] += table.At(index, range << SidecarFormat.RangeBits | low[index]);
        }
    }

    /// <summary>The same of some groups of one range.</summary>
    public void AddScores(int range, uint groups, Slice<float> sums)
    {
        var index = Start(range);
        var first = range << SidecarFormat.RangeBits;
        var (low, table) = (Low, Table());
        if (!IsBitmap)
        {
            for (var end = Start(range + 1); index < end; index++)
                if ((groups >> (low[index] >> SidecarFormat.GroupBits) & 1) != 0)
                    sums[low[index]] += table.At(index, first + low[index]);
            return;
        }
        for (var word = 0; word < 4; word++)
        {
            var bits = Bits[(range << 2) + word];
            for (var wanted = bits & BitSets.WordOfGroups(groups, word); wanted != 0; wanted &= wanted - 1)
            {
                var bit = BitOperations.TrailingZeroCount(wanted);
                sums[(word << 6) + bit] += table.At(index + BitOperations.PopCount(bits & ((1UL << bit) - 1)), first + (word << 6) + bit);
            }
            index += BitOperations.PopCount(bits);
        }
    }

    /// <summary>Lists the postings of some groups of a range that score at least so much, those with frequencies beyond the table at their bound.</summary>
    /// <param name="range">The range.</param>
    /// <param name="groups">A bit a group.</param>
    /// <param name="least">What they must score.</param>
    /// <param name="indexes">Get the postings; all three lists must hold one more than a range.</param>
    /// <param name="places">Get the documents' places in the range.</param>
    /// <param name="found">Get their scores.</param>
    /// <returns>How many are listed.</returns>
    public int List(int range, uint groups, float least, Slice<int> indexes, Slice<int> places, Slice<float> found)
    {
        var index = Start(range);
        var first = range << SidecarFormat.RangeBits;
        var (low, table, count) = (Low, Table(), 0);
        if (!IsBitmap)
        {
            for (var end = Start(range + 1); index < end; index++)
            {
                // Written ahead, and kept only where it counts: no branch to guess.
                var place = (int)low[index];
                var score = table.At(index, first | place);
                (indexes[count], places[count], found[count]) = (index, place, score);
                count += ((groups >> (place >> SidecarFormat.GroupBits) & 1) != 0) & score >= least ? 1 : 0;
            }
            return count;
        }
        for (var word = 0; word < 4; word++)
        {
            var bits = Bits[(range << 2) + word];
            for (var wanted = bits & BitSets.WordOfGroups(groups, word); wanted != 0; wanted &= wanted - 1)
            {
                var bit = BitOperations.TrailingZeroCount(wanted);
                var at = index + BitOperations.PopCount(bits & ((1UL << bit) - 1));
                var place = (word << 6) + bit;
                var score = table.At(at, first | place);
                (indexes[count], places[count], found[count]) = (at, place, score);
                count += score >= least ? 1 : 0;
            }
            index += BitOperations.PopCount(bits);
        }
        return count;
    }

    // Index of the first document of a range or one after it; of an unpacked term.
    private int IndexFrom(int range)
    {
        var chunk = range / RangesInChunk;
        var from = (int)bases[chunk];
        if (range % RangesInChunk == 0)
            return from;
        var stop = chunk + 1 < bases.Length ? (int)bases[chunk + 1] : Df;
        var at = Documents.Span(from, stop - from).BinarySearch(range << SidecarFormat.RangeBits);
        return from + (at < 0 ? ~at : at);
    }

    // Fields are read anew after every write through a pointer: loops keep what they need in a local.
    private ScoreTable Table() => new(frequencies, scores, norms, shift);

    private readonly struct ScoreTable(Slice<byte> frequencies, Slice<float> scores, Slice<byte> norms, int shift)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float At(int index, int document) => scores[(frequencies[index >> 1] >> ((index & 1) << 2) & 15) << shift | norms[document]];
    }
}
