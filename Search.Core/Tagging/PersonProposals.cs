using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Tagging;

/// <summary>
/// Proposes that two names of people are one person's: nicknames, middle names, suffixes, a surname with a title. People with one surname are
/// compared with each other only; where seats or offices disagree, nothing is proposed.
/// </summary>
internal sealed class PersonProposals
{
    private const int MostOfAFamily = 60;

    private readonly List<TagGroup> _groups;
    private readonly Action<int, int, TagEvidence, string, double> _propose;

    public PersonProposals(List<TagGroup> groups, Action<int, int, TagEvidence, string, double> propose) => (_groups, _propose) = (groups, propose);

    public void Find()
    {
        var families = new SortedDictionary<string, List<Named>>(StringComparer.Ordinal);
        for (var g = 0; g < _groups.Count; g++)
        {
            if (_groups[g].Kind != TagKind.Person)
                continue;
            var people = _groups[g].Spellings.Select(spelling => spelling.Person).OfType<PersonName>().ToList();
            if (people.Count == 0)
                continue;
            var main = people.Find(person => !person.SurnameOnly) ?? people[0];
            var named = new Named(g, main, OfficesHeld.Of(_groups[g].Spellings));
            var family = TagWords.Key(main.Family);
            if (!families.TryGetValue(family, out var list))
                families.Add(family, list = []);
            list.Add(named);
        }
        foreach (var family in families.Values)
            if (family.Count is > 1 and <= MostOfAFamily)
                Compare(family);
    }

    private void Compare(List<Named> family)
    {
        var full = family.Where(named => !named.Name.SurnameOnly).ToList();
        foreach (var surname in family.Where(named => named.Name.SurnameOnly))
        {
            var sameOffice = full.Where(named => named.Offices.Titles.Overlaps(surname.Offices.Titles)).ToList();
            var meant = sameOffice.Count == 1 ? sameOffice[0] : full.Count == 1 ? full[0] : null;
            if (meant is not null)
                _propose(surname.Group, meant.Group, TagEvidence.PersonName, sameOffice.Count == 1 ? "the same surname and title" : "the only person of that surname", sameOffice.Count == 1 ? 0.75 : 0.55);
        }
        for (var i = 0; i < full.Count; i++)
            for (var j = i + 1; j < full.Count; j++)
                Compare(full[i], full[j]);
    }

    private void Compare(Named a, Named b)
    {
        string first = TagWords.Key(a.Name.Given), second = TagWords.Key(b.Name.Given);
        if (a.Offices.Disagrees(b.Offices) || first != second && !GivenForms.CanBeOneName(first, second))
            return;
        var sameOffice = a.Offices.Shares(b.Offices);
        if (a.Name.Suffix != b.Name.Suffix)
        {
            if (sameOffice && first == second && (a.Name.Suffix.Length == 0 || b.Name.Suffix.Length == 0))
                _propose(a.Group, b.Group, TagEvidence.PersonName, "the same name and office, with and without suffix", 0.75);
        }
        else if (a.Name.Initials.Length > 0 && b.Name.Initials.Length > 0 && a.Name.Initials[0] != b.Name.Initials[0])
            return;
        else if (first != second)
            _propose(a.Group, b.Group, TagEvidence.PersonName, $"{a.Name.Given} and {b.Name.Given} can be one name" + (sameOffice ? ", and the office is the same" : ""), sameOffice ? 0.85 : 0.6);
        else if (a.Name.BareKey == b.Name.BareKey)
            _propose(a.Group, b.Group, TagEvidence.PersonName, "the same name with other initials or another seat", sameOffice ? 0.8 : 0.55);
        else if (a.Name.Middle.Length == 0 || b.Name.Middle.Length == 0 || a.Name.Initials.Length > 0 || b.Name.Initials.Length > 0)
            _propose(a.Group, b.Group, TagEvidence.PersonName, "the same name with and without a middle name", sameOffice ? 0.85 : 0.65);
    }

    private sealed record Named(int Group, PersonName Name, OfficesHeld Offices);
}
