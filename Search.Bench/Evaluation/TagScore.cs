using System.Globalization;
using System.Text.Json;
using Search.Core.Ingestion;
using Search.Core.Tagging;
using Search.Core.Text;

namespace Search.Bench.Evaluation;

/// <summary>Scores a collection's tag catalog against labelled tags and pairs of tags: precision, recall and F1 with counts, and every confusion.</summary>
internal sealed class TagScore(TagCatalog catalog)
{
    /// <summary>The catalog as indexing makes it, with the people of the texts. Posts of the future count, because the sets label theirs too.</summary>
    public static TagScore Read(string folder) => new(SiteTags.Read([folder], new IngestOptions { Future = true }));

    public void Print(string gold, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{catalog.Documents} posts, {catalog.Tags.Sum(tag => tag.Aliases.Count)} spellings, {catalog.Tags.Count} tags"));
        var uses = catalog.Tags.Sum(tag => (long)tag.Posts);
        var boilerplate = catalog.Tags.Where(tag => tag.Boilerplate).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{boilerplate.Count} boilerplate tags with {(double)boilerplate.Sum(tag => (long)tag.Posts) / uses:0.000} of all uses; {catalog.Tags.Sum(tag => tag.Proposals.Count) / 2} proposals; {catalog.Tags.Count(tag => tag.Posts == 1)} used once"));
        Tags(Path.Combine(gold, "tags.dev.jsonl"), output);
        Pairs(Path.Combine(gold, "tagpairs.dev.jsonl"), output);
    }

    public void List(string words, TextWriter output)
    {
        foreach (var tag in catalog.Tags)
            if (words.Length == 0 || tag.Label.Contains(words, StringComparison.OrdinalIgnoreCase) || tag.Aliases.Any(alias => alias.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tag.Posts}\t{tag.Kind}\t{tag.Confidence:0.00}\t{(tag.Boilerplate ? "B" : "")}\t{tag.Label}\t{tag.Slug}"));
                foreach (var alias in tag.Aliases.Where(alias => alias.Text != tag.Label))
                    output.WriteLine($"\t= {alias.Posts}\t{alias.Text}");
                foreach (var proposal in tag.Proposals)
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\t? {proposal.Score:0.00}\t{proposal.Slug}\t{proposal.Reason}"));
            }
    }

    private void Tags(string path, TextWriter output)
    {
        int rows = 0, kinds = 0, labels = 0, missing = 0;
        var confusions = new List<string>();
        var byKind = new SortedDictionary<string, Counts>(StringComparer.Ordinal);
        var labelCounts = new Counts();
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var raw = row.RootElement.GetProperty("tag").GetString()!;
            var kind = row.RootElement.GetProperty("kind").GetString()!;
            var canonical = row.RootElement.GetProperty("canonical").GetString()!;
            rows++;
            if (catalog.Resolve(raw) is not { } tag)
            {
                missing++;
                confusions.Add($"unresolved: {raw}");
                Kind(kind).Add([], [raw]);
                labelCounts.Add([], [Slug.Of(canonical)]);
                continue;
            }
#pragma warning disable CA1308 // The sets write kinds in lower case.
            var found = tag.Kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
            Kind(kind).Add(found == kind ? [raw] : [], [raw]);
            if (found != kind)
                Kind(found).Add([raw], []);
            labelCounts.Add([Slug.Of(tag.Label)], [Slug.Of(canonical)]);
            if (found == kind)
                kinds++;
            else
                confusions.Add($"kind   {kind} -> {found}: {raw}");
            if (Slug.Of(tag.Label) == Slug.Of(canonical))
                labels++;
            else
                confusions.Add($"label  {canonical} -> {tag.Label}: {raw}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kind {(double)kinds / rows:0.000} ({kinds}/{rows}), label {(double)labels / rows:0.000} ({labels}/{rows}), {missing} unresolved"));
        foreach (var (name, counts) in byKind)
            output.WriteLine($"  kind {name,-13}{counts}");
        output.WriteLine($"  labels            {labelCounts}");
        foreach (var confusion in confusions.Order(StringComparer.Ordinal))
            output.WriteLine("  " + confusion);

        Counts Kind(string name) => byKind.TryGetValue(name, out var counts) ? counts : byKind[name] = new();
    }

    private void Pairs(string path, TextWriter output)
    {
        int rows = 0, right = 0, falseMerges = 0, merged = 0;
        var confusions = new List<string>();
        var pairCounts = new Counts();
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var a = row.RootElement.GetProperty("a").GetString()!;
            var b = row.RootElement.GetProperty("b").GetString()!;
            var same = row.RootElement.GetProperty("same").GetBoolean();
            rows++;
            var (first, second) = (catalog.Resolve(a), catalog.Resolve(b));
            var merge = first is not null && first == second;
            var proposed = first is not null && second is not null && (first.Proposals.Any(p => p.Slug == second.Slug) || second.Proposals.Any(p => p.Slug == first.Slug));
            merged += merge ? 1 : 0;
            if (merge && !same)
                falseMerges++;
            pairCounts.Add(merge || proposed ? [a] : [], same ? [a] : []);
            if ((merge || proposed) == same)
                right++;
            else
                confusions.Add($"{(same ? "same, but apart" : merge ? "FALSE MERGE" : "different, but proposed")}: {a} | {b}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs {(double)right / rows:0.000} ({right}/{rows}), {merged} merged, {falseMerges} false merges"));
        output.WriteLine($"  same              {pairCounts}");
        foreach (var confusion in confusions)
            output.WriteLine("  " + confusion);
    }
}
