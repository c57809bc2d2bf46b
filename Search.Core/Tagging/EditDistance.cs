namespace Search.Core.Tagging;

/// <summary>Damerau-Levenshtein distance (optimal string alignment), bounded: insertions, deletions, substitutions, swaps of neighbours.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is greater.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        Span<int> rows = stackalloc int[3 * 65];
        if (b.Length > 64)
            return a.SequenceEqual(b) ? 0 : limit + 1;
        var before = rows[..65];
        var last = rows.Slice(65, 65);
        var current = rows.Slice(130, 65);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                current[j] = distance;
                least = Math.Min(least, distance);
            }
            if (least > limit)
                return limit + 1;
            var spare = before;
            before = last;
            last = current;
            current = spare;
        }
        return Math.Min(last[b.Length], limit + 1);
    }
}
