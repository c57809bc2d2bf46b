using System.Collections.Frozen;

namespace Search.Core.Text;

/// <summary>One sentence of a text: <c>text[Start..End]</c>, without the blanks around it.</summary>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
public readonly record struct SentenceSpan(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// Where sentences end, by their punctuation: abbreviations, initials, decimal points and dotted acronyms do not end one, closing marks and
/// brackets belong to the sentence before them, a blank line always ends one. Linear, for any text; tuned for English, safe for others.
/// </summary>
public static class Sentences
{
    // Always before a name or a number: a capital letter after them says nothing.
    private static readonly FrozenSet<string> Leading = Set(
        "Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Lt Col Gen Maj Capt Cpl Sgt Pvt Adm Cmdr Det Supt Hon Rev Fr St Ste Mt Ft Messrs Mme Mlle Pres Asst Atty "
        + "Amb Sec Ald Insp Brig vs v No Nos Art Fig Figs fig figs Eq Vol Vols vol vols Ch ch pp p ed eds cf viz al approx ca Op e.g i.e Hrsg bzw z.B Nr");

    // May stand at the end of a sentence as well as inside one: the word that follows decides.
    private static readonly FrozenSet<string> Either = Set(
        "Jr Sr Inc Corp Co Cos Ltd LLC Bros Dept Univ Assn etc a.m p.m am pm Ave Blvd Rd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
        + "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ph.D M.D Esq Ont Que");

    // Words that open sentences and seldom follow an abbreviation inside one.
    private static readonly FrozenSet<string> Openers = Set(
        "The A An This That These Those He She It They We I You His Her Its Their Our My In On At By For From With But And Or So Yet If When While As After Before Since "
        + "Until Although Though Because There Here What Who Why How Where Now Then However Still Also Even Not No Some Many Most All Both Each Asked According");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingWords = Leading.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EitherWords = Either.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenerWords = Openers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences of a text, in order; every character that is no blank belongs to exactly one.</summary>
    public static IReadOnlyList<SentenceSpan> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text, 0, text.Length);
    }

    /// <summary>The sentences of a stretch of a text, with offsets into the whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is not inside the text.</exception>
    public static IReadOnlyList<SentenceSpan> Of(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        var sentences = new List<SentenceSpan>();
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (IsBlankLine(text, i, end) || EndsAt(text, i, end))
            {
                var stop = text[i] == '\n' ? i : SkipClosing(text, i + 1, end);
                Add(sentences, text, from, stop);
                from = stop;
                i = Math.Max(i, stop - 1);
            }
        }
        Add(sentences, text, from, end);
        return sentences;
    }

    /// <summary>True where the character at <paramref name="index"/> is the last terminator of a sentence of <c>text[..end]</c>.</summary>
    public static bool EndsAt(string text, int index, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var c = text[index];
        if (c is '。' or '！' or '？' or '｡')
            return true;
        if (c is not ('.' or '!' or '?' or '…'))
            return false;
        if (index + 1 < end && text[index + 1] is '.' or '!' or '?' or '…')
            return false;
        var next = SkipClosing(text, index + 1, end);
        if (next >= end)
            return true;
        if (!char.IsWhiteSpace(text[next]))
            return false;
        var word = next;
        while (word < end && (char.IsWhiteSpace(text[word]) || IsMark(text[word])))
            word++;
        if (word >= end)
            return true;
        if (char.IsLower(text[word]))
            return false;
        return c != '.' || !IsAbbreviation(text, index, word, end);
    }

    /// <summary>The offset after the closing marks and brackets that begin at <paramref name="index"/>.</summary>
    internal static int SkipClosing(string text, int index, int end)
    {
        while (index < end && text[index] is '"' or '\'' or '”' or '’' or '»' or '›' or ')' or ']' or '}' or '」' or '』')
            index++;
        return index;
    }

    /// <summary>True where the full stop at <paramref name="dot"/> belongs to an abbreviation or initial and ends nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dot">Offset of the full stop.</param>
    /// <param name="next">Offset of the word after it.</param>
    /// <param name="end">End of the stretch that is read.</param>
    internal static bool IsAbbreviation(string text, int dot, int next, int end)
    {
        var start = dot;
        // 24 characters hold every abbreviation of the lists and keep a text of dots linear.
        while (start > 0 && dot - start < 24 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text.AsSpan(start, dot - start);
        if (word.IsEmpty || word[0] == '.')
            return false;
        if (LeadingWords.Contains(word))
            return true;
        var dotted = word.Contains('.');
        if (word.Length == 1 && char.IsUpper(word[0]))
            return word[0] != 'I' || !IsOpener(text, next, end); // an initial: J. Smith
        if (dotted && char.IsUpper(word[0]) || EitherWords.Contains(word))
            return !IsOpener(text, next, end); // U.S. troops; in the U.S. The
        return false;
    }

    private static bool IsOpener(string text, int next, int end)
    {
        var stop = next;
        while (stop < end && stop - next < 16 && char.IsLetter(text[stop]))
            stop++;
        return OpenerWords.Contains(text.AsSpan(next, stop - next)) || next > 0 && IsMark(text[next - 1]);
    }

    private static bool IsMark(char c) => c is '"' or '\'' or '“' or '‘' or '„' or '«' or '‹' or '(' or '[' or '「' or '『' or '*' or '_';

    private static bool IsBlankLine(string text, int i, int end)
    {
        if (text[i] != '\n')
            return false;
        for (var k = i + 1; k < end && k - i < 8; k++)
        {
            if (text[k] == '\n')
                return true;
            if (text[k] is not (' ' or '\t' or '\r'))
                return false;
        }
        return false;
    }

    private static void Add(List<SentenceSpan> sentences, string text, int from, int stop)
    {
        while (from < stop && char.IsWhiteSpace(text[from]))
            from++;
        while (stop > from && char.IsWhiteSpace(text[stop - 1]))
            stop--;
        if (stop > from)
            sentences.Add(new SentenceSpan(from, stop - from));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
