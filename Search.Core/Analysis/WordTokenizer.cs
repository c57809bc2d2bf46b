using System.Collections.Frozen;
using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Core.Text;

namespace Search.Core.Analysis;

/// <summary>
/// Cuts text into folded words with their offsets. A word is a run of letters and digits, with what belongs to it: the apostrophe of
/// <c>O'Brien</c>, the dots of <c>U.S.</c> and <c>3.14</c>, the ampersand of <c>AT&amp;T</c>, the signs of <c>C#</c> and <c>C++</c>.
/// A possessive <c>'s</c> is dropped. Scripts without blanks (Han, kana, Hangul, Thai …) give overlapping pairs of characters.
/// </summary>
/// <remarks>
/// Offsets count UTF-16 code units of the input. Lucene hands a tokenizer a reader; the text is read whole, because the apostrophe, dot
/// and pair rules look ahead. Words longer than <see cref="MaxWordChars"/> are cut.
/// </remarks>
internal sealed class WordTokenizer : Tokenizer
{
    /// <summary>Longer runs are cut into words of this length, so that a line of base64 cannot become a term of megabytes.</summary>
    public const int MaxWordChars = 64;

    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute increment;
    private char[] buffer = new char[4096];
    private int length;
    private WordCutter cutter;

    private readonly FrozenSet<string> elisions;
    private readonly bool folds;

    /// <param name="input">The text.</param>
    /// <param name="elisions">What before an apostrophe is a word of its own.</param>
    /// <param name="folds">False: terms are in lower case only, for a stemmer that needs the diacritics.</param>
    public WordTokenizer(TextReader input, FrozenSet<string> elisions, bool folds = true)
        : base(input)
    {
        this.elisions = elisions;
        this.folds = folds;
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        // Large inputs are not kept: analyzers reuse one tokenizer a thread.
        if (buffer.Length > 1 << 20)
            buffer = new char[4096];
        length = 0;
        int read;
        while ((read = m_input.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
        cutter = new(elisions);
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        WordPlace word;
        do
        {
            if (!cutter.Next(buffer.AsSpan(0, length), out word))
                return false;
            term.SetEmpty();
            AppendFolded(buffer.AsSpan(word.Start, word.Length), word.DropPunctuation, folds, term);
        }
        // Combining marks alone are folded away.
        while (term.Length == 0);
        offset.SetOffset(CorrectOffset(word.Start), CorrectOffset(word.Start + word.Length));
        increment.PositionIncrement = 1;
        return true;
    }

    public override void End()
    {
        base.End();
        offset.SetOffset(CorrectOffset(length), CorrectOffset(length));
    }

    private static void AppendFolded(ReadOnlySpan<char> word, bool dropPunctuation, bool folds, ICharTermAttribute term)
    {
        var ascii = true;
        foreach (var c in word)
            ascii &= c < 128;
        if (ascii)
        {
            var folded = term.ResizeBuffer(word.Length);
            var n = 0;
            foreach (var c in word)
            {
                if (dropPunctuation && !char.IsAsciiLetterOrDigit(c))
                    continue;
                folded[n++] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            }
            term.Length = n;
            return;
        }
        foreach (var c in folds ? Folding.Fold(word.ToString()) : Folding.WellFormed(word.ToString()).ToLowerInvariant())
            if (!dropPunctuation || char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                term.Append(c);
    }
}
