using Search.Core.Text;

namespace Search.Core.Tagging;

/// <summary>Puts spellings of one person together: titles, initials, a surname with its office, what stands behind a name, and what the texts or the owner know.</summary>
internal sealed class PersonJoiner(IReadOnlyList<RawTag> raws, TagSpelling[] spellings, Dictionary<string, PersonAlias> people, SpellingSets sets)
{
    private readonly Dictionary<int, string> _personOf = [];

    public void Join()
    {
        JoinTitled();
        JoinInitials();
        JoinKnownPeople();
        JoinTitledSurnames();
        JoinHeads();
    }

    /// <summary>The person known from outside whom these spellings mean; null for none.</summary>
    public string? KnownPerson(List<int> members) => members.Select(i => _personOf.GetValueOrDefault(i)).FirstOrDefault(name => name is not null);

    public bool IsFromOwner(List<int> members) => members.Exists(i => PersonOf(i) is { FromOwner: true, Name: not null });

    // "Director Zuko Field", where only the title says that it is a person: the name without it stands in another tag.
    private void JoinTitled()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i].Person is { SurnameOnly: false, Title.Length: 0 })
                names.TryAdd(spellings[i].Key, i);
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i] is { Parts.Count: 0, Person: { SurnameOnly: false, Title.Length: > 0, Strength: < 0.7 } person } && names.TryGetValue(person.Key, out var named))
                sets.Join(i, named);
    }

    // "Nora Q. Field" is "Nora Field" where nobody of that name has other initials and nothing known of the two disagrees.
    private void JoinInitials()
    {
        var byBare = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i].Person is { SurnameOnly: false, Strength: >= 0.6 } person)
            {
                if (!byBare.TryGetValue(person.BareKey, out var list))
                    byBare.Add(person.BareKey, list = []);
                list.Add(i);
            }
        foreach (var list in byBare.Values)
        {
            var initials = list.Select(i => spellings[i].Person!.Initials).Where(letters => letters.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (initials.Count != 1 || list.TrueForAll(i => spellings[i].Person!.Initials.Length > 0))
                continue;
            var seats = list.GroupBy(sets.Root).Select(root => string.Join(' ', root.Select(i => spellings[i].Seat ?? "").Distinct(StringComparer.Ordinal).Where(seat => seat.Length > 0).Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).ToList();
            // A seat on one side only may be a namesake's: that is proposed, not done.
            if (seats.Count == 1)
                foreach (var i in list)
                    sets.Join(list[0], i);
        }
    }

    // The texts join names that differ in initials only, and short forms of a given name where the seat is the same; the owner joins whatever he names.
    private void JoinKnownPeople()
    {
        var byName = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < spellings.Length; i++)
            if (PersonOf(i)?.Name is { } name)
            {
                if (!byName.TryGetValue(name, out var list))
                    byName.Add(name, list = []);
                list.Add(i);
            }
        foreach (var (name, list) in byName)
        {
            var bare = PersonName.Read(name)?.BareKey ?? TagWords.Key(name);
            var owned = list.Where(i => PersonOf(i)!.FromOwner).ToList();
            var near = list.Where(i => spellings[i].Person?.BareKey == bare || spellings[i].Key == bare).ToList();
            if (owned.Count == 0 && near.Count == 0)
                continue;
            // The spelling that is the name stands for the person; one whose offices speak against it is a namesake's.
            var own = sets.Root(owned.Count > 0 ? owned[0] : near.Find(i => spellings[i].Key == TagWords.Key(name)) is var exact && near.Contains(exact) ? exact : near[0]);
            foreach (var i in owned)
                sets.Join(own, i);
            own = sets.Root(own);
            sets.BringMembersUpToDate();
            var offices = OfficesHeld.Of(sets.MembersOf(own).Select(i => spellings[i]));
            foreach (var root in near.Select(sets.Root).Distinct().Where(root => root != own).ToList())
            {
                var theirs = OfficesHeld.Of(sets.MembersOf(root).Select(i => spellings[i]));
                if (!theirs.Disagrees(offices) && !(HasInitials(root) != HasInitials(own) && theirs.Seats.Count > 0 != offices.Seats.Count > 0))
                    sets.Join(own, root);
            }
            foreach (var root in list.Where(i => IsShortForm(i, own)).Select(sets.Root).Distinct().Where(root => root != sets.Root(own)).ToList())
                if (OfficesHeld.Of(sets.MembersOf(root).Select(i => spellings[i])).Seats.Overlaps(offices.Seats))
                    sets.Join(own, root);
            _personOf[sets.Root(own)] = name;
        }
    }

    // "Bill Harper" and "William Harper".
    private bool IsShortForm(int i, int own)
        => spellings[i].Person is { SurnameOnly: false } form && sets.MembersOf(own).Any(other => spellings[other].Person is { SurnameOnly: false } name && name.Suffix == form.Suffix
            && TagWords.Key(name.Family) == TagWords.Key(form.Family) && GivenForms.CanBeOneName(TagWords.Key(name.Given), TagWords.Key(form.Given)));

    // "Governor Field" is the person of that surname where the texts know exactly one, and the tags no other.
    private void JoinTitledSurnames()
    {
        var families = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var alias in people.Values)
            if (alias.Name is { } known && PersonName.Read(known) is { SurnameOnly: false } name)
                Know(TagWords.Key(name.Family), known);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i].Person is { SurnameOnly: false, Strength: >= 0.7 } person)
            {
                var family = TagWords.Key(person.Family);
                if (_personOf.GetValueOrDefault(sets.Root(i)) is { } known)
                    groups.TryAdd(known, i);
                else if (families.GetValueOrDefault(family) is { } only && PersonName.Read(only) is { } meant && meant.BareKey == person.BareKey)
                    groups.TryAdd(only, i);
                else
                    families[family] = null;
            }
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i].Person is { SurnameOnly: true, Strength: >= 0.8 } surname && families.GetValueOrDefault(TagWords.Key(surname.Family)) is { } meant)
            {
                if (groups.TryGetValue(meant, out var group))
                    sets.Join(group, i);
                else
                    groups.Add(meant, i);
                _personOf[sets.Root(i)] = meant;
            }

        void Know(string family, string name) => families[family] = families.TryGetValue(family, out var other) && other != name ? null : name;
    }

    private bool HasInitials(int root) => sets.MembersOf(root).All(i => spellings[i].Person is { HasInitials: true });

    // "Nora Field / Some Institute", where the form alone does not say that it is a person, but another tag does.
    private void JoinHeads()
    {
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i] is { Parts.Count: 0, Person: { SurnameOnly: false, Strength: >= 0.7 } })
                people.TryAdd(spellings[i].Key, i);
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i] is { Parts.Count: > 0, Person: { SurnameOnly: false } head } && people.TryGetValue(head.Key, out var person))
                sets.Join(i, person);
    }

    private PersonAlias? PersonOf(int i) => people.GetValueOrDefault(spellings[i].Key) ?? people.GetValueOrDefault(TagWords.Key(raws[i].Text))
        ?? (spellings[i] is { Parts.Count: 0, Person: { SurnameOnly: false, Title.Length: > 0 } person } ? people.GetValueOrDefault(person.Key) : null);
}
