using System.Numerics;
using System.Runtime.CompilerServices;

namespace Search.Core.Postings;

// What adds up or lists the scores of many documents of a term.
internal sealed partial class TermView
{
    /// <summary>
    /// Adds the scores of some groups of a range to the sums of their documents; of frequencies beyond the table, at least the scores. Cheap for an
    /// unpacked term where ranges rise.
    /// </summary>
    /// <param name="range">The range.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="sums">By document of the range.</param>
    public void AddScores(int range, in GroupMask groups, Slice<float> sums)
    {
        var first = range << SidecarFormat.RangeBits;
        var table = Table();
        if (!Documents.IsEmpty)
        {
            var documents = Documents;
            for (var i = MoveTo(range); i < documents.Length && documents[i] - first < SidecarFormat.RangeDocs; i++)
                if (groups.Has(documents[i] - first))
                    sums[documents[i] - first] += table.At(i, documents[i]);
            return;
        }
        if (!IsBitmap)
        {
            if ((levels[range] & groups.Levels) == 0)
                return;
            // All that the loop needs fits into registers.
            var (low, here) = (Low, table.From(first));
            for (var (from, end) = (Start(range), Start(range + 1)); from < end; from += GroupMask.Places)
                for (var wanted = groups.Among(low, from, end); wanted != 0; wanted &= wanted - 1)
                {
                    var i = from + BitOperations.TrailingZeroCount(wanted);
                    var place = (int)low[i];
                    sums[place] += here.At(i, place);
                }
            return;
        }
        var index = Start(range);
        for (var word = 0; word < SidecarFormat.RangeDocs / 64; word++)
        {
            var bits = Bits[(range << 2) + word];
            for (var wanted = bits & BitSets.WordOfGroups(groups.Groups, word); wanted != 0; wanted &= wanted - 1)
            {
                var bit = BitOperations.TrailingZeroCount(wanted);
                sums[(word << 6) + bit] += table.At(index + BitOperations.PopCount(bits & ((1UL << bit) - 1)), first + (word << 6) + bit);
            }
            index += BitOperations.PopCount(bits);
        }
    }

    /// <summary>Lists the postings of some groups of a range that score at least so much, those with frequencies beyond the table at their bound.</summary>
    /// <param name="range">The range.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="least">What they must score.</param>
    /// <param name="places">Get the documents' places in the range; both lists must hold one more than a range.</param>
    /// <param name="found">Get their scores.</param>
    /// <returns>How many are listed.</returns>
    public int List(int range, in GroupMask groups, float least, Slice<int> places, Slice<float> found)
    {
        var (first, table, count) = (range << SidecarFormat.RangeBits, Table(), 0);
        // Written ahead, and kept only where it counts: no branch to guess.
        if (!Documents.IsEmpty)
        {
            var documents = Documents;
            for (var i = MoveTo(range); i < documents.Length && documents[i] - first < SidecarFormat.RangeDocs; i++)
            {
                (places[count], found[count]) = (documents[i] - first, table.At(i, documents[i]));
                count += groups.Has(places[count]) & found[count] >= least ? 1 : 0;
            }
            return count;
        }
        if (!IsBitmap)
        {
            var low = Low;
            for (var (from, end) = (Start(range), Start(range + 1)); from < end; from += GroupMask.Places)
                for (var wanted = groups.Among(low, from, end); wanted != 0; wanted &= wanted - 1)
                {
                    var i = from + BitOperations.TrailingZeroCount(wanted);
                    var place = (int)low[i];
                    var score = table.At(i, first | place);
                    (places[count], found[count]) = (place, score);
                    count += score >= least ? 1 : 0;
                }
            return count;
        }
        var index = Start(range);
        for (var word = 0; word < SidecarFormat.RangeDocs / 64; word++)
        {
            var bits = Bits[(range << 2) + word];
            for (var wanted = bits & BitSets.WordOfGroups(groups.Groups, word); wanted != 0; wanted &= wanted - 1)
            {
                var bit = BitOperations.TrailingZeroCount(wanted);
                var place = (word << 6) + bit;
                var score = table.At(index + BitOperations.PopCount(bits & ((1UL << bit) - 1)), first | place);
                (places[count], found[count]) = (place, score);
                count += score >= least ? 1 : 0;
            }
            index += BitOperations.PopCount(bits);
        }
        return count;
    }

    // Index of the first document of a range or one after it; of an unpacked term. From where it was last, as ranges mostly rise.
    private int MoveTo(int range)
    {
        var (documents, start) = (Documents, range << SidecarFormat.RangeBits);
        if (cursor > 0 && documents[cursor - 1] >= start)
            cursor = (int)bases[range / RangesInChunk];
        if (cursor >= documents.Length || documents[cursor] >= start)
            return cursor;
        // Twice as far each time, then halves of what was jumped over.
        var step = 1;
        while (cursor + step < documents.Length && documents[cursor + step] < start)
            (cursor, step) = (cursor + step, step * 2);
        var rest = documents.Span(cursor + 1, Math.Min(step, documents.Length - cursor) - 1);
        var at = rest.BinarySearch(start);
        return cursor += 1 + (at < 0 ? ~at : at);
    }

    // Fields are read anew after every write through a pointer: loops keep what they need in a local.
    private ScoreTable Table() => new(frequencies, scores, norms);

    private readonly struct ScoreTable(Slice<byte> frequencies, Slice<float> scores, Slice<byte> norms)
    {
        /// <summary>The same for documents that are counted from one on.</summary>
        public ScoreTable From(int document) => new(frequencies, scores, norms.Part(document, norms.Length - document));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float At(int index, int document) => scores[norms[document] << FrequencyBits | frequencies[index >> 1] >> ((index & 1) << 2) & 15];
    }
}
