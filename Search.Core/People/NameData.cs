using System.Collections.Frozen;
using Search.Core.Text;

namespace Search.Core.People;

/// <summary>
/// The word lists that recognition rests on: given and family names, titles, occupations, places, words that mark organisations, and
/// ordinary words. Written for this project from general knowledge; they name no person. Immutable and shared by all threads.
/// </summary>
public sealed class NameData
{
    private static readonly Lazy<NameData> Shared = new(Load);
    private static readonly string[] Abbreviations =
        ["mr", "mrs", "ms", "dr", "sen", "sens", "rep", "reps", "gov", "gen", "gens", "lt", "col", "sgt", "capt", "prof", "rev", "hon", "st", "jr", "sr", "messrs", "adm", "maj", "cmdr", "cdr",
         "pvt", "cpl", "pfc", "pres", "amb", "supt", "det", "insp", "fr", "msgr", "brig", "sec", "atty", "asst", "dep", "dist", "no", "nos", "vs", "v", "inc", "corp", "ltd", "co", "bros", "dept",
         "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "ft", "mt", "ave", "blvd", "rd", "esq", "ph", "univ", "ala", "ariz", "ark", "calif", "colo", "conn",
         "fla", "ga", "ill", "ind", "kan", "ky", "mich", "minn", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va", "wash", "wis", "wyo", "del", "mo", "md"];

    private readonly FrozenDictionary<string, NameTraits> _words;
    private readonly FrozenDictionary<string, NameTraits>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenSet<string> _lookAlikes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookAlikesBySpan;
    private readonly FrozenSet<string> _placePhrases;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _placePhrasesBySpan;
    private readonly string[] _compoundTitles;

    private NameData(Dictionary<string, NameTraits> words, HashSet<string> lookAlikes, HashSet<string> placePhrases, string[] compoundTitles)
    {
        _compoundTitles = compoundTitles;
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _lookAlikes = lookAlikes.ToFrozenSet(StringComparer.Ordinal);
        _lookAlikesBySpan = _lookAlikes.GetAlternateLookup<ReadOnlySpan<char>>();
        _placePhrases = placePhrases.ToFrozenSet(StringComparer.Ordinal);
        _placePhrasesBySpan = _placePhrases.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists that come with the program.</summary>
    public static NameData Default => Shared.Value;

    /// <summary>What a folded word may be, without regard to its case; regular inflections of ordinary words count as the words.</summary>
    internal NameTraits TraitsOf(ReadOnlySpan<char> foldedWord)
    {
        if (!_bySpan.TryGetValue(foldedWord, out var traits))
            return OfInflected(foldedWord);
        return (traits & ~(NameTraits.PhraseHead | NameTraits.Abbreviation)) == 0 ? traits | OfInflected(foldedWord) : traits;
    }

    private NameTraits OfInflected(ReadOnlySpan<char> foldedWord)
    {
        if (foldedWord.EndsWith("ies", StringComparison.Ordinal) && foldedWord.Length > 4)
            return Inflected(foldedWord, 3, "y");
        if (foldedWord.EndsWith('s') && foldedWord.Length > 3)
            return Inflected(foldedWord, 1, "") is var plural && plural != 0 ? plural : foldedWord.EndsWith("es", StringComparison.Ordinal) ? Inflected(foldedWord, 2, "") : 0;
        if (foldedWord.EndsWith("ied", StringComparison.Ordinal) && foldedWord.Length > 4)
            return Inflected(foldedWord, 3, "y");
        if (foldedWord.EndsWith("ed", StringComparison.Ordinal) && foldedWord.Length > 4)
            return Verb(foldedWord, 2);
        if (foldedWord.EndsWith("ing", StringComparison.Ordinal) && foldedWord.Length > 5)
            return Verb(foldedWord, 3) is var verb && verb != 0 ? verb : foldedWord.Length > 7 ? NameTraits.Word : 0;
        if (foldedWord.EndsWith("ly", StringComparison.Ordinal) && foldedWord.Length > 4)
            return Inflected(foldedWord, 2, "") is var adverb && adverb != 0 ? adverb : foldedWord.Length > 6 ? NameTraits.Word : 0;
        if (foldedWord.Length > 7 && (foldedWord.EndsWith("tion", StringComparison.Ordinal) || foldedWord.EndsWith("ment", StringComparison.Ordinal)
            || foldedWord.EndsWith("ness", StringComparison.Ordinal) || foldedWord.EndsWith("ity", StringComparison.Ordinal) || foldedWord.EndsWith("ism", StringComparison.Ordinal)
            || foldedWord.EndsWith("ology", StringComparison.Ordinal)))
            return NameTraits.Word;
        foreach (var office in _compoundTitles)
            if (foldedWord.Length >= office.Length + 3 && foldedWord.EndsWith(office, StringComparison.Ordinal))
                return NameTraits.NeutralTitle;
        return 0;
    }

    /// <summary>True where the words, folded and parted by single blanks, are a company, product or figure whose name reads like a person's.</summary>
    internal bool IsRole(string foldedWord) => foldedWord.Length > 2 && _words.TryGetValue(foldedWord, out var traits) && (traits & (NameTraits.Role | NameTraits.Title)) != 0;

    internal bool IsLookAlike(ReadOnlySpan<char> phrase) => _lookAlikesBySpan.Contains(phrase);

    internal bool IsPlacePhrase(ReadOnlySpan<char> phrase) => _placePhrasesBySpan.Contains(phrase);

    private NameTraits Verb(ReadOnlySpan<char> word, int ending)
    {
        var traits = Inflected(word, ending, "") | Inflected(word, ending, "e");
        if (traits == 0 && word.Length > ending + 2 && word[^(ending + 1)] == word[^(ending + 2)])
            traits = Inflected(word, ending + 1, "");
        // "Convicted" and "hosting" are no offices.
        return traits & NameTraits.Word;
    }

    // Only what survives inflection: "walks" is a word, but "Williams" is not a given name because "William" is one.
    private NameTraits Inflected(ReadOnlySpan<char> word, int cut, string ending)
    {
        Span<char> stem = stackalloc char[64];
        var length = word.Length - cut;
        if (length < 2 || length + ending.Length > stem.Length)
            return 0;
        word[..length].CopyTo(stem);
        ending.CopyTo(stem[length..]);
        if (!_bySpan.TryGetValue(stem[..(length + ending.Length)], out var traits))
            return 0;
        if ((traits & (NameTraits.Word | NameTraits.Role | NameTraits.Designator | NameTraits.Demonym | NameTraits.Saying)) == 0)
            return 0;
        return NameTraits.Word | traits & (NameTraits.Role | NameTraits.Designator | NameTraits.Demonym | NameTraits.Kin);
    }

    private static NameData Load()
    {
        var words = new Dictionary<string, NameTraits>(StringComparer.OrdinalIgnoreCase);
        var lookAlikes = new HashSet<string>(StringComparer.Ordinal);
        var places = new HashSet<string>(StringComparer.Ordinal);
        var compounds = new List<string>();
        foreach (var (section, line) in Lines())
        {
            switch (section)
            {
                case "look-alike":
                    AddPhrases(line, lookAlikes, words, NameTraits.None);
                    break;
                case "place-phrase":
                    AddPhrases(line, places, words, NameTraits.Place);
                    break;
                case "compound-title":
                    compounds.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                    break;
                default:
                    foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        Add(words, Folding.Fold(word), TraitsOfSection(section));
                    break;
            }
        }
        foreach (var abbreviation in Abbreviations)
            Add(words, abbreviation, NameTraits.Abbreviation);
        return new NameData(words, lookAlikes, places, [.. compounds]);
    }

    private static IEnumerable<(string Section, string Line)> Lines() =>
        new[] { WordLists.GivenNames, "People.Data.surnames", WordLists.Words, "People.Data.places", "People.Data.organisations", WordLists.Titles, "People.Data.titles", "People.Data.languages" }
            .SelectMany(WordLists.Read);

    private static NameTraits TraitsOfSection(string section) => section switch
    {
        "male" => NameTraits.Male,
        "female" => NameTraits.Female,
        "either" => NameTraits.Male | NameTraits.Female,
        "surname" => NameTraits.Surname,
        "common-surname" => NameTraits.Surname | NameTraits.CommonSurname,
        "family-first" => NameTraits.FamilyFirst,
        "function" => NameTraits.Function,
        "word" => NameTraits.Word,
        "calendar" => NameTraits.Calendar,
        "place" => NameTraits.Place,
        "demonym" => NameTraits.Demonym,
        "organisation-word" => NameTraits.OrganisationWord,
        "place-word" => NameTraits.PlaceWord,
        "work-word" => NameTraits.WorkWord,
        "company" => NameTraits.Company,
        "household-acronym" => NameTraits.Acronym,
        "male-title" or "male-title-or-word" => NameTraits.MaleTitle,
        "female-title" or "female-title-or-word" => NameTraits.FemaleTitle,
        "title" or "title-or-word" => NameTraits.NeutralTitle,
        "royal-title" => NameTraits.RoyalTitle,
        "role" or "role-title" => NameTraits.Role,
        "kin" => NameTraits.Kin,
        "male-kin" => NameTraits.MaleKin,
        "female-kin" => NameTraits.FemaleKin,
        "saying" => NameTraits.Saying | NameTraits.Word,
        "doing" => NameTraits.Doing | NameTraits.Word,
        "before" => NameTraits.Before | NameTraits.Word,
        "adjectival" => NameTraits.Adjectival | NameTraits.Word,
        "role-modifier" => NameTraits.RoleModifier | NameTraits.Word,
        "suffix" => NameTraits.Suffix,
        "particle" => NameTraits.Particle,
        _ => throw new InvalidOperationException($"A word list has an unknown section [{section}]."),
    };

    private static void Add(Dictionary<string, NameTraits> words, string word, NameTraits traits)
        => words[word] = words.GetValueOrDefault(word) | traits;

    private static void AddPhrases(string line, HashSet<string> phrases, Dictionary<string, NameTraits> words, NameTraits single)
    {
        foreach (var phrase in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = Folding.Fold(phrase);
            phrases.Add(folded);
            var blank = folded.IndexOf(' ', StringComparison.Ordinal);
            Add(words, blank < 0 ? folded : folded[..blank], NameTraits.PhraseHead | (blank < 0 ? single | NameTraits.OrganisationWord : 0));
        }
    }
}
