namespace Search.Core.Postings;

/// <summary>
/// The distinct (frequency, norm) pairs of one term while it is written, and the code of each: by rising impact under BM25 with its usual
/// parameters, so that "the highest code of a range" bounds the range's scores.
/// </summary>
/// <param name="lengths">BM25's length factor of each norm byte: k1 · (1 − b + b · length / average).</param>
internal sealed class ImpactCodes(float[] lengths)
{
    // Frequencies below this are counted in a table; the rare others in a dictionary.
    private const int TableFrequencies = 64;

    private readonly int[] counts = new int[TableFrequencies * 256];
    private readonly byte[] codes = new byte[TableFrequencies * 256];
    private readonly Dictionary<long, int> highCounts = [];
    private readonly Dictionary<long, byte> highCodes = [];
    private readonly List<Pair> pairs = [];
    private readonly List<int> touched = [];

    /// <summary>The pairs that have a code, the first of which is 1.</summary>
    public IReadOnlyList<Pair> Coded => pairs;

    public void Build(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, byte[] norms)
    {
        foreach (var at in touched)
            counts[at] = codes[at] = 0;
        touched.Clear();
        highCounts.Clear();
        highCodes.Clear();
        pairs.Clear();
        for (var i = 0; i < documents.Length; i++)
        {
            var (frequency, norm) = (frequencies[i], norms[documents[i]]);
            if (frequency < TableFrequencies)
            {
                var at = frequency << 8 | norm;
                if (counts[at]++ == 0)
                    touched.Add(at);
            }
            else
            {
                var key = (long)frequency << 8 | norm;
                highCounts[key] = highCounts.GetValueOrDefault(key) + 1;
            }
        }
        foreach (var at in touched)
            pairs.Add(new(at >> 8, (byte)at, counts[at]));
        foreach (var (key, count) in highCounts)
            if (key >> 8 <= ushort.MaxValue)
                pairs.Add(new((int)(key >> 8), (byte)key, count));
        if (pairs.Count > SidecarFormat.MaxCodes)
        {
            pairs.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : Order(a, b));
            pairs.RemoveRange(SidecarFormat.MaxCodes, pairs.Count - SidecarFormat.MaxCodes);
        }
        pairs.Sort(Order);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (frequency, norm, _) = pairs[i];
            if (frequency < TableFrequencies)
                codes[frequency << 8 | norm] = (byte)(i + 1);
            else
                highCodes[(long)frequency << 8 | norm] = (byte)(i + 1);
        }
    }

    /// <summary>The code of a pair; <see cref="SidecarFormat.ExceptionCode"/> where it has none.</summary>
    public byte CodeOf(int frequency, byte norm)
    {
        var code = frequency < TableFrequencies ? codes[frequency << 8 | norm] : highCodes.GetValueOrDefault((long)frequency << 8 | norm);
        return code == 0 ? SidecarFormat.ExceptionCode : code;
    }

    private int Order(Pair a, Pair b)
    {
        var byImpact = Impact(a).CompareTo(Impact(b));
        return byImpact != 0 ? byImpact : a.Frequency != b.Frequency ? a.Frequency.CompareTo(b.Frequency) : a.Norm.CompareTo(b.Norm);
    }

    private float Impact(Pair pair) => pair.Frequency / (pair.Frequency + lengths[pair.Norm]);

    /// <summary>A pair, and how many documents of the term have it.</summary>
    public readonly record struct Pair(int Frequency, byte Norm, int Count);
}
