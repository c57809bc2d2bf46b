using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>What holds of every post, whatever it was read from.</summary>
internal static class PostClaims
{
    private static readonly string[] Remains = ["](", "{%", "{{"];

    public static void Hold(Post post)
    {
        foreach (var remain in Remains)
        {
            Assert.DoesNotContain(remain, post.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(remain, post.Excerpt ?? "", StringComparison.Ordinal);
            Assert.All(post.Asides, aside => Assert.DoesNotContain(remain, aside.Text, StringComparison.Ordinal));
        }
        Assert.True(post.Text.IndexOfAny(['\uFDD0', '\uFDD1', '\uFDD2', '\0', '\r']) < 0, "marks of the reader stand in the text");
        var end = 0;
        foreach (var block in post.Blocks)
        {
            Assert.Equal(end == 0 ? 0 : end + 2, block.Start);
            Assert.True(block.Length > 0 && block.Line >= 1);
            var text = post.Text.Substring(block.Start, block.Length);
            Assert.Equal(text.Trim(), text);
            Assert.DoesNotContain("\n\n", text, StringComparison.Ordinal);
            end = block.End;
        }
        Assert.Equal(end, post.Text.Length);
        Assert.All(post.Links.Where(link => link.Start >= 0), link => Assert.Equal(link.Text, post.Text.Substring(link.Start, link.Length)));
        Assert.All(post.Outline, heading => Assert.Equal(heading.Text, post.Text.Substring(heading.Start, heading.Text.Length).Replace('\n', ' ')));
        Assert.All(post.Tags, tag => Assert.False(string.IsNullOrWhiteSpace(tag)));
        Assert.False(string.IsNullOrWhiteSpace(post.Title));
    }
}
