namespace Search.Core.Postings;

/// <summary>
/// The highest classes of each 32 documents of a list in two bits: none, up to a first class, up to a second, any. A quarter of the
/// bytes that the classes themselves would take, and nearly as good a bound.
/// </summary>
/// <param name="First">Highest class of level 1.</param>
/// <param name="Second">Highest class of level 2.</param>
internal readonly record struct GroupLevels(byte First, byte Second)
{
    /// <summary>How many levels there are, that of groups without the term included.</summary>
    public const int Count = 4;

    // Shares of the groups with the term: most of what a bound lets through comes from the highest, so the cuts stand high.
    private const double FirstShare = 0.5;
    private const double SecondShare = 0.85;

    /// <param name="highest">Highest class of each group, 0 where it has not the term.</param>
    public static GroupLevels Of(ReadOnlySpan<byte> highest)
    {
        Span<int> counts = stackalloc int[SidecarFormat.MostClasses + 1];
        counts.Clear();
        foreach (var impact in highest)
            counts[impact]++;
        var all = highest.Length - counts[0];
        return new(Cut(counts, FirstShare * all), Cut(counts, SecondShare * all));
    }

    /// <summary>The levels of the groups of a range, two bits each, the first group's lowest.</summary>
    public ushort Pack(ReadOnlySpan<byte> highest)
    {
        var packed = 0;
        for (var group = 0; group < highest.Length; group++)
            packed |= LevelOf(highest[group]) << (2 * group);
        return (ushort)packed;
    }

    private int LevelOf(byte impact) => impact == 0 ? 0 : impact <= First ? 1 : impact <= Second ? 2 : 3;

    private static byte Cut(ReadOnlySpan<int> counts, double wanted)
    {
        var (impact, below) = (0, 0);
        do
            below += counts[++impact];
        while (below < wanted && impact < counts.Length - 1);
        return (byte)impact;
    }
}
