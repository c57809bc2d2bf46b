namespace Search.Core.People;

/// <summary>Resolves one document's names by a catalog; see <see cref="PeopleCatalog.Resolve"/>.</summary>
internal sealed class NameResolver(PeopleCatalog catalog, DocumentNames names, DateTimeOffset? date)
{
    private const double SureEnough = 0.75;
    private const double LeastPointsOfOrdinaryWord = 0.5;
    private const double PriorSightings = 0.75;
    private static readonly TimeSpan Slack = TimeSpan.FromDays(90);

    private readonly int[] _known = new int[names.People.Count];
    private readonly double[] _sure = new double[names.People.Count];
    private readonly Dictionary<int, List<int>> _open = [];
    private readonly HashSet<int> _present = [];
    private readonly HashSet<int> _tagged = [];

    public PersonResolution Resolve()
    {
        Array.Fill(_known, -1);
        for (var i = 0; i < names.People.Count; i++)
            ByFullName(i);
        for (var i = 0; i < names.People.Count; i++)
            if (_known[i] < 0 && !names.People[i].Name.IsFull)
                ByPart(i);
        return Answer();
    }

    private void ByFullName(int i)
    {
        var person = names.People[i];
        var index = -1;
        foreach (var form in person.Forms)
            if (form.Name.IsFull && (index = catalog.IndexOf(form.Name.Key)) >= 0)
                break;
        if (index < 0 && person.Fields != NameField.Tag)
            index = WithoutFirstWord(person.Name);
        if (index < 0)
            return;
        if (person.Fields == NameField.Tag)
        {
            _tagged.Add(index);
            return;
        }
        _known[i] = index;
        _sure[i] = Math.Max(person.Confidence, catalog.People[index].Confidence);
        _present.Add(index);
    }

    // "Presiden Ann Lee", a slip of the pen: what is left of the name without its first word is somebody well known.
    private int WithoutFirstWord(NameParts name)
    {
        if (name.MiddleKey.Length < 2 || (catalog.Data.TraitsOf(name.GivenKey) & NameTraits.Given) != 0)
            return -1;
        var index = catalog.IndexOf(name.MiddleKey + " " + name.SurnameKey);
        return index >= 0 && catalog.People[index].Documents >= 5 ? index : -1;
    }

    private void ByPart(int i)
    {
        var person = names.People[i];
        if (person.Fields == NameField.Tag)
            return;
        if ((catalog.MeaningOf(person.Name.Key) ?? (NameParts.WithoutArticle(person.Name.Key) is { } bare ? catalog.MeaningOf(bare) : null)) is not { } meaning)
        {
            ByOneName(i);
            return;
        }
        var isFamilyName = person.Name.Surname.Length > 0;
        var points = new List<(int Person, double Points, PartOwner Owner)>();
        foreach (var owner in meaning.People)
            if (owner.IsFamily || owner.IsOwned || MayBeGivenAlone(owner, meaning))
                points.Add((owner.Person, PointsOf(owner, person), owner));
        if (points.Count == 0)
            return;
        points.Sort((a, b) => b.Points.CompareTo(a.Points) is var order && order != 0 ? order : a.Person.CompareTo(b.Person));
        var sum = points.Sum(p => Math.Exp(p.Points - points[0].Points));
        var share = 1 / sum;
        var best = points[0].Owner;
        if (!IsName(person, best, meaning, isFamilyName))
            return;
        // Of two whom this document names in full, no other document tells which is meant here.
        var isShared = points.Count(p => p.Owner.IsFamily && _present.Contains(p.Person)) > 1 && !best.IsOwned;
        if (!isShared && share >= SureEnough && (best.Full >= 2 || best.IsOwned || _tagged.Contains(best.Person) || best.Full == 1 && person.IsAccepted))
        {
            _known[i] = best.Person;
            _sure[i] = share * (best.IsOwned ? 1 : Math.Min(0.95, 0.6 + 0.05 * Math.Min(best.Full, 7)));
            _present.Add(best.Person);
        }
        else
        {
            _open[i] = points.Where(p => p.Owner.Full > 0).Take(5).Select(p => p.Person).ToList();
        }
    }

    // Somebody whom the whole collection knows by one name only.
    private void ByOneName(int i)
    {
        var person = names.People[i];
        if (!person.IsAccepted || catalog.IndexOf(person.Name.Key) is not (>= 0 and var index))
            return;
        _known[i] = index;
        _sure[i] = Math.Min(person.Confidence, catalog.People[index].Confidence);
        _present.Add(index);
    }

    // "Oprah" alone means the one whom the collection knows by that name; "John" means nobody.
    private bool MayBeGivenAlone(PartOwner owner, PartMeaning meaning)
        => owner.Full >= 3 && owner.Full >= 0.85 * meaning.People.Sum(p => p.Full) && catalog.People[owner.Person].Documents >= 3;

    private double PointsOf(PartOwner owner, LocalPerson local)
    {
        var person = catalog.People[owner.Person];
        var points = Math.Log(owner.Full + 2.0 * owner.Part + 0.3);
        if (owner.IsOwned)
            points += 6;
        if (_present.Contains(owner.Person))
            points += 3;
        if (_tagged.Contains(owner.Person))
            points += 2;
        if (date is { } when && person.First is { } first && person.Last is { } last && owner.Full >= 3)
            points += when < first - Slack || when > last + Slack ? -1 : 0.4;
        if (local.Gender != Gender.Unknown && person.Gender != Gender.Unknown && local.Gender != person.Gender)
            points -= 3;
        foreach (var role in local.Roles)
            if (person.Roles.Any(r => r.Text.Contains(role.Text, StringComparison.OrdinalIgnoreCase)))
                points += 1.5;
        return points + Company(owner);
    }

    private double Company(PartOwner owner)
    {
        if (!catalog.HasCompany(owner.Person))
            return 0;
        double points = 0;
        foreach (var other in _present)
        {
            if (other == owner.Person)
                continue;
            // How often the two are named together, against how often the other is named at all. The prior is worth a fraction of one
            // sighting, so that two documents tell little of somebody rare and much of somebody in every second document.
            var expected = (catalog.People[other].Documents + 0.5) / (catalog.Documents + 1.0);
            var seen = (catalog.Together(owner.Person, other) + PriorSightings) / (owner.Full + PriorSightings / expected);
            points += Math.Clamp(Math.Log((seen + 0.01) / (expected + 0.01)), -1, 1.5);
        }
        return Math.Clamp(points, -2, 3);
    }

    // Whether the word is a name here at all: an ordinary word that is also somebody's name needs a reason.
    private bool IsName(LocalPerson local, PartOwner owner, PartMeaning meaning, bool isFamilyName)
    {
        if (owner.IsOwned || local.IsAccepted)
            return true;
        var traits = catalog.Data.TraitsOf(local.Name.Key);
        if ((traits & (NameTraits.Word | NameTraits.Place | NameTraits.Designator | NameTraits.Calendar | NameTraits.Function | NameTraits.Demonym | NameTraits.Acronym)) == 0)
            return local.Points > (isFamilyName ? -2.6 : -1);
        // Where the documents that know the person mostly use the word for the person, it is the person's here too.
        var known = owner.Part / (owner.Part + meaning.OpenDocuments + 1.0);
        return known >= 0.3 && owner.Part >= 3 ? known >= 0.5 || local.Points > -3.6 : local.Points >= LeastPointsOfOrdinaryWord;
    }

    private PersonResolution Answer()
    {
        var mentions = new Dictionary<int, List<NameMention>>();
        var openMentions = new Dictionary<int, List<NameMention>>();
        foreach (var mention in names.Mentions)
        {
            if (_known[mention.Person] is var known and >= 0)
                ListOf(mentions, known).Add(mention with { Confidence = Math.Clamp(mention.Confidence, 0, 1) is var own && own > _sure[mention.Person] ? own : _sure[mention.Person] });
            else
                ListOf(openMentions, mention.Person).Add(mention);
        }
        var people = new List<ResolvedPerson>();
        foreach (var index in _present.Order())
        {
            var fields = NameField.None;
            double sure = 0;
            var adjectival = true;
            for (var i = 0; i < _known.Length; i++)
            {
                if (_known[i] != index)
                    continue;
                fields |= names.People[i].Fields;
                sure = Math.Max(sure, _sure[i]);
                adjectival &= names.People[i].FullMentions + names.People[i].PartMentions == names.People[i].AdjectivalMentions;
            }
            var here = mentions.TryGetValue(index, out var list) ? list.Where(m => m.Field == NameField.Text).ToList() : [];
            people.Add(new ResolvedPerson(catalog.People[index], adjectival ? sure * 0.6 : sure, fields, here));
        }
        people.Sort((a, b) => b.Mentions.Count.CompareTo(a.Mentions.Count) is var order && order != 0 ? order : string.CompareOrdinal(a.Person.Slug, b.Person.Slug));
        var open = new List<OpenName>();
        for (var i = 0; i < _known.Length; i++)
        {
            var local = names.People[i];
            if (_known[i] >= 0 || local.Fields == NameField.Tag || !local.IsAccepted && !_open.ContainsKey(i))
                continue;
            open.Add(new OpenName(local.Name.Full, local.Confidence, _open.TryGetValue(i, out var ids) ? ids.ConvertAll(p => catalog.People[p]) : [],
                openMentions.TryGetValue(i, out var at) ? at.Where(m => m.Field == NameField.Text).ToList() : []));
        }
        return new PersonResolution
        {
            People = people,
            Open = open,
            Bylines = names.Bylines.Select(b => catalog.IndexOf(b.Key)).Where(b => b >= 0).Distinct().Select(b => catalog.People[b]).ToList(),
            ByLocal = _known.Select(k => k >= 0 ? catalog.People[k] : null).ToList(),
        };
    }

    private static List<NameMention> ListOf(Dictionary<int, List<NameMention>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}
