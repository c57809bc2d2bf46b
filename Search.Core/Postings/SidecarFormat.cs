namespace Search.Core.Postings;

/// <summary>
/// The impact sidecar of a segment (<c>_x.imp</c>): for each ranked field, every term's documents and frequencies so that scores can be
/// bounded for many documents at once. Scores are not stored: k1, b and the collection's statistics may change.
/// </summary>
/// <remarks>
/// <code>
/// header(codec, version) · pad to 8 · for each field: its parts · directory of the parts · u64 where the directory starts · footer(crc)
/// norms     a byte a document: which of the field's norms it has, counted from the longest document; padded to 256
/// values    the norms themselves, a byte each
/// frequent  terms of TinyDf documents and more: vint length · term · vint df · vint block / 8
/// hash      2^n slots of u32: 0, or 1 + where a frequent term starts; linear probing from XxHash3 of the term
/// rare      the other terms in order, by sixteens: vint bytes shared with the one before · vint more bytes · these · vint length of the postings ·
///           df times (vint gap · 2 + 1 for frequency 1, else vint gap · 2, vint frequency)
/// sixteens  u32: where each sixteen of the rare starts
/// blocks    form, 0, low bits, classes (a byte each) · u32 exceptions · u32 highest frequency · u32 length of the block
///           exceptions × u32 document, × u32 frequency: frequencies of MostFrequency and more
///           sparse  df × low bits, packed · Elias-Fano upper bits (u64 words) · frequencies
///           lists   classes × u16 frequency, × norm · highest class of levels 1 and 2 · start of each 64K documents (u32) · start of each 256 within
///                   them (u16) · levels of each 256 (u16): two bits each 32 · highest class of each 256 · low byte of each document · frequencies
///           bitmap  the same without levels; behind the highest classes those of each 32 · a bit a document · frequencies
/// </code>
/// Frequencies are half a byte each. A class is a (frequency, norm) pair, or what no pair of several exceeds; classes rise with impact. A level
/// is 0 where none of 32 documents has the term, else the first of three whose highest class is none too low (<see cref="GroupLevels"/>). Numbers are little-endian. Ranges of 256 documents begin at multiples of 256, alike for all terms, so that bounds of several terms add up.
/// </remarks>
internal static class SidecarFormat
{
    public const string Extension = "imp";
    public const string Codec = "SearchImpacts";
    public const int Version = 2;

    public const int RangeBits = 8;
    public const int RangeDocs = 1 << RangeBits;
    public const int GroupBits = 5;
    public const int GroupsInRange = RangeDocs >> GroupBits;
    public const int ChunkBits = 16;

    /// <summary>Terms of fewer documents are rare: their postings stand beside them.</summary>
    public const int TinyDf = 32;

    /// <summary>Rare terms from one place in the list of places to the next.</summary>
    public const int Sixteen = 16;

    public const int MostClasses = 254;

    /// <summary>From here on a frequency is an exception; its half byte says so.</summary>
    public const int MostFrequency = 15;

    public const int BlockHeaderBytes = 16;

    /// <summary>Field, documents, norms, frequent terms, rare terms, bits of the hash: u32 each; then place and length of seven parts: u64 each.</summary>
    public const int DirectoryEntryBytes = 6 * sizeof(uint) + 14 * sizeof(ulong);

    /// <summary>Bytes after packed numbers, so that eight can be read from any.</summary>
    public const int PackedTail = 8;

    public static int Ranges(int maxDoc) => (maxDoc + RangeDocs - 1) >> RangeBits;

    public static int Chunks(int maxDoc) => (maxDoc >> ChunkBits) + 1;

    /// <summary>At least two documents a range, else the starts cost more than they save.</summary>
    public static bool IsDense(int df, int maxDoc) => df >= 2 * Ranges(maxDoc);

    /// <summary>From one document in eight a bit for each is smaller than a byte for each that is there.</summary>
    public static bool IsBitmap(int df, int maxDoc) => df >= (maxDoc + 7) / 8;
}

/// <summary>How the documents of a term are written.</summary>
internal enum BlockForm : byte
{
    Sparse = 0,
    Lists = 1,
    Bitmap = 2,
}

/// <summary>The parts of a field, in the order of the directory.</summary>
internal enum FieldPart
{
    Norms,
    Values,
    Frequent,
    Hash,
    Rare,
    Sixteens,
    Blocks,
}
