using System.Globalization;
using Search.Core.Ranking;
using Search.Core.Searching;

namespace Search.Core.StaticSearch;

/// <summary>
/// For every post, the posts that are like it and how much, as the service would work it out if it were among the best hits: what a page needs to order hits by
/// their likeness to the best. Posts go by their place among posts, newest first.
/// </summary>
internal static class NearPosts
{
    /// <summary>Posts in a shard: a page asks for those of a dozen posts that have little to do with each other in date.</summary>
    public const int Together = 4;

    public static void Write(OpenGeneration generation, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var signatures = SignatureBytes.Of(generation.Reader, [.. generation.NewestFirst.Where(document => generation.Posts.Get(document))]);
        var models = new Models(signatures, generation.Rarity, generation.Profile);
        var near = Array.ConvertAll(signatures, _ => new List<(int Post, int Step)>());
        for (var post = 0; post < signatures.Length; post++)
            foreach (var (model, step) in models.LikenessOf(signatures[post]))
                near[model].Add((post, step));
        for (var first = 0; first < near.Length; first += Together)
        {
            cancel.ThrowIfCancellationRequested();
            var shard = new ShardWriter();
            foreach (var posts in near.Skip(first).Take(Together))
            {
                shard.Rising(posts.ConvertAll(like => like.Post));
                posts.ForEach(like => shard.Byte((byte)like.Step));
            }
            shard.WriteTo(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{first / Together}.bin")));
        }
    }
}
