using Xunit;

namespace Search.Tests.Web;

/// <summary>The parts of the console that compute, called in the browser as modules; where the server has the same rule, the same cases.</summary>
[Collection<SharedSite>]
public sealed class ScriptTests(Site site, Browser browser)
{
    [Theory]
    [InlineData("moon", "(moon OR moon*)")]
    [InlineData("m", "m")]
    [InlineData("moon ", "moon")]
    [InlineData("apollo moo", "apollo (moo OR moo*)")]
    [InlineData("apollo +moo", "apollo +(moo OR moo*)")]
    [InlineData("apollo -moo", "apollo -moo")]
    [InlineData("\"apollo moo", "\"apollo moo")]
    [InlineData("\"apollo moon\" la", "\"apollo moon\" (la OR la*)")]
    [InlineData("moon OR", "moon OR")]
    [InlineData("tag:apo", "tag:(apo OR apo*)")]
    [InlineData("kind:po", "kind:po")]
    [InlineData("moo*", "moo*")]
    [InlineData("c++", "c++")]
    [InlineData("(moo", "((moo OR moo*)")]
    [InlineData("größ", "(größ OR größ*)")]
    public async Task The_last_word_is_searched_as_a_beginning_where_it_may_go_on(string typed, string searched) =>
        Assert.Equal(searched, await browser.CallAsync<string>(site, "typing", "m.searchedQuery(a)", typed));

    [Theory]
    [InlineData("", "x", "x")]
    [InlineData("x", "x", "")]
    [InlineData("x", "y", "x,y")]
    [InlineData("x,y", "x", "y")]
    [InlineData("x y", "z", "x y z")]
    [InlineData("-x", "x", "x")]
    [InlineData("x,y z", "x", "y z")]
    public async Task A_value_is_chosen_and_taken_back(string filter, string slug, string after)
    {
        Assert.Equal(after, await browser.CallAsync<string>(site, "filters", "m.values(m.toggled(m.parse(a[0].split(' ').filter(Boolean)), a[1])).join(' ')", new[] { filter, slug }));
        Assert.Equal(after, string.Join(' ', Search.Api.Pages.FilterSteps.Values(Search.Api.Pages.FilterSteps.Toggled(Parse(filter), slug))));
    }

    [Theory]
    [InlineData("x", "x", "-x")]
    [InlineData("-x", "x", "")]
    [InlineData("x,y -z", "x", "y -z -x")]
    public async Task A_value_is_left_out_and_taken_back(string filter, string slug, string after)
    {
        Assert.Equal(after, await browser.CallAsync<string>(site, "filters", "m.values(m.excludedToggled(m.parse(a[0].split(' ').filter(Boolean)), a[1])).join(' ')", new[] { filter, slug }));
        Assert.Equal(after, string.Join(' ', Search.Api.Pages.FilterSteps.Values(Search.Api.Pages.FilterSteps.ExclusionToggled(Parse(filter), slug))));
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("?q=a%20b&typing=true&shown=40&fold=false&post=p", "/?q=a+b&typing=true&fold=false&shown=40&post=p")]
    [InlineData("?to=2020&from=nonsense&kind=elephant&sort=up&shown=-4", "/?to=2020")]
    [InlineData("?tag=a,b,a&tag=-c&tag=,&person=x&person=y", "/?person=x&person=y&tag=a,b&tag=-c")]
    [InlineData("?q=%3Cimg%3E%26", "/?q=%3Cimg%3E%26")]
    public async Task An_address_is_read_and_written_in_one_form(string address, string written) =>
        Assert.Equal(written, await browser.CallAsync<string>(site, "state", "m.toAddress(m.fromAddress(a))", address));

    [Theory]
    [InlineData("a <mark>b</mark> &lt;i&gt;", "a |mark:b| <i>")]
    [InlineData("&amp;lt; &#39; &#x1F600; &#233; &bogus; &#9999999;", "&lt; ' 😀 é &bogus; &#9999999;")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>")]
    public async Task Marks_are_read_and_everything_else_is_text(string html, string shown) =>
        Assert.Equal(shown, await browser.CallAsync<string>(site, "marks", "m.marked(a).map(n => n.nodeName === 'MARK' ? `|mark:${n.textContent}|` : n.textContent).join('')", html));

    [Theory]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("https://host.de/a", true)]
    [InlineData("/a?b=c:d", true)]
    public async Task Only_an_address_of_the_web_is_taken(string address, bool isTaken) =>
        Assert.Equal(isTaken, await browser.CallAsync<bool>(site, "dom", "m.el('a', { href: a }).hasAttribute('href')", address));

    private static Search.Core.Searching.SlugFilter Parse(string filter)
    {
        var values = filter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new([.. values.Where(value => value[0] != '-').Select(value => value.Split(','))], [.. values.Where(value => value[0] == '-').Select(value => value[1..])]);
    }
}
