using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Core.Postings;

/// <summary>How many bits the loops over bounds and scores work on at once. All give the same results; the widest is the fastest.</summary>
internal enum Lanes
{
    Scalar,
    Bits128,
    Bits256,
}

/// <summary>The loops that are worth a vector: over bounds of ranges, accumulators and codes.</summary>
internal static unsafe class LaneMath
{
    /// <summary>The widest that this processor has.</summary>
    public static Lanes Widest { get; } = Avx2.IsSupported ? Lanes.Bits256 : Vector128.IsHardwareAccelerated ? Lanes.Bits128 : Lanes.Scalar;

    /// <summary>Adds to each sum what the table says of the code at its place; the first term sets instead.</summary>
    public static void AddLookedUp(Slice<float> sums, Slice<byte> codes, Slice<float> table, int count, bool set, Lanes lanes)
    {
        var i = 0;
        if (lanes == Lanes.Bits256 && Avx2.IsSupported)
        {
            var lookup = table.At(0, 256);
            for (; i + 8 <= count; i += 8)
            {
                var found = Avx2.GatherVector256(lookup, Avx2.ConvertToVector256Int32(codes.At(i, 8)), sizeof(float));
                sums.Store(i, set ? found : Vector256.Add(found, sums.Load256(i)));
            }
        }
        for (; i < count; i++)
            sums[i] = set ? table[codes[i]] : sums[i] + table[codes[i]];
    }

    /// <summary>Index of the first number from <paramref name="from"/> on that is not below the least; <paramref name="count"/> for none.</summary>
    public static int NextAtLeast(Slice<float> numbers, int from, int count, float least, Lanes lanes)
    {
        var i = from;
        if (lanes == Lanes.Bits256 && Vector256.IsHardwareAccelerated)
        {
            var limit = Vector256.Create(least);
            for (; i + 8 <= count; i += 8)
            {
                var hits = Vector256.GreaterThanOrEqual(numbers.Load256(i), limit).ExtractMostSignificantBits();
                if (hits != 0)
                    return i + BitOperations.TrailingZeroCount(hits);
            }
        }
        else if (lanes >= Lanes.Bits128)
        {
            var limit = Vector128.Create(least);
            for (; i + 4 <= count; i += 4)
            {
                var hits = Vector128.GreaterThanOrEqual(numbers.Load128(i), limit).ExtractMostSignificantBits();
                if (hits != 0)
                    return i + BitOperations.TrailingZeroCount(hits);
            }
        }
        for (; i < count; i++)
            if (numbers[i] >= least)
                return i;
        return count;
    }

    /// <summary>The same over codes.</summary>
    public static int NextAtLeast(Slice<byte> codes, int from, int count, byte least, Lanes lanes)
    {
        var i = from;
        if (lanes == Lanes.Bits256 && Vector256.IsHardwareAccelerated)
        {
            var limit = Vector256.Create(least);
            for (; i + 32 <= count; i += 32)
            {
                var hits = Vector256.GreaterThanOrEqual(codes.Load256(i), limit).ExtractMostSignificantBits();
                if (hits != 0)
                    return i + BitOperations.TrailingZeroCount(hits);
            }
        }
        else if (lanes >= Lanes.Bits128)
        {
            var limit = Vector128.Create(least);
            for (; i + 16 <= count; i += 16)
            {
                var hits = Vector128.GreaterThanOrEqual(codes.Load128(i), limit).ExtractMostSignificantBits();
                if (hits != 0)
                    return i + BitOperations.TrailingZeroCount(hits);
            }
        }
        for (; i < count; i++)
            if (codes[i] >= least)
                return i;
        return count;
    }

    /// <summary>
    /// Lists the places whose number is not below the least, with the numbers, and sets all to zero. What fits into the lists must be as
    /// long as <paramref name="count"/>.
    /// </summary>
    /// <returns>How many are listed.</returns>
    public static int Drain(Slice<float> numbers, int count, float least, Slice<int> places, Slice<float> found, Lanes lanes)
    {
        var (i, listed) = (0, 0);
        if (lanes == Lanes.Bits256 && Vector256.IsHardwareAccelerated)
        {
            var limit = Vector256.Create(least);
            for (; i + 8 <= count; i += 8)
            {
                var hits = Vector256.GreaterThanOrEqual(numbers.Load256(i), limit).ExtractMostSignificantBits();
                for (; hits != 0; hits &= hits - 1)
                    List(i + BitOperations.TrailingZeroCount(hits));
                numbers.Store(i, Vector256<float>.Zero);
            }
        }
        else if (lanes >= Lanes.Bits128)
        {
            var limit = Vector128.Create(least);
            for (; i + 4 <= count; i += 4)
            {
                var hits = Vector128.GreaterThanOrEqual(numbers.Load128(i), limit).ExtractMostSignificantBits();
                for (; hits != 0; hits &= hits - 1)
                    List(i + BitOperations.TrailingZeroCount(hits));
                numbers.Store(i, Vector128<float>.Zero);
            }
        }
        for (; i < count; i++)
        {
            if (numbers[i] >= least)
                List(i);
            numbers[i] = 0;
        }
        return listed;

        void List(int place)
        {
            places[listed] = place;
            found[listed++] = numbers[place];
        }
    }

    /// <summary>The highest of each eight numbers.</summary>
    /// <param name="numbers">Eight times as many as <paramref name="highest"/>.</param>
    /// <param name="highest">Gets them.</param>
    /// <param name="lanes">How wide the loop is.</param>
    public static void HighestOfEight(Slice<float> numbers, Slice<float> highest, Lanes lanes)
    {
        for (var i = 0; i < highest.Length; i++)
        {
            if (lanes >= Lanes.Bits128)
            {
                var four = Vector128.Max(numbers.Load128(8 * i), numbers.Load128(8 * i + 4));
                four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
                highest[i] = Math.Max(four[0], four[1]);
                continue;
            }
            highest[i] = numbers[8 * i];
            for (var n = 1; n < 8; n++)
                highest[i] = Math.Max(highest[i], numbers[8 * i + n]);
        }
    }
}
