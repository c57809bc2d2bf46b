using System.Buffers.Binary;

namespace Search.Core.Indexing;

/// <summary>
/// The features of a signature one by one, with how often each stands, read from its bytes without making a <see cref="PostSignature"/>: stems, pairs,
/// people, tags. For who looks through hundreds of signatures to answer one question.
/// </summary>
internal ref struct SignatureFeatures
{
    private const int TitleWeight = 3;

    private static ReadOnlySpan<byte> Sizes => [6, 5, 6, 4];

    private ReadOnlySpan<byte> rest;
    private int part;
    private uint left;

    /// <exception cref="InvalidDataException">They are no signature.</exception>
    public SignatureFeatures(ReadOnlySpan<byte> signature)
    {
        rest = signature;
        part = -1;
    }

    public uint Feature { get; private set; }

    /// <summary>1 and more; in a title it counts three times.</summary>
    public int Frequency { get; private set; }

    /// <exception cref="InvalidDataException">The signature is cut short.</exception>
    public bool Next()
    {
        while (left == 0)
        {
            if (rest.IsEmpty || ++part == Sizes.Length)
                return false;
            left = rest.Length < 4 ? throw PostSignature.Damaged() : BinaryPrimitives.ReadUInt32LittleEndian(rest);
            rest = rest[4..];
            if (left * (ulong)Sizes[part] > (ulong)rest.Length)
                throw PostSignature.Damaged();
        }
        left--;
        Feature = BinaryPrimitives.ReadUInt32LittleEndian(rest);
        Frequency = part switch
        {
            0 => rest[4] + (TitleWeight * rest[5]),
            1 => rest[4],
            // Being about someone or something is said once.
            _ => 1,
        };
        rest = rest[Sizes[part]..];
        return true;
    }
}
