namespace Search.Core.Tagging;

/// <summary>
/// Recognises boilerplate by how a tag spreads: it stands in a large share of the posts, or it never comes alone but always with the same
/// large block of tags that is otherwise rare (a list pasted under posts).
/// </summary>
/// <remarks>
/// A tag <c>t</c> belongs to a block where at least <see cref="BlockSize"/> other tags <c>u</c> have P(u|t) ≥ 0.9, P(u) below the share of
/// boilerplate, and P(u|t) ≥ 3 P(u). Counting costs the sum of the squares of the posts' tag counts; posts with more tags than
/// <see cref="MostTagsOfAPost"/> are left out of it.
/// </remarks>
internal static class TagSpread
{
    private const double CommonShare = 0.2;
    private const double CommonShareOfFew = 0.5;
    private const int ManyDocuments = 200;
    private const double Always = 0.9;
    private const int BlockSize = 20;
    private const int MinDocuments = 20;
    private const int MinPosts = 10;
    private const double MinBlockShare = 0.02;
    private const int MostTagsOfAPost = 400;

    public static void Mark(List<TagGroup> groups, int documents)
    {
        if (documents < MinDocuments)
            return;
        foreach (var group in groups)
            group.Boilerplate = group.Posts.Length >= documents * ShareFor(documents);
        MarkBlocks(groups, documents);
    }

    // A site of twenty posts may well have a quarter of them on its one subject.
    private static double ShareFor(int documents) =>
        CommonShare + (CommonShareOfFew - CommonShare) * Math.Clamp((ManyDocuments - documents) / (double)(ManyDocuments - MinDocuments), 0, 1);

    private static void MarkBlocks(List<TagGroup> groups, int documents)
    {
        var least = Math.Max(MinPosts, documents * MinBlockShare);
        var tagsOf = new List<int>?[documents];
        for (var g = 0; g < groups.Count; g++)
            if (groups[g].Posts.Length >= least && !groups[g].Boilerplate)
                foreach (var post in groups[g].Posts)
                    (tagsOf[post] ??= []).Add(g);
        var together = new int[groups.Count];
        var seen = new List<int>();
        for (var g = 0; g < groups.Count; g++)
        {
            var posts = groups[g].Posts;
            if (posts.Length < least || groups[g].Boilerplate)
                continue;
            foreach (var post in posts)
                if (tagsOf[post] is { Count: <= MostTagsOfAPost } others)
                    foreach (var other in others)
                        if (together[other]++ == 0)
                            seen.Add(other);
            var block = 0;
            foreach (var other in seen)
            {
                var share = (double)together[other] / posts.Length;
                if (other != g && share >= Always && share >= 3.0 * groups[other].Posts.Length / documents)
                    block++;
                together[other] = 0;
            }
            seen.Clear();
            groups[g].InBlock = block >= BlockSize;
        }
        foreach (var group in groups)
            group.Boilerplate |= group.InBlock;
    }
}
