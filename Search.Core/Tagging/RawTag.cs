namespace Search.Core.Tagging;

/// <summary>A tag as written, with the posts that have it.</summary>
internal sealed class RawTag(string text)
{
    private const int MaxTargets = 8;

    public string Text { get; } = text;

    /// <summary>Ordinals of posts, ascending, without repeats.</summary>
    public List<int> Posts { get; } = [];

    /// <summary>Targets that the tag's words link to in the posts, with counts; the first few only.</summary>
    public SortedDictionary<string, int> Targets { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    public void Use(int post, DateTimeOffset? date)
    {
        if (Posts.Count > 0 && Posts[^1] == post)
            return;
        Posts.Add(post);
        if (date is not { } day)
            return;
        if (First is not { } first || day < first)
            First = day;
        if (Last is not { } last || day > last)
            Last = day;
    }

    public void LinksTo(string target)
    {
        if (Targets.TryGetValue(target, out var count))
            Targets[target] = count + 1;
        else if (Targets.Count < MaxTargets)
            Targets.Add(target, 1);
    }
}
