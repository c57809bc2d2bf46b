namespace Search.Core.Postings;

/// <summary>
/// The distinct (frequency, norm) pairs of one term while it is written, in classes by rising impact under BM25 with its usual parameters:
/// the highest class of a range bounds the range's scores. Where there are more pairs than classes, neighbours share one.
/// </summary>
/// <param name="lengths">BM25's length factor of each of the field's norms: k1 · (1 − b + b · length / average).</param>
internal sealed class ImpactClasses(float[] lengths)
{
    // Frequencies below this are looked up in a table; the rare others in a dictionary.
    private const int TableFrequencies = 64;

    private readonly byte[] table = new byte[TableFrequencies * 256];
    private readonly Dictionary<int, byte> high = [];
    private readonly List<int> pairs = [];

    /// <summary>What no pair of a class exceeds: frequency and norm; the first is class 1.</summary>
    public List<(int Frequency, byte Norm)> Bounds { get; } = [];

    /// <param name="norms">Index of each document's norm among the field's.</param>
    public void Build(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, byte[] norms)
    {
        foreach (var pair in pairs)
            if (pair >> 8 < TableFrequencies)
                table[pair] = 0;
        high.Clear();
        pairs.Clear();
        Bounds.Clear();
        for (var i = 0; i < documents.Length; i++)
        {
            var pair = Pair(frequencies[i], norms[documents[i]]);
            if (pair >> 8 < TableFrequencies ? table[pair] == 0 : high.TryAdd(pair, 0))
            {
                pairs.Add(pair);
                if (pair >> 8 < TableFrequencies)
                    table[pair] = 1;
            }
        }
        pairs.Sort((a, b) => Impact(a) != Impact(b) ? Impact(a).CompareTo(Impact(b)) : a.CompareTo(b));
        var classes = Math.Min(pairs.Count, SidecarFormat.MostClasses);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (frequency, norm, at) = (pairs[i] >> 8, (byte)pairs[i], (int)((long)i * classes / pairs.Count));
            if (at == Bounds.Count)
                Bounds.Add((frequency, norm));
            else
                Bounds[at] = (Math.Max(Bounds[at].Frequency, frequency), Math.Max(Bounds[at].Norm, norm));
            if (frequency < TableFrequencies)
                table[pairs[i]] = (byte)(at + 1);
            else
                high[pairs[i]] = (byte)(at + 1);
        }
    }

    public byte ClassOf(int frequency, byte norm)
    {
        var pair = Pair(frequency, norm);
        return pair >> 8 < TableFrequencies ? table[pair] : high[pair];
    }

    // Frequencies beyond 16 bits count as unlimited.
    private static int Pair(int frequency, byte norm) => Math.Min(frequency, ushort.MaxValue) << 8 | norm;

    private float Impact(int pair) => (pair >> 8) / ((pair >> 8) + lengths[(byte)pair]);
}
