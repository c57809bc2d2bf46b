using Search.Core.Text;

namespace Search.Core.People;

/// <summary>Makes the catalog of merged clusters: who is taken for a person, labels, slugs, aliases, roles, and who is meant by a part of a name.</summary>
internal sealed class CatalogWriter(NameData data, List<ClusterMerger.Merged> clusters, int[] clusterOf, List<int[]> documents, Dictionary<string, PartUse> parts, DateTimeOffset? newest)
{
    private const int MostAliases = 24;
    private const int MostRoles = 24;
    private const int MostCompany = 64;
    private const double ShareOfFamilyName = 0.75;
    private static readonly TimeSpan StillInOffice = TimeSpan.FromDays(92);

    public PeopleCatalog Write()
    {
        var taken = clusters.Where(c => !c.IsDropped && IsTaken(c)).OrderByDescending(c => c.Entry is not null).ThenByDescending(c => c.All.Documents).ThenByDescending(c => c.All.TagDocuments + c.All.BylineDocuments)
            .ThenBy(c => c.Name.Key, StringComparer.Ordinal).ToList();
        var numbers = new int[clusters.Count];
        Array.Fill(numbers, -1);
        for (var i = 0; i < taken.Count; i++)
            numbers[taken[i].Index] = i;
        var byPart = Parts(taken);
        var people = new List<KnownPerson>();
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cluster in taken)
            people.Add(Person(cluster, slugs));
        var oneNamed = parts.Where(p => p.Value.AcceptedDocuments > 0 && !byPart.ContainsKey(p.Key) && MayBeOnlyName(p.Key, p.Value))
            .OrderByDescending(p => p.Value.AcceptedDocuments).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value).ToList();
        foreach (var use in oneNamed)
            people.Add(OneNamed(use, slugs));
        AddFamilyNames(people, byPart);
        var byForm = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < taken.Count; i++)
        {
            foreach (var form in taken[i].All.Forms)
                byForm.TryAdd(form.Key, i);
            if (taken[i].Entry is { } entry)
                foreach (var alias in entry.Aliases.Append(entry.Name))
                    byForm[NameParts.Fold(alias)] = i;
        }
        for (var i = 0; i < oneNamed.Count; i++)
            byForm.TryAdd(oneNamed[i].Name!.Key, taken.Count + i);
        return new PeopleCatalog(data, people, byForm, byPart, Company(taken, numbers, byPart), documents.Count);
    }

    private static bool IsTaken(ClusterMerger.Merged cluster)
    {
        var all = cluster.All;
        if (cluster.Entry is not null || all.IsRecorded || all.BylineDocuments > 0)
            return true;
        if (all.Documents == 0)
            return all.TagDocuments > 0;
        if (all.Documents == 1)
            return all.BestPoints >= (all.TagDocuments > 0 ? 1 : LocalPerson.AcceptedPoints);
        return all.MeanPoints >= (all.TagDocuments > 0 ? 1 : 1.7) || all.MeanPoints >= 1.1 && all.BestPoints >= 3.3;
    }

    private KnownPerson Person(ClusterMerger.Merged cluster, HashSet<string> slugs)
    {
        var all = cluster.All;
        var name = cluster.Entry is null ? LabelOf(all) : cluster.Name;
        var label = cluster.Entry?.Name ?? name.Full;
        var slug = UniqueSlug(label, slugs);
        var aliases = new List<string>();
        foreach (var alias in (cluster.Entry?.Aliases ?? []).Concat(all.Forms.Where(IsAlias).OrderByDescending(f => f.Weight).ThenByDescending(f => f.Tags + f.Bylines).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Name.Full)))
            if (alias != label && aliases.Count < MostAliases && !aliases.Contains(alias))
                aliases.Add(alias);
        return new KnownPerson
        {
            Slug = slug,
            Label = label,
            Name = name,
            Aliases = aliases,
            Roles = Roles(all),
            Gender = all.Gender,
            Documents = all.Documents,
            Confidence = cluster.Entry is not null || all.IsRecorded ? 1 : all.Documents == 0 ? 0.6 : LocalPerson.PointsToConfidence(Math.Max(all.MeanPoints, Math.Min(all.BestPoints, all.MeanPoints + 0.3 * Math.Min(all.Documents - 1, 5)))),
            IsAuthority = cluster.Entry is not null,
            Url = cluster.Entry?.Url,
            IsAuthorOnly = all.Documents == 0 && all.BylineDocuments > 0,
            First = all.First,
            Last = all.Last,
        };
    }

    // "Ann Lee Bob Lee" is two people whom no comma parts.
    private static bool IsAlias(PersonCluster.Written form)
        => form.IsName && !form.Name.MiddleKey.Split(' ').Contains(form.Name.SurnameKey, StringComparer.Ordinal);

    // "Musk" is an alias of the one whom the word mostly means, so that it finds that person and resolves as a slug.
    private static void AddFamilyNames(List<KnownPerson> people, Dictionary<string, PartMeaning> byPart)
    {
        foreach (var (key, meaning) in byPart.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var best = meaning.People.MaxBy(p => (p.IsFamily ? p.Full : 0, -p.Person));
            if (!best.IsFamily || best.Part < 1 || best.Full < ShareOfFamilyName * meaning.People.Where(p => p.IsFamily).Sum(p => p.Full))
                continue;
            var person = people[best.Person];
            if (person.Name.SurnameKey == key && person.Name.Surname.Length > 0 && person.Aliases.Count < MostAliases && !person.Aliases.Contains(person.Name.Surname))
                people[best.Person] = person with { Aliases = [.. person.Aliases, person.Name.Surname] };
        }
    }

    // News outlets and firms say and do things too: only a word that the lists know as a name and as nothing else, or a word that they do not know in an office.
    private bool MayBeOnlyName(string key, PartUse use)
    {
        const NameTraits other = NameTraits.Word | NameTraits.Place | NameTraits.Designator | NameTraits.Calendar | NameTraits.Demonym | NameTraits.Acronym | NameTraits.Function | NameTraits.Company | NameTraits.Role;
        var traits = data.TraitsOf(key);
        if ((traits & ~(NameTraits.SurnameForm | NameTraits.EasternSyllables | NameTraits.Foreign)) == 0 && use.TitledDocuments > 0)
            return true;
        return (traits & other) == 0 && (traits & (NameTraits.Given | NameTraits.Surname | NameTraits.FamilyFirst)) != 0;
    }

    // Nobody in the collection has the word as part of a longer name, and a text was sure that it names a person.
    private static KnownPerson OneNamed(PartUse use, HashSet<string> slugs) => new()
    {
        Slug = UniqueSlug(use.Name!.Full, slugs),
        Label = use.Name.Full,
        Name = use.Name,
        Gender = use.Gender,
        Documents = use.AcceptedDocuments,
        Confidence = LocalPerson.PointsToConfidence(use.BestPoints),
    };

    private static string UniqueSlug(string label, HashSet<string> slugs)
    {
        var stem = Slug.Of(label) is { Length: > 0 } made ? made : "person";
        var slug = stem;
        for (var n = 2; !slugs.Add(slug); n++)
            slug = stem + "-" + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return slug;
    }

    // The form used most that is no end of a fuller one ("Vega Orozco"); a middle initial only where the name is seldom written without it.
    private NameParts LabelOf(PersonCluster all)
    {
        var ordered = all.Forms.OrderByDescending(f => IsAlias(f)).ThenBy(f => IsEnd(f, all)).ThenByDescending(f => f.Weight).ThenByDescending(f => f.Bylines).ThenByDescending(f => f.Tags).ThenByDescending(f => f.Key == all.Name.Key).ThenBy(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal).ToList();
        var best = ordered[0];
        var name = best.Name;
        // A single initial is what lists of players and tables have room for; "J.D." may be what somebody is called.
        if (name.GivenKey.Length == 1 && name.MiddleKey.Length == 0 && ordered.Find(f => IsAlias(f) && f.Name.GivenKey.Length > 1 && !NameMatching.IsInitials(f.Name.Given) && f.Name.SurnameKey == name.SurnameKey && f.Name.SuffixKey == name.SuffixKey) is { } spelled)
            return spelled.Name;
        if (name.MiddleKey.Length == 1 || name.MiddleKey.Length == 3 && name.MiddleKey[1] == ' ' || NameMatching.IsInitials(name.Given))
            foreach (var form in ordered)
                if ((form.Weight + form.Tags) * 6 >= best.Weight && form.Name.MiddleKey.Length == 0 && !NameMatching.IsInitials(form.Name.Given) | NameMatching.IsInitials(name.Given) && form.Name.SuffixKey == name.SuffixKey && form.Weight + form.Tags > 0)
                    return form.Name;
        return name;
    }

    private bool IsEnd(PersonCluster.Written form, PersonCluster all)
        => (data.TraitsOf(form.Name.GivenKey) is var given && (given & NameTraits.Given) == 0 | (given & NameTraits.Particle) != 0)
            && all.Forms.Any(f => f != form && IsAlias(f) && f.Key.EndsWith(" " + form.Key, StringComparison.Ordinal) && !NameMatching.IsInitials(f.Name.Given) && (data.TraitsOf(f.Name.GivenKey) & NameTraits.Title) == 0);

    // What one text in a hundred calls somebody is wit, abuse or a slip; of whom little is said all of it is kept.
    private List<DatedRole> Roles(PersonCluster all)
    {
        var roles = new List<DatedRole>();
        var merged = RoleMerger.Merge(all.Roles);
        var least = merged.Sum(r => r.Use.Documents) switch { < 10 => 1, < 200 => 2, _ => 3 };
        foreach (var role in merged.Where(r => r.Use.Documents >= least).OrderByDescending(r => r.Use.Documents).ThenBy(r => r.Text, StringComparer.Ordinal).Take(MostRoles))
            roles.Add(new DatedRole(role.Text, Month(role.Use.First), role.Use.Last is { } last && newest is { } now && now - last > StillInOffice ? Month(last) : null, role.Use.Documents));
        return roles;
    }

    private static string? Month(DateTimeOffset? date) => date?.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private Dictionary<string, PartMeaning> Parts(List<ClusterMerger.Merged> taken)
    {
        var byPart = new Dictionary<string, PartMeaning>(StringComparer.Ordinal);
        for (var i = 0; i < taken.Count; i++)
        {
            var all = taken[i].All;
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (var form in all.Forms.Where(f => f.IsName))
            {
                if (form.Name.SurnameKey.Length > 0)
                {
                    keys.Add(form.Name.SurnameKey);
                    if (form.Name.SurnameKey.LastIndexOf(' ') is var blank and > 0)
                        keys.Add(form.Name.SurnameKey[(blank + 1)..]);
                    if (NameParts.WithoutArticle(form.Name.SurnameKey) is { } bare)
                        keys.Add(bare);
                }
                if (form.Name.GivenKey.Length > 1)
                    keys.Add(form.Name.GivenKey);
            }
            foreach (var alias in taken[i].Entry?.Aliases ?? [])
                keys.Add(NameParts.Fold(alias));
            foreach (var key in keys)
            {
                if (!byPart.TryGetValue(key, out var meaning))
                    byPart[key] = meaning = new PartMeaning(parts.TryGetValue(key, out var use) ? use.Documents : 0, use?.MeanPoints ?? 0);
                var isFamily = all.Forms.Any(f => f.Name.SurnameKey == key || f.Name.SurnameKey.EndsWith(" " + key, StringComparison.Ordinal) || NameParts.WithoutArticle(f.Name.SurnameKey) == key);
                var owned = taken[i].Entry is { } entry && entry.Aliases.Any(a => NameParts.Fold(a) == key);
                meaning.People.Add(new PartOwner(i, all.Documents, all.PartDocuments, isFamily, owned));
            }
        }
        return byPart;
    }

    // With whom a person is named, kept only for those who share a part of the name with somebody.
    private Dictionary<int, Dictionary<int, int>> Company(List<ClusterMerger.Merged> taken, int[] numbers, Dictionary<string, PartMeaning> byPart)
    {
        var shared = new HashSet<int>();
        foreach (var meaning in byPart.Values)
            if (meaning.People.Count > 1)
                foreach (var owner in meaning.People)
                    if (taken[owner.Person].All.Documents > 0)
                        shared.Add(owner.Person);
        var company = new Dictionary<int, Dictionary<int, int>>();
        foreach (var document in documents)
        {
            var people = document.Select(node => numbers[clusterOf[node]]).Where(p => p >= 0).Distinct().Take(200).ToArray();
            foreach (var person in people)
            {
                if (!shared.Contains(person))
                    continue;
                if (!company.TryGetValue(person, out var with))
                    company[person] = with = [];
                foreach (var other in people)
                    if (other != person)
                        with[other] = with.GetValueOrDefault(other) + 1;
            }
        }
        foreach (var (person, with) in company)
            if (with.Count > MostCompany)
                company[person] = with.OrderByDescending(w => w.Value).ThenBy(w => w.Key).Take(MostCompany).ToDictionary();
        return company;
    }
}
