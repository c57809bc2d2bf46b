using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Core.Indexing;

/// <summary>
/// What posts are compared by, as numbers: stems, pairs of neighbouring stems, people, tags, addresses linked to. Two different ones may share a number (one
/// pair in four thousand million); that costs a comparison a hundredth of its precision at worst, and no more.
/// </summary>
internal static class Feature
{
    private const int TermSeed = 1;
    private const int PersonSeed = 2;
    private const int TagSeed = 3;
    private const int SourceSeed = 4;

    public static uint Term(string stem) => Hash(stem, TermSeed);

    /// <summary>Two stems side by side.</summary>
    public static uint Pair(uint first, uint second) => (BitOperations.RotateLeft(first, 13) * 0x9E3779B1) ^ (second * 0x85EBCA77);

    public static uint Person(string slug) => Hash(slug, PersonSeed);

    public static uint Tag(string slug) => Hash(slug, TagSeed);

    /// <summary>A page linked to; without scheme, <c>www.</c>, query, fragment and trailing slash. 0 for what is no address of a page.</summary>
    public static uint Source(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.AbsolutePath.Length < 2)
            return 0;
        var host = address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
        return Hash($"{host}{address.AbsolutePath.TrimEnd('/')}", SourceSeed);
    }

    private static uint Hash(string text, int seed) => XxHash32.HashToUInt32(MemoryMarshal.AsBytes(text.AsSpan()), seed);
}
