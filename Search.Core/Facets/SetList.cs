using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Search.Core.Facets;

/// <summary>Distinct sets of rising numbers, numbered in the order in which they come.</summary>
internal sealed class SetList
{
    private readonly Dictionary<UInt128, int> numbers = [];
    private readonly List<int> starts = [0];
    private readonly List<int> values = [];

    public int NumberOf(ReadOnlySpan<int> set)
    {
        // 128 bits: two sets of one hash are not to be expected in any collection.
        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(set));
        if (numbers.TryGetValue(hash, out var number))
            return number;
        foreach (var value in set)
            values.Add(value);
        starts.Add(values.Count);
        numbers.Add(hash, starts.Count - 2);
        return starts.Count - 2;
    }

    /// <summary>Where each set starts and the last ends, and all values.</summary>
    public (int[] Starts, int[] Values) ToArrays() => ([.. starts], [.. values]);
}
