using Search.Core.Text;

namespace Search.Core.Searching;

internal sealed class SuggestionReader(OpenGeneration generation)
{
    public SuggestAnswer Of(string query, int limit)
    {
        var words = Slug.Of(query).Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return new([]);
        var terms = HitTerms.OfText(query);
        var found = new List<SuggestionView>();
        var entities = new EntityReader(generation);
        foreach (var (kind, column) in new[] { ("person", generation.People), ("tag", generation.Tags), ("category", generation.Categories) })
            found.AddRange(entities.List(column, query, limit).Values.Select(v => new SuggestionView(v.Label, kind, v.Slug, null, null, v.Count, Snippets.Title(v.Label, terms))));
        foreach (var document in generation.NewestFirst)
        {
            if (found.Count >= limit * 4)
                break;
            if (!generation.Posts.Get(document))
                continue;
            var head = generation.HeadOf(document);
            var title = Slug.Of(head.Title);
            if (words.All(w => title.StartsWith(w, StringComparison.Ordinal) || title.Contains($"-{w}", StringComparison.Ordinal)))
                found.Add(new(head.Title, "post", null, head.Id, head.Url, null, Snippets.Title(head.Title, terms)));
        }
        var posts = found.Where(f => f.Kind == "post").Take(limit / 2);
        var labels = found.Where(f => f.Kind != "post").OrderByDescending(f => f.Count);
        return new([.. posts.Concat(labels).Take(limit)]);
    }
}
