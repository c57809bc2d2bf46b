using Search.Core.People;

namespace Search.Core.Quotes;

/// <summary>A person's name where it stands in the text.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">End, exclusive, without a possessive's <c>’s</c>.</param>
/// <param name="Person">Index of the person in <see cref="DocumentNames.People"/>.</param>
internal readonly record struct PersonMention(int Start, int End, int Person);

/// <summary>The persons of one document as attribution needs them: their names in the text in order of place. Names that only qualify another word are left out.</summary>
internal sealed class PersonMentions
{
    private readonly PersonMention[] _mentions;
    private readonly IReadOnlyList<LocalPerson> _people;

    public PersonMentions(DocumentNames names)
    {
        _people = names.People;
        var surnames = Surnames(names.People);
        var mentions = new List<PersonMention>();
        foreach (var mention in names.Mentions)
        {
            if (mention.Field != NameField.Text || mention.Adjectival)
                continue;
            var person = mention.Person;
            // A surname that stands apart from its person is still that person's, where it is one person's.
            if (!_people[person].IsAccepted && surnames.TryGetValue(_people[person].Name.Full, out var owner))
                person = owner;
            else if (!_people[person].IsAccepted)
                continue;
            mentions.Add(new PersonMention(mention.Start, mention.End, person));
        }
        _mentions = [.. mentions.OrderBy(m => m.Start)];
    }

    // Surnames of one person each: of two who share one, neither is meant more than the other.
    private static Dictionary<string, int> Surnames(IReadOnlyList<LocalPerson> people)
    {
        var surnames = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var shared = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var p = 0; p < people.Count; p++)
            if (people[p] is { IsAccepted: true, Name.Surname.Length: > 0 } person && !surnames.TryAdd(person.Name.Surname, p) && person.Name.IsFull && people[surnames[person.Name.Surname]].Name.IsFull)
                shared.Add(person.Name.Surname);
        foreach (var surname in shared)
            surnames.Remove(surname);
        return surnames;
    }

    public int Count => _mentions.Length;

    public PersonMention this[int index] => _mentions[index];

    public string NameOf(int person) => _people[person].Name.Full;

    public Gender GenderOf(int person) => _people[person].Gender;

    /// <summary>Offices and occupations that the document gives the person.</summary>
    public IReadOnlyList<LocalRole> RolesOf(int person) => _people[person].Roles;

    /// <summary>Index of the first mention at or after an offset.</summary>
    public int FirstFrom(int offset)
    {
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
