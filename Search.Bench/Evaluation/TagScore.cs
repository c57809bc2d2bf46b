using System.Globalization;
using System.Text.Json;
using Search.Core.Tagging;
using Search.Core.Text;

namespace Search.Bench.Evaluation;

/// <summary>Scores a collection's tag catalog against labelled tags and pairs of tags, with counts and every confusion.</summary>
internal sealed class TagScore
{
    private readonly TagCatalog _catalog;
    private readonly TimeSpan _built;

    private TagScore(TagCatalog catalog, TimeSpan built) => (_catalog, _built) = (catalog, built);

    public static TagScore Read(string folder, bool withPeople)
    {
        var posts = TaggedPosts.Read(folder);
        var people = withPeople ? TaggedPosts.People(posts) : [];
        TagCatalog? catalog = null;
        var best = TimeSpan.MaxValue;
        // The best of several: the first pay for compilation and the word lists.
        for (var round = 0; round < 8; round++)
        {
            var builder = TaggedPosts.Builder(posts, people);
            // Processor time: others may use the machine.
            var before = Environment.CpuUsage.UserTime;
            catalog = builder.Build();
            var used = Environment.CpuUsage.UserTime - before;
            best = used < best ? used : best;
        }
        return new TagScore(catalog!, best);
    }

    public void Print(string gold, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_catalog.Documents} posts, {_catalog.Tags.Sum(tag => tag.Aliases.Count)} spellings, {_catalog.Tags.Count} tags, built in {_built.TotalMilliseconds:0} ms of processor time"));
        var uses = _catalog.Tags.Sum(tag => (long)tag.Posts);
        var boilerplate = _catalog.Tags.Where(tag => tag.Boilerplate).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{boilerplate.Count} boilerplate tags with {(double)boilerplate.Sum(tag => (long)tag.Posts) / uses:0.000} of all uses; {_catalog.Tags.Sum(tag => tag.Proposals.Count) / 2} proposals; {_catalog.Tags.Count(tag => tag.Posts == 1)} used once"));
        Tags(Path.Combine(gold, "tags.dev.jsonl"), output);
        Pairs(Path.Combine(gold, "tagpairs.dev.jsonl"), output);
    }

    public void List(string words, TextWriter output)
    {
        foreach (var tag in _catalog.Tags)
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
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var raw = row.RootElement.GetProperty("tag").GetString()!;
            var kind = row.RootElement.GetProperty("kind").GetString()!;
            var canonical = row.RootElement.GetProperty("canonical").GetString()!;
            rows++;
            if (_catalog.Resolve(raw) is not { } tag)
            {
                missing++;
                confusions.Add($"unresolved: {raw}");
                continue;
            }
#pragma warning disable CA1308 // The sets write kinds in lower case.
            var found = tag.Kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
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
        foreach (var confusion in confusions.Order(StringComparer.Ordinal))
            output.WriteLine("  " + confusion);
    }

    private void Pairs(string path, TextWriter output)
    {
        int rows = 0, right = 0, falseMerges = 0, merged = 0;
        var confusions = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var a = row.RootElement.GetProperty("a").GetString()!;
            var b = row.RootElement.GetProperty("b").GetString()!;
            var same = row.RootElement.GetProperty("same").GetBoolean();
            rows++;
            var (first, second) = (_catalog.Resolve(a), _catalog.Resolve(b));
            var merge = first is not null && first == second;
            var proposed = first is not null && second is not null && (first.Proposals.Any(p => p.Slug == second.Slug) || second.Proposals.Any(p => p.Slug == first.Slug));
            merged += merge ? 1 : 0;
            if (merge && !same)
                falseMerges++;
            if ((merge || proposed) == same)
                right++;
            else
                confusions.Add($"{(same ? "same, but apart" : merge ? "FALSE MERGE" : "different, but proposed")}: {a} | {b}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs {(double)right / rows:0.000} ({right}/{rows}), {merged} merged, {falseMerges} false merges"));
        foreach (var confusion in confusions)
            output.WriteLine("  " + confusion);
    }
}
