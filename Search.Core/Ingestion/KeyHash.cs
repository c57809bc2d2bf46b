using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Search.Core.Ingestion;

/// <summary>Hashes that stand for keys, ids and addresses where those of a whole collection are too many to hold: of 128 bits, so that no two are alike by chance.</summary>
internal static class KeyHash
{
    public static UInt128 Of(string name) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(name.AsSpan()));
}
