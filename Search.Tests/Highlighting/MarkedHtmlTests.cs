using System.Net;
using CsCheck;
using Search.Core.Highlighting;
using Xunit;

namespace Search.Tests.Highlighting;

public class MarkedHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a\" onload='x' b", "a&quot; onload=&#39;x&#39; b")]
    [InlineData("AT&T &amp; &lt;", "AT&amp;T &amp;amp; &amp;lt;")]
    [InlineData("a\0b\u0007c\u0085d\te", "abcd\te")]
    [InlineData("🚀", "🚀")]
    public void Everything_is_escaped(string text, string html) => Assert.Equal(html, MarkedHtml.Of(text, []));

    [Fact]
    public void Half_a_character_becomes_a_replacement_character() => Assert.Equal("\uFFFD x \uFFFD", MarkedHtml.Of("\uD83D x \uDE80", []));

    [Fact]
    public void A_mark_that_would_cut_a_character_takes_all_of_it() =>
        Assert.Equal("a<mark>🚀</mark>b", MarkedHtml.Of("a🚀b", [new MarkedRange(2, 1)]));

    [Fact]
    public void Ranges_out_of_order_or_out_of_the_text_never_break_the_html() =>
        Assert.Equal("<mark>ab</mark>c<mark>d</mark>", MarkedHtml.Of("abcd", [new MarkedRange(-3, 5), new MarkedRange(1, 1), new MarkedRange(3, 90), new MarkedRange(0, 2)]));

    [Fact]
    public void Without_its_marks_and_unescaped_the_html_is_the_text() =>
        Gen.Select(Gen.Frequency((1, Gen.String[Gen.Char, 0, 60]), (2, Gen.Char["<>&\"'/mark a\0\n\uD83D\uDE80;#"].Array[0, 60].Select(chars => new string(chars)))),
            Gen.Select(Gen.Int[-3, 60], Gen.Int[-1, 12]).Select((start, length) => new MarkedRange(start, length)).Array[0, 8])
        .Sample((text, ranges) => IsTextWithMarks(MarkedHtml.Of(text, ranges), text), iter: 20_000);

    internal static void IsTextWithMarks(string html, string text)
    {
        var depth = 0;
        for (var i = 0; i < html.Length; i++)
        {
            Assert.True(html[i] is not ('>' or '"' or '\''));
            if (html[i] != '<')
                continue;
            var isOpen = html.AsSpan(i).StartsWith("<mark>");
            Assert.True(isOpen || html.AsSpan(i).StartsWith("</mark>"));
            depth += isOpen ? 1 : -1;
            Assert.InRange(depth, 0, 1);
            i += isOpen ? 5 : 6;
        }
        Assert.Equal(0, depth);
        var shown = WebUtility.HtmlDecode(html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));
        Assert.Equal(string.Concat(Search.Core.Text.Folding.WellFormed(text).Where(c => !char.IsControl(c) || c is '\t' or '\n' or '\r')), shown);
    }
}
