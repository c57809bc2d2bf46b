namespace Search.Core.Postings;

/// <summary>
/// The impact sidecar of a segment (<c>_x.imp</c>): for each ranked field, every term's documents with a one-byte code for what the
/// document's score depends on. Scores are not stored, so k1, b and the collection's statistics may change.
/// </summary>
/// <remarks>
/// <code>
/// header(codec, version) · pad to 8 · for each field: blocks, records, hash · directory · u64 where the directory starts · footer(crc)
/// record   vint length of the term · its bytes · vint df · df below TinyDf: df times (vint gap, vint freq, norm byte); else: vint block / 8
/// hash     2^n slots of u32: 0, or 1 + where the record starts; linear probing from XxHash3 of the term
/// block    form, flags, low bits, codes (4 bytes) · u32 exceptions · u32 df · u32 length of the block
///          codes × u16 freq · codes × norm byte: code c (1 is the first) stands for a (freq, norm) pair, by rising impact
///          exceptions × (u32 document), × (u32 freq), × (norm byte): pairs without a code; their code is 255
///          sparse  df × low bits, packed · Elias-Fano upper bits (u64 words) · codes
///          lists   start of each 64K documents (u32) · start of each 256 within them (u16) · highest code of each 256 · flag: of each 32
///                  · low byte of each document · codes
///          bitmap  the same starts and highest codes · a bit a document · codes
/// </code>
/// Codes are a byte each, or half of one where the term has at most 15 pairs. Numbers are little-endian. Ranges of 256 documents begin at
/// multiples of 256, alike for all terms, so that bounds of several terms add up range by range.
/// </remarks>
internal static class SidecarFormat
{
    public const string Extension = "imp";
    public const string Codec = "SearchImpacts";
    public const int Version = 1;

    public const int RangeBits = 8;
    public const int RangeDocs = 1 << RangeBits;
    public const int GroupBits = 5;
    public const int GroupsInRange = RangeDocs >> GroupBits;
    public const int ChunkBits = 16;

    /// <summary>Terms of fewer documents stand in their record.</summary>
    public const int TinyDf = 32;

    public const int MaxCodes = 254;
    public const int MaxHalfByteCodes = 15;
    public const byte ExceptionCode = 255;

    public const int BlockHeaderBytes = 16;
    public const int DirectoryEntryBytes = 56;

    /// <summary>Bytes after packed numbers, so that eight can be read from any.</summary>
    public const int PackedTail = 8;

    public static int Ranges(int maxDoc) => (maxDoc + RangeDocs - 1) >> RangeBits;

    public static int Chunks(int maxDoc) => (maxDoc >> ChunkBits) + 1;

    /// <summary>At least two documents a range, else the starts cost more than they save.</summary>
    public static bool IsDense(int df, int maxDoc) => df >= 2 * Ranges(maxDoc);

    /// <summary>From one document in eight a bit for each is smaller than a byte for each that is there.</summary>
    public static bool IsBitmap(int df, int maxDoc) => df >= (maxDoc + 7) / 8;

    /// <summary>One document in 32: then the highest code of each 32 tells more than that of each 256.</summary>
    public static bool HasGroups(int df, int maxDoc) => df >= (maxDoc + 31) / 32;
}

/// <summary>How the documents of a term are written.</summary>
internal enum BlockForm : byte
{
    Sparse = 0,
    Lists = 1,
    Bitmap = 2,
}

/// <summary>What else a block holds.</summary>
[Flags]
internal enum BlockFlags : byte
{
    None = 0,
    HalfByteCodes = 1,
    Groups = 2,
}
