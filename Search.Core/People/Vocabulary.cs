using Search.Core.Text;

namespace Search.Core.People;

/// <summary>
/// The words met so far, each with a number, its folded form and its traits, so that the word lists are asked once a word. Kept from
/// text to text and emptied when it grows large; what belongs to one text (seen in lower case) is told by the text's number.
/// </summary>
internal sealed class Vocabulary
{
    private const int MaxWords = 1 << 16;
    private const int MaxWordChars = 48;

    private readonly NameData _data;
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _folded = [];
    private readonly List<NameTraits> _traits = [];
    private readonly List<byte> _languages = [];
    private readonly List<int> _lowerIn = [];
    private int _text;

    public Vocabulary(NameData data)
    {
        _data = data;
        _bySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void BeginText()
    {
        _text++;
        if (_ids.Count <= MaxWords)
            return;
        _ids.Clear();
        _folded.Clear();
        _traits.Clear();
        _languages.Clear();
        _lowerIn.Clear();
    }

    /// <summary>Number of a word, or -1 for one too long to be a word.</summary>
    public int IdOf(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxWordChars)
            return -1;
        if (_bySpan.TryGetValue(word, out var id))
            return id;
        var written = word.ToString();
        var folded = Normal(Folding.Fold(written));
        id = _folded.Count;
        _ids[written] = id;
        _folded.Add(folded);
        _traits.Add(TraitsOf(folded));
        _languages.Add(ForeignText.LanguagesOf(folded));
        _lowerIn.Add(0);
        return id;
    }

    /// <summary>Lower case, without diacritics, full stops and with straight apostrophes.</summary>
    public string Folded(int id) => _folded[id];

    public NameTraits Traits(int id) => _traits[id];

    /// <summary>The languages other than English in which the word is a small word (see <see cref="ForeignText"/>).</summary>
    public byte Languages(int id) => _languages[id];

    public void SeenInLowerCase(int id) => _lowerIn[id] = _text;

    public bool IsInLowerCase(int id) => _lowerIn[id] == _text;

    /// <summary>The form under which names are compared.</summary>
    internal static string Normal(string folded)
    {
        if (folded.AsSpan().IndexOfAny(".’‐‑") < 0)
            return folded;
        return folded.Replace(".", "", StringComparison.Ordinal).Replace('’', '\'').Replace('‐', '-').Replace('‑', '-');
    }

    private NameTraits TraitsOf(string folded)
    {
        var traits = _data.TraitsOf(folded);
        var hyphen = folded.IndexOf('-', StringComparison.Ordinal);
        if (traits == 0 && hyphen > 0 && hyphen < folded.Length - 1)
        {
            var first = _data.TraitsOf(folded.AsSpan(0, hyphen));
            var last = _data.TraitsOf(folded.AsSpan(folded.LastIndexOf('-') + 1));
            if ((first & last & NameTraits.Given) != 0)
                traits |= first & last & NameTraits.Given;
            else if (((first | last) & (NameTraits.Demonym | NameTraits.Designator)) != 0)
                traits |= NameTraits.Demonym;
            else if ((first & NameTraits.Given) != 0 && (first & (NameTraits.Word | NameTraits.Place)) == 0 && last == 0)
                traits |= first & NameTraits.Given;
            else if (((first | last) & NameTraits.Word) != 0 && ((first | last) & (NameTraits.Surname | NameTraits.FamilyFirst)) == 0)
                traits |= NameTraits.Word;
        }
        if (folded.Length > 0 && folded[0] > 0x24F)
            traits |= NameTraits.Foreign;
        if (SurnameForms.Match(folded))
            traits |= NameTraits.SurnameForm;
        if (EasternSyllables.Match(folded))
            traits |= NameTraits.EasternSyllables;
        return traits;
    }
}
