namespace Search.Core.Postings;

// All terms that begin so.
internal sealed partial class FieldImpacts
{
    private const int FrequentTermsInStep = 16;

    // Where every so many frequent terms one starts; they stand in order, too. Made when it is first asked for.
    private volatile int[]? frequentSteps;

    /// <summary>Sets the bits of the documents that have a term with a prefix. The memory must be held.</summary>
    public unsafe void AddPrefix(ReadOnlySpan<byte> prefix, Slice<ulong> bits)
    {
        var start = memory.Hold();
        try
        {
            AddFrequentPrefix(start, prefix, bits);
            AddRarePrefix(start, prefix, bits);
        }
        finally
        {
            memory.Release();
        }
    }

    private unsafe void AddFrequentPrefix(byte* start, ReadOnlySpan<byte> prefix, Slice<ulong> bits)
    {
        var terms = Part<byte>(start, FieldPart.Frequent);
        var steps = frequentSteps ??= StepsOf(terms);
        // The last step that begins before the prefix, or with it.
        var (low, high) = (0, steps.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var place = steps[middle];
            var length = (int)VarInt(terms, ref place);
            if (terms.Span(place, length).SequenceCompareTo(prefix) <= 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        for (var at = steps.Length == 0 ? terms.Length : steps[Math.Max(0, high)]; at < terms.Length;)
        {
            var length = (int)VarInt(terms, ref at);
            var term = terms.Span(at, length);
            at += length;
            var df = (int)VarInt(terms, ref at);
            var block = VarInt(terms, ref at) * 8L;
            if (term.StartsWith(prefix))
                BlockDocuments.AddTo(bits, new(df, default, BlockAt(start, block), default, default), MaxDoc);
            else if (term.SequenceCompareTo(prefix) > 0)
                return;
        }
    }

    private unsafe void AddRarePrefix(byte* start, ReadOnlySpan<byte> prefix, Slice<ulong> bits)
    {
        var sixteens = Part<uint>(start, FieldPart.Sixteens);
        var rare = Part<byte>(start, FieldPart.Rare);
        var from = Math.Max(0, LastSixteen(sixteens, rare, prefix));
        // How much of the prefix the last term had: as terms rise, one that has less than the one before it comes after all that have it whole.
        var common = 0;
        for (var (at, number) = (sixteens.Length == 0 ? rare.Length : (int)sixteens[from], 0); at < rare.Length; number++)
        {
            var shared = (int)VarInt(rare, ref at);
            var more = (int)VarInt(rare, ref at);
            // The first of sixteen stands whole.
            if (number % SidecarFormat.Sixteen == 0)
                common = 0;
            else if (shared < common)
                return;
            if (shared == common && common < prefix.Length)
            {
                var own = rare.Span(at, more);
                var same = own.CommonPrefixLength(prefix[common..]);
                common += same;
                if (common < prefix.Length && same < own.Length && own[same] > prefix[common])
                    return;
            }
            at += more;
            var bytes = (int)VarInt(rare, ref at);
            if (common == prefix.Length)
                BlockDocuments.AddTo(bits, new(0, rare.Part(at, bytes), default, default, default), MaxDoc);
            at += bytes;
        }
    }

    private static int[] StepsOf(Slice<byte> terms)
    {
        var steps = new List<int>();
        for (var (at, number) = (0, 0); at < terms.Length; number++)
        {
            if (number % FrequentTermsInStep == 0)
                steps.Add(at);
            var length = (int)VarInt(terms, ref at);
            at += length;
            VarInt(terms, ref at);
            VarInt(terms, ref at);
        }
        return [.. steps];
    }
}
