using System.Numerics;
using System.Runtime.Intrinsics;

namespace Search.Core.Postings;

/// <summary>
/// The documents of a segment that have all words of a phrase, and how much it can score in each: as often as the rarest of them the phrase
/// may stand there. Hands them out the most promising first, in portions of rising documents.
/// </summary>
internal sealed class PhraseCandidates
{
    private const int Steps = 256;
    private const int FirstPortion = 64;
    private const int Growth = 16;

    private readonly Slice<int> documents;
    private readonly Slice<float> bounds;
    private readonly Slice<byte> frequencies;
    private readonly Slice<byte> steps;
    private readonly int[] inStep = new int[Steps];
    private int end = Steps;
    private int portion = FirstPortion;

    /// <param name="terms">The words by rising document frequency, each with weight 1.</param>
    /// <param name="ranges">Of the segment.</param>
    public PhraseCandidates(TermView[] terms, int ranges, Scratch scratch)
    {
        documents = scratch.Take<int>(terms[0].Df);
        Count = terms[0].Documents.IsEmpty ? ByRange(terms, ranges) : ByDocument(terms, scratch);
        bounds = scratch.Take<float>(Count);
        frequencies = scratch.Take<byte>(Count);
        steps = scratch.Take<byte>(Count);
        for (var i = 0; i < Count; i++)
        {
            // The words share the document's length: the one that is there the least bounds the score.
            var (bound, least) = (0f, int.MaxValue);
            foreach (var term in terms)
            {
                var at = term.Find(documents[i]);
                if (term.FrequencyAt(at) is var frequency && frequency < least)
                    (bound, least) = (term.BoundAt(at, documents[i]), frequency);
            }
            (bounds[i], frequencies[i], steps[i]) = (bound, (byte)least, (byte)Math.Min(Steps - 1, (int)(bound * Steps)));
            inStep[steps[i]]++;
        }
        Portion = scratch.Take<int>(Count + 1);
    }

    public int Count { get; }

    /// <summary>Places of the candidates at hand, as <see cref="DocumentAt"/> and <see cref="BoundAt"/> take them.</summary>
    public Slice<int> Portion { get; }

    public int DocumentAt(int place) => documents[place];

    /// <summary>What the phrase can score there, of a weight of 1.</summary>
    public float BoundAt(int place) => bounds[place];

    /// <summary>How often the phrase can stand there at most; <see cref="SidecarFormat.MostFrequency"/> where that is not known.</summary>
    public int FrequencyAt(int place) => frequencies[place];

    /// <summary>Fills the portion with the best that are left.</summary>
    /// <param name="least">What they must be able to score.</param>
    /// <returns>How many there are, some that cannot score as much among them; 0 for no more.</returns>
    public int Next(float least)
    {
        var found = 0;
        // Scores of weight 1 are below 1, those of a step below the next step's.
        while (found == 0 && end > 0 && (end == Steps || end >= least * Steps))
        {
            var (begin, many) = (end, 0);
            while (begin > 0 && many < portion)
                many += inStep[--begin];
            for (var i = 0; many > 0 && i < Count; i++)
            {
                // Written always, and kept only where it counts: no branch to guess.
                Portion[found] = i;
                found += steps[i] >= begin & steps[i] < end ? 1 : 0;
            }
            (end, portion) = (begin, portion * Growth);
        }
        return found;
    }

    /// <summary>Fills the portion with all.</summary>
    /// <returns>How many there are; 0 once they have been handed out.</returns>
    public int All()
    {
        for (var i = 0; i < Count && end > 0; i++)
            Portion[i] = i;
        var count = end > 0 ? Count : 0;
        end = 0;
        return count;
    }

    private int ByRange(TermView[] terms, int ranges)
    {
        var count = 0;
        for (var range = 0; range < ranges; range++)
        {
            var all = TermsInCommon.InRange(terms, range);
            if (all == Vector256<ulong>.Zero)
                continue;
            for (var word = 0; word < Vector256<ulong>.Count; word++)
                for (var bits = all[word]; bits != 0; bits &= bits - 1)
                    documents[count++] = (range << SidecarFormat.RangeBits) + (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
        return count;
    }

    private int ByDocument(TermView[] terms, Scratch scratch)
    {
        var count = TermsInCommon.InDocuments(terms, scratch, out var left);
        for (var i = 0; i < count; i++)
            documents[i] = terms[0].Documents[left[i]];
        return count;
    }
}
