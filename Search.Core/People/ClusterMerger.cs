using Search.Core.Model;

namespace Search.Core.People;

/// <summary>
/// Joins names into people. Names of one family name are taken from the most used to the least; each joins the one person that it may be
/// (short forms, initials, middle names), and where it may be several it joins none unless one outweighs the others by far.
/// </summary>
internal sealed class ClusterMerger(NameData data, List<PersonCluster> nodes, HashSet<(int, int)> together, HashSet<(int, int)> apart)
{
    // Bounds the work where thousands of people share one family name.
    private const int MostCompared = 256;
    private const int Outweighs = 5;

    private int[] _clusterOf = [];

    public List<Merged> Clusters { get; } = [];

    /// <summary>For each node the index of its cluster.</summary>
    public int[] Merge(List<(AuthorityEntry Entry, NameParts Name, List<int> Nodes)> authority)
    {
        _clusterOf = new int[nodes.Count];
        Array.Fill(_clusterOf, -1);
        foreach (var (entry, name, owned) in authority)
        {
            var cluster = new Merged(Clusters.Count, name) { Entry = entry };
            Clusters.Add(cluster);
            foreach (var node in owned)
                if (_clusterOf[node] < 0)
                    Join(node, cluster);
        }
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            var key = BlockOf(nodes[i].Name);
            if (!blocks.TryGetValue(key, out var block))
                blocks[key] = block = [];
            block.Add(i);
        }
        foreach (var block in blocks.OrderBy(b => b.Key, StringComparer.Ordinal))
            MergeBlock(block.Value);
        JoinSecondFamilyNames();
        JoinSlips();
        return _clusterOf;
    }

    // Those that a text has as one.
    private void JoinSecondFamilyNames()
    {
        foreach (var (one, other) in together.Where(pair => NameMatching.DifferInSecondFamilyName(nodes[pair.Item1].Name, nodes[pair.Item2].Name)).Order())
        {
            var (a, b) = (Clusters[_clusterOf[one]], Clusters[_clusterOf[other]]);
            if (a != b && (a.Entry is null || b.Entry is null))
                JoinCluster(a.Entry is null && (b.Entry is not null || Weight(b.All) > Weight(a.All)) ? (a, b) : (b, a), isName: true);
        }
    }

    private void JoinCluster((Merged Gone, Merged Kept) pair, bool isName)
    {
        var (gone, kept) = pair;
        (gone.IsDropped, gone.Into) = (true, kept);
        foreach (var node in gone.Nodes)
        {
            _clusterOf[node] = kept.Index;
            kept.Nodes.Add(node);
        }
        kept.All.Absorb(gone.All, asName: isName);
    }

    private void JoinSlips()
    {
        var slips = new NameSlips(data, Clusters);
        foreach (var (slip, found, isName) in slips.Find())
        {
            var person = found.Joined;
            if (slip.IsDropped || person == slip)
                continue;
            JoinCluster((slip, person), isName);
        }
        var families = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cluster in Clusters)
            families[cluster.Name.SurnameKey] = Math.Max(families.GetValueOrDefault(cluster.Name.SurnameKey), cluster.All.Documents);
        foreach (var cluster in Clusters)
            cluster.IsDropped |= slips.IsFamilyNameWithWord(cluster, key => families.GetValueOrDefault(key));
    }

    private static string BlockOf(NameParts name)
    {
        if (name.Style.Length > 0)
            return "=" + name.GivenKey;
        var key = name.SurnameKey;
        var cut = key.AsSpan().LastIndexOfAny(' ', '-');
        return cut >= 0 ? key[(cut + 1)..] : key;
    }

    private void MergeBlock(List<int> block)
    {
        block.Sort((a, b) => Weight(nodes[b]).CompareTo(Weight(nodes[a])) is var order && order != 0 ? order : string.CompareOrdinal(nodes[a].Name.Key, nodes[b].Name.Key));
        var here = new List<Merged>();
        foreach (var node in block)
            if (_clusterOf[node] >= 0 && !here.Contains(Clusters[_clusterOf[node]]))
                here.Add(Clusters[_clusterOf[node]]);
        foreach (var node in block)
        {
            if (_clusterOf[node] >= 0)
                continue;
            var cluster = Choose(node, here);
            if (cluster is null)
            {
                cluster = new Merged(Clusters.Count, nodes[node].Name);
                Clusters.Add(cluster);
                here.Add(cluster);
            }
            Join(node, cluster);
        }
    }

    private void Join(int node, Merged cluster)
    {
        _clusterOf[node] = cluster.Index;
        cluster.Nodes.Add(node);
        cluster.All.Absorb(nodes[node]);
    }

    private static int Weight(PersonCluster node) => node.Documents * 4 + node.TagDocuments + node.BylineDocuments;

    private Merged? Choose(int node, List<Merged> here)
    {
        Merged? best = null, second = null, tied = null;
        for (var i = 0; i < here.Count && i < MostCompared; i++)
        {
            var cluster = here[i];
            if (!MayJoin(node, cluster))
                continue;
            if (cluster.Nodes.Exists(other => together.Contains(node < other ? (node, other) : (other, node))))
                tied ??= cluster;
            if (best is null || Rank(node, cluster) > Rank(node, best))
                (second, best) = (best, cluster);
            else if (second is null || Rank(node, cluster) > Rank(node, second))
                second = cluster;
        }
        if (tied is not null || best is null || second is null)
            return tied ?? best;
        return Rank(node, best) >= Outweighs * Rank(node, second) ? best : null;
    }

    // The same given name counts for more than a short form or an initial of it.
    private double Rank(int node, Merged cluster)
        => (Weight(cluster.All) + 1) * (cluster.Name.GivenKey == nodes[node].Name.GivenKey ? 4.0 : 1.0);

    private bool MayJoin(int node, Merged cluster)
    {
        var name = nodes[node].Name;
        if (nodes[node].Gender is not Gender.Unknown && cluster.All.Gender is not Gender.Unknown && nodes[node].Gender != cluster.All.Gender && nodes[node].Documents > 1)
            return false;
        foreach (var other in cluster.Nodes)
        {
            var form = nodes[other].Name;
            if (!NameMatching.MayBeSame(name, form, ignoreSuffix: true))
                return false;
            if (name.SuffixKey != form.SuffixKey && !SuffixMayBeLeftOut(node, other))
                return false;
            // A signature with a middle initial tells its writer from a person of the news.
            if (name.MiddleKey != form.MiddleKey && (nodes[node].BylineDocuments > 0) != (nodes[other].BylineDocuments > 0) && Weight(nodes[node]) > 0 && Weight(nodes[other]) > 0
                && (name.MiddleKey.Length == 1 && nodes[node].BylineDocuments > 0 || form.MiddleKey.Length == 1 && nodes[other].BylineDocuments > 0))
                return false;
        }
        if (cluster.Entry is null && name.GivenKey != cluster.Name.GivenKey && cluster.All.Documents > 0 && (data.TraitsOf(BlockOf(name)) & NameTraits.CommonSurname) != 0 && !Linked(node, cluster))
            return false;
        if (cluster.Entry is null && cluster.Nodes.Exists(other => OnlyInitialsTie(name, nodes[other].Name)) && !cluster.Nodes.Exists(other => nodes[other].Name.MiddleKey.Length > 0) && !Linked(node, cluster))
            return false;
        return cluster.Nodes.Count > 0 || cluster.Entry is not null && NameMatching.MayBeSame(name, cluster.Name);
    }

    // "H.R. Lane" and "Henry Lane": who is known by two initials is seldom known by the first name alone.
    private static bool OnlyInitialsTie(NameParts one, NameParts other)
        => NameMatching.IsInitials(one.Given) && one.GivenKey.Length > 1 && other.MiddleKey.Length == 0 && !NameMatching.IsInitials(other.Given)
            || NameMatching.IsInitials(other.Given) && other.GivenKey.Length > 1 && one.MiddleKey.Length == 0 && !NameMatching.IsInitials(one.Given);

    // "Jack Smith" and "John Smith" are one man only where something ties them: one text that uses both, or one office.
    private bool Linked(int node, Merged cluster)
        => cluster.Nodes.Exists(other => together.Contains(node < other ? (node, other) : (other, node)))
            || nodes[node].Roles.Any(r => r.Text.Contains(' ', StringComparison.Ordinal) && cluster.All.Roles.Any(o => string.Equals(o.Text, r.Text, StringComparison.OrdinalIgnoreCase)));

    // "Robert Kennedy" is the junior where the junior is the one talked of; "Donald Trump" is not.
    private bool SuffixMayBeLeftOut(int node, int other)
    {
        if (apart.Contains(node < other ? (node, other) : (other, node)))
            return false;
        var (with, without) = nodes[node].Name.SuffixKey.Length > 0 ? (node, other) : (other, node);
        if (nodes[without].Name.SuffixKey.Length > 0)
            return false;
        return nodes[without].Documents < nodes[with].Documents || nodes[without].Documents == 0 || HaveOneOffice(without, with);
    }

    // No text tells the two apart, and several give both the same office.
    private bool HaveOneOffice(int one, int other)
        => nodes[one].Roles.Any(r => r.Documents > 1 && nodes[other].Roles.Any(o => o.Documents > 1 && string.Equals(o.Text, r.Text, StringComparison.OrdinalIgnoreCase)));

    internal sealed class Merged(int index, NameParts name)
    {
        public int Index { get; } = index;

        public NameParts Name { get; } = name;

        public AuthorityEntry? Entry { get; init; }

        public List<int> Nodes { get; } = [];

        public PersonCluster All { get; } = new(name);

        /// <summary>The one that it was joined to; null for none.</summary>
        public Merged? Into { get; set; }

        /// <summary>The one that it is part of in the end.</summary>
        public Merged Joined => Into?.Joined ?? this;

        /// <summary>True where it is nobody of its own: joined to another, or words that are no name.</summary>
        public bool IsDropped { get; set; }
    }
}
