namespace Search.Core.Indexing;

/// <summary>
/// The least of the numbers of a text's shingles (each five words in a row): enough to estimate how much of two texts is the same, word for word
/// (bottom-k sketch; Broder 1997, Cohen and Kaplan 2007). Texts with fewer shingles than the sketch has places are compared exactly.
/// </summary>
internal sealed record TextSketch(IReadOnlyList<uint> Least)
{
    public const int Places = 64;

    private const int ShingleWords = 5;

    public static TextSketch Empty { get; } = new([]);

    /// <param name="words">A number for each word of the text, in order.</param>
    public static TextSketch Of(IReadOnlyList<uint> words)
    {
        var shingles = new HashSet<uint>();
        for (var end = ShingleWords; end <= words.Count; end++)
        {
            ulong mixed = 0;
            for (var i = end - ShingleWords; i < end; i++)
                mixed = (mixed ^ words[i]) * 0x9E3779B97F4A7C15 ^ (mixed >> 29);
            shingles.Add((uint)((mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93 >> 32));
        }
        var least = shingles.ToArray();
        Array.Sort(least);
        return new(least.Length > Places ? least[..Places] : least);
    }

    /// <summary>The share of the shingles of both that both have, 0 to 1; 0 where either has too few to tell.</summary>
    public double Overlap(TextSketch other)
    {
        const int tooFew = 8;
        if (Least.Count < tooFew || other.Least.Count < tooFew)
            return 0;
        int mine = 0, theirs = 0, union = 0, both = 0;
        // Of the least of both together, in order, those that both have.
        while (union < Places && (mine < Least.Count || theirs < other.Least.Count))
        {
            union++;
            if (theirs == other.Least.Count || (mine < Least.Count && Least[mine] < other.Least[theirs]))
                mine++;
            else if (mine == Least.Count || other.Least[theirs] < Least[mine])
                theirs++;
            else
            {
                both++;
                mine++;
                theirs++;
            }
        }
        return (double)both / union;
    }
}
