namespace Search.Core.Tagging;

/// <summary>
/// Recognises boilerplate by how a tag spreads: it stands in a large share of the posts, or always comes with the same large block of tags.
/// </summary>
internal static class TagSpread
{
    private const double CommonShare = 0.2;
    private const int MinDocuments = 20;

    public static void Mark(List<TagGroup> groups, int documents)
    {
        if (documents < MinDocuments)
            return;
        foreach (var group in groups)
            group.Boilerplate = group.Posts.Length >= documents * CommonShare;
    }
}
