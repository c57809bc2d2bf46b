using Search.Api.Pages;
using Xunit;
using static Search.Api.Pages.Node;

namespace Search.Tests.Web;

/// <summary>The writer of HTML: whatever is put in comes out as text.</summary>
public sealed class NodeTests
{
    [Fact]
    public void Text_is_escaped_in_content_and_in_attributes() =>
        Assert.Equal("<p title=\"&quot;&#39;&lt;&amp;\">&lt;b&gt;&amp;&quot;&#39;\uFFFD</p>", E("p", [("title", "\"'<&")], "<b>&\"'\0").ToString());

    [Fact]
    public void Elements_without_content_have_no_end() => Assert.Equal("<meta charset=\"utf-8\">", E("meta", [("charset", "utf-8")]).ToString());

    [Fact]
    public void What_has_no_value_is_left_out_and_what_is_empty_is_a_name() => Assert.Equal("<p hidden>x</p>", E("p", [("class", null), ("hidden", "")], null, "x").ToString());

    [Theory]
    [InlineData("onclick")]
    [InlineData("style")]
    [InlineData("srcdoc")]
    [InlineData("a b")]
    [InlineData("")]
    public void Handlers_styles_and_broken_names_are_refused(string attribute) => Assert.Throws<ArgumentException>(() => E("p", [(attribute, "x")]));

    [Theory]
    [InlineData("script")]
    [InlineData("style")]
    [InlineData("p><b")]
    public void Text_is_never_the_content_of_a_script(string name) => Assert.Throws<ArgumentException>(() => E(name, "alert(1)"));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    public void An_address_that_is_not_of_the_web_is_left_out(string address) => Assert.Equal("<a>x</a>", E("a", [("href", address)], "x").ToString());

    [Theory]
    [InlineData("https://blog.example.de/a?b=c&d=e#f")]
    [InlineData("/search?q=a:b")]
    [InlineData("?q=a:b")]
    [InlineData("#filters")]
    public void An_address_of_the_web_stays(string address) => Assert.Contains("href=", E("a", [("href", address)], "x").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.org/a", null)]
    [InlineData("https://www.example.com/a", null)]
    [InlineData("https://blog.test/", null)]
    [InlineData("mailto:a@b.c", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("https://notexample.org/a", "https://notexample.org/a")]
    [InlineData("/2024/a/", "/2024/a/")]
    public void A_site_that_can_not_exist_is_not_linked(string? url, string? address) => Assert.Equal(address, WebAddress.OfSite(url));

    [Theory]
    [InlineData("a <mark>b</mark> c", "a <mark>b</mark> c")]
    [InlineData("&lt;img&gt; &amp;amp; &#39;&#233;", "&lt;img&gt; &amp;amp; &#39;é")]
    [InlineData("<mark>never closed", "&lt;mark&gt;never closed")]
    [InlineData("<img src=x><mark><b></mark></mark>", "&lt;img src=x&gt;<mark>&lt;b&gt;</mark>&lt;/mark&gt;")]
    [InlineData("", "")]
    public void Marks_are_read_and_everything_else_is_text(string html, string written) => Assert.Equal(written, MarkedText.Of(html).ToString());

    [Theory]
    [InlineData("2024-01-01", false, "2024")]
    [InlineData("2024-12-31", true, "2024")]
    [InlineData("2024-02-29", true, "2024-02")]
    [InlineData("2024-02-28", true, "2024-02-28")]
    [InlineData("2024-03-01", false, "2024-03")]
    [InlineData("9999-12-31", true, "9999-12-31")]
    public void A_bound_is_written_as_short_as_it_can_be(string day, bool isEnd, string written) =>
        Assert.Equal(written, PageWords.Bound(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), isEnd));
}
