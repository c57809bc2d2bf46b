using System.Runtime.InteropServices;

namespace Search.Core.Suggest;

/// <summary>
/// The words of the collection, to tell what a word was meant to be: within the budgets of <see cref="Typos"/>, fewest typos first, then those of
/// more documents. Numbers, acronyms and the names of known people and things are left as they are. Never changes once it is built; safe for
/// many threads.
/// </summary>
internal sealed class SpellingIndex
{
    private const int WordsSection = 0;
    private const int CountsSection = WordsSection + WordList.Sections;
    private const int NamesSection = CountsSection + 1;
    private const int AllSections = NamesSection + 1;

    /// <summary>A word that some document has may still be a typo, where another one is so many times as frequent.</summary>
    private const int MuchMoreFrequent = 100;

    private const int MostAcronymLetters = 6;

    private readonly SectionFile _file;
    private readonly WordList _words;

    private SpellingIndex(SectionFile file)
    {
        _file = file;
        _words = new WordList(file, WordsSection);
    }

    public int Count => _words.Count;

    public int Bytes => _file.Bytes;

    private static ReadOnlySpan<byte> Magic => "SPELLNG1"u8;

    /// <summary>The words of names.</summary>
    public static IReadOnlySet<string> WordsOf(IEnumerable<string> names) => names.SelectMany(SuggestWords.Of).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);

    /// <param name="vocabulary">Terms of the index without stems, and how many documents have each; of one that is given twice the numbers are added. Too long ones are left out.</param>
    /// <param name="names">The words of known names (<see cref="WordsOf"/>), which are no typos, however near to another word they are.</param>
    public static SpellingIndex Build(IEnumerable<(string Term, int Documents)> vocabulary, IReadOnlySet<string> names)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(names);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, documents) in vocabulary)
            if (term.Length is > 0 and <= SuggestWords.MaxWordChars)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _) += documents;
        foreach (var name in names)
            counts.TryAdd(name, 0);
        var words = counts.Keys.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        var (offsets, list) = WordList.Write(words);
        var (numbers, isName) = (new ByteWriter(), new ByteWriter());
        foreach (var word in words)
        {
            numbers.Int32(counts[word]);
            isName.Byte(names.Contains(word) ? (byte)1 : (byte)0);
        }
        return new SpellingIndex(SectionFile.Of(Magic, offsets, list, numbers, isName));
    }

    /// <exception cref="InvalidDataException">It is no such file or was damaged.</exception>
    public static SpellingIndex Read(string path) => new(SectionFile.Open(File.ReadAllBytes(path), Magic, AllSections));

    /// <exception cref="InvalidDataException">It is no such file or was damaged.</exception>
    public static SpellingIndex Read(Stream stream) => new(SectionFile.Open(SectionFile.ReadAll(stream), Magic, AllSections));

    public void Write(Stream stream) => _file.Write(stream);

    /// <summary>How many documents have a term; 0 where it is unknown.</summary>
    public int Documents(string term) => _words.Find(term) is >= 0 and var number ? _file.Numbers(CountsSection)[number] : 0;

    /// <summary>True for what is not mended: what holds a digit, an acronym, a word of a known name.</summary>
    public bool IsExempt(TypedTerm word) =>
        word.Term.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || IsAcronym(word.AsTyped) || (_words.Find(word.Term) is >= 0 and var number && _file[NamesSection][number] == 1);

    /// <summary>What a term may have been meant to be, best first, the term itself left out.</summary>
    /// <param name="term">As the index has it.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="mostTypos">Words with more typos than this are left out, however long the term is.</param>
    public IReadOnlyList<Correction> Corrections(string term, int limit, int mostTypos = Typos.Most)
    {
        ArgumentNullException.ThrowIfNull(term);
        var ranges = new List<WordRange>();
        WordWalk.FindWords(_words, term, Math.Min(Typos.Budget(term), mostTypos), ranges);
        var found = new Dictionary<string, Correction>(StringComparer.Ordinal);
        foreach (var range in ranges)
            if (_file.Numbers(CountsSection)[range.From] is > 0 and var documents && _words[range.From] is var word && word.AsSpan().IndexOfAnyInRange('0', '9') < 0)
                if (!found.TryGetValue(word, out var other) || other.Typos > range.Typos)
                    found[word] = new Correction(word, range.Typos, documents);
        // One word that is nearly the one typed is a better guess than two that happen to make it up.
        return [.. found.Values.Concat(Parted(term)).OrderBy(c => c.Typos).ThenBy(c => c.IsTwoWords).ThenByDescending(c => c.Documents).ThenBy(c => c.Text, StringComparer.Ordinal).Take(limit)];
    }

    /// <summary>What to replace in a query so that it says what may have been meant; nothing where all of it is known.</summary>
    /// <param name="words">The query's words in order, without phrases and fields.</param>
    /// <param name="evenExempt">Numbers stay, but acronyms and names are mended as well: for a query that finds nothing.</param>
    public IReadOnlyList<Mend> Mends(IReadOnlyList<TypedTerm> words, bool evenExempt = false)
    {
        ArgumentNullException.ThrowIfNull(words);
        var mends = new List<Mend>();
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && Joined(words[i], words[i + 1], evenExempt) is { } joined)
                mends.Add(new Mend(i++, 2, joined));
            else if ((evenExempt || !IsExempt(words[i])) && Corrections(words[i].Term, 1) is [var best] && IsTypo(words[i].Term, best))
                mends.Add(new Mend(i, 1, best));
        }
        return mends;
    }

    private bool IsTypo(string term, Correction best)
    {
        var documents = Documents(term);
        return documents == 0 || (best is { Typos: 1, IsTwoWords: false } && (long)documents * MuchMoreFrequent < best.Documents);
    }

    private Correction? Joined(TypedTerm first, TypedTerm second, bool evenExempt)
    {
        var term = first.Term + second.Term;
        if (!TypedWords.MayJoin(term) || (Documents(first.Term) > 0 && Documents(second.Term) > 0) || (!evenExempt && (IsExempt(first) || IsExempt(second))))
            return null;
        return Documents(term) is > 0 and var documents ? new Correction(term, 1, documents) : null;
    }

    private IEnumerable<Correction> Parted(string term)
    {
        if (!TypedWords.MayJoin(term))
            yield break;
        for (var cut = 2; cut <= term.Length - 2; cut++)
            if (Math.Min(Documents(term[..cut]), Documents(term[cut..])) is > 0 and var documents)
                yield return new Correction($"{term[..cut]} {term[cut..]}", 1, documents);
    }

    // Capitals only, as in NATO and U.S.; a longer word in capitals is one that is shouted.
    private static bool IsAcronym(string asTyped)
    {
        var letters = 0;
        foreach (var c in asTyped)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                letters++;
        }
        return letters is >= 2 and <= MostAcronymLetters;
    }
}
