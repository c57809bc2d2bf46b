using System.Globalization;

namespace Search.Bench.Evaluation;

/// <summary>Counts of right, wrong and missed answers, with the measures made of them.</summary>
internal sealed class Counts
{
    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public int Missed { get; private set; }

    public double Precision => Right + Wrong == 0 ? 0 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 0 : (double)Right / (Right + Missed);

    public double F1 => Right == 0 ? 0 : 2.0 * Right / (2 * Right + Wrong + Missed);

    /// <summary>Counts what was found against what should have been.</summary>
    public void Add(IReadOnlySet<string> found, IReadOnlySet<string> expected)
    {
        var right = found.Count(expected.Contains);
        Right += right;
        Wrong += found.Count - right;
        Missed += expected.Count - right;
    }

    /// <summary>The same for short lists.</summary>
    public void Add(ReadOnlySpan<string> found, ReadOnlySpan<string> expected) =>
        Add(new HashSet<string>(found.ToArray(), StringComparer.Ordinal), new HashSet<string>(expected.ToArray(), StringComparer.Ordinal));

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"precision {Precision:0.000}  recall {Recall:0.000}  F1 {F1:0.000}  (right {Right}, wrong {Wrong}, missed {Missed})");
}
