namespace Search.Core.Suggest;

/// <summary>
/// A sorted list of different words, numbered from 0 in ordinal order, so that all words with one beginning are one range of numbers.
/// </summary>
/// <remarks>
/// Front-coded in blocks of 16: the first word of a block in full, of the others the length that they share with the one before and the rest.
/// Half a dozen bytes a word; a look-up compares the first words of about log₂(n/16) blocks.
/// </remarks>
internal sealed class WordList(SectionFile file, int section)
{
    private const int BlockWords = 16;

    /// <summary>Sections that a list takes up: block offsets, words.</summary>
    public const int Sections = 2;

    private readonly SectionFile _file = file;
    private readonly int _section = section;

    public int Count { get; } = file.Numbers(section) is [var count, ..] ? count : 0;

    /// <summary>The two sections of a list of words.</summary>
    /// <param name="words">Different, in ordinal order, none empty and none longer than <see cref="SuggestWords.MaxWordChars"/>.</param>
    public static (ByteWriter Offsets, ByteWriter Words) Write(IReadOnlyList<string> words)
    {
        var offsets = new ByteWriter();
        var bytes = new ByteWriter();
        offsets.Int32(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var shared = 0;
            if (i % BlockWords == 0)
                offsets.Int32(bytes.Length);
            else
            {
                shared = words[i].AsSpan().CommonPrefixLength(words[i - 1]);
                bytes.Number(shared);
            }
            bytes.Number(words[i].Length - shared);
            bytes.Units(words[i].AsSpan(shared));
        }
        return (offsets, bytes);
    }

    /// <summary>The word of a number.</summary>
    public string this[int number]
    {
        get
        {
            var cursor = new Cursor(this, number, stackalloc char[SuggestWords.MaxWordChars]);
            return cursor.Word.ToString();
        }
    }

    /// <summary>Number of a word; -1 where it is not in the list.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var number = LowerBound(word, 0);
        return number < Count && new Cursor(this, number, stackalloc char[SuggestWords.MaxWordChars]).Word.SequenceEqual(word) ? number : -1;
    }

    /// <summary>Numbers of all words that begin so; the end is exclusive.</summary>
    public (int From, int To) Range(ReadOnlySpan<char> prefix)
    {
        var from = LowerBound(prefix, 0);
        return (from, AfterPrefix(prefix, from));
    }

    /// <summary>Number of the first word from <paramref name="from"/> on that does not begin so, where the one at <paramref name="from"/> does or comes after.</summary>
    public int AfterPrefix(ReadOnlySpan<char> prefix, int from)
    {
        Span<char> bound = stackalloc char[SuggestWords.MaxWordChars + 1];
        // No folded word holds the code unit FFFF.
        prefix.CopyTo(bound);
        bound[prefix.Length] = '\uFFFF';
        return LowerBound(bound[..(prefix.Length + 1)], from);
    }

    /// <summary>Number of the first word, from <paramref name="from"/> on, that is not before the given one.</summary>
    private int LowerBound(ReadOnlySpan<char> word, int from)
    {
        if (word.Length > SuggestWords.MaxWordChars + 1)
            word = word[..(SuggestWords.MaxWordChars + 1)];
        var low = from / BlockWords;
        var high = (Count + BlockWords - 1) / BlockWords;
        // Next to where one is, mostly: a walk skips from branch to branch.
        for (var step = 1; low + step < high; step *= 2)
            if (HeadIsBefore(low + step, word))
                low += step;
            else
            {
                high = low + step;
                break;
            }
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (HeadIsBefore(middle, word))
                low = middle;
            else
                high = middle;
        }
        var number = Math.Max(from, low * BlockWords);
        if (number >= Count)
            return Count;
        var cursor = new Cursor(this, number, stackalloc char[SuggestWords.MaxWordChars]);
        while (cursor.Word.SequenceCompareTo(word) < 0)
            if (!cursor.MoveNext())
                return Count;
        return cursor.Number;
    }

    private bool HeadIsBefore(int block, ReadOnlySpan<char> word)
    {
        var reader = new ByteReader(_file[_section + 1]) { Position = _file.Numbers(_section)[1 + block] };
        Span<char> head = stackalloc char[SuggestWords.MaxWordChars];
        head = head[..Math.Min(reader.Number(), head.Length)];
        reader.Units(head);
        return ((ReadOnlySpan<char>)head).SequenceCompareTo(word) < 0;
    }

    /// <summary>Goes through the list from a number on, in a buffer of <see cref="SuggestWords.MaxWordChars"/>.</summary>
    internal ref struct Cursor
    {
        private readonly WordList _list;
        private readonly Span<char> _word;
        private ByteReader _reader;
        private int _length;

        public Cursor(WordList list, int number, Span<char> buffer)
        {
            _list = list;
            _word = buffer;
            _reader = new ByteReader(list._file[list._section + 1]);
            MoveTo(number);
        }

        public int Number { get; private set; }

        public readonly ReadOnlySpan<char> Word => _word[.._length];

        /// <summary>Letters that the word has in common with the one that was read before it in the same block.</summary>
        public int Shared { get; private set; }

        public void MoveTo(int number)
        {
            var block = number / BlockWords;
            _reader.Position = _list._file.Numbers(_list._section)[1 + block];
            Number = block * BlockWords;
            _length = 0;
            ReadWord(0);
            while (Number < number)
                MoveNext();
        }

        public bool MoveNext()
        {
            if (Number + 1 >= _list.Count)
                return false;
            Number++;
            ReadWord(Number % BlockWords == 0 ? 0 : _reader.Number());
            return true;
        }

        /// <summary>
        /// Moves to the next word that differs in its first so many letters; <see cref="Shared"/> then counts those that it has in common with the word
        /// that was left. Neighbours are read on, longer stretches looked over.
        /// </summary>
        public bool MovePast(int length)
        {
            while (Number % BlockWords != BlockWords - 1)
            {
                if (!MoveNext())
                    return false;
                if (Shared < length)
                    return true;
            }
            Span<char> left = stackalloc char[SuggestWords.MaxWordChars];
            left = left[..length];
            Word[..length].CopyTo(left);
            if (!MoveNext())
                return false;
            if (Word.StartsWith(left))
            {
                var next = _list.AfterPrefix(left, Number);
                if (next >= _list.Count)
                    return false;
                MoveTo(next);
            }
            Shared = Word.CommonPrefixLength(left);
            return true;
        }

        private void ReadWord(int shared)
        {
            var rest = _reader.Number();
            if (shared > _length || rest > _word.Length - shared)
                throw new InvalidDataException("The words of the suggestions are damaged.");
            _reader.Units(_word.Slice(shared, rest));
            (Shared, _length) = (shared, shared + rest);
        }
    }
}
