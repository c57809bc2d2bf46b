using System.Text;
using Search.Core.Content;

namespace Search.Bench.Fuzz;

/// <summary>A file to break.</summary>
/// <param name="Path">Its place in the site, by which it gets its form.</param>
/// <param name="Form">What it is read as.</param>
/// <param name="Head">What stands before the body; broken freely where the body is not.</param>
/// <param name="Body">Words that must come out whatever is done to the head.</param>
/// <param name="Tail">What stands after the body.</param>
internal sealed record FuzzSeed(string Path, ContentForm Form, string Head, string Body, string Tail)
{
    public byte[] Bytes => Encoding.UTF8.GetBytes(Head + Body + Tail);
}

/// <summary>Files that use everything that the readers know, written for breaking.</summary>
internal static class FuzzSeeds
{
    private const string Words = "anchorage ballast capstan dinghy escarpment fathom galley halyard isobar jetty";

    private const string Markdown = """
        # Heading one {#own}

        Paragraph with *emphasis*, **strong**, `code span`, [a link](https://x.example/a "title"), ![alt words](/i.png) and <https://auto.example>.
        A second line  
        and a hard break. A note[^1] and {{ page.title }} with {% include thing.html title="Words" %} and {% link _posts/2024-01-01-a.md %}.

        - item one
          - nested [linked]({% post_url 2024-01-01-a %})
        - [ ] task

        | a | b |
        |---|---|
        | 1 | 2 |

        > quoted
        > > deeper

        ```js
        let x = "{{ raw }}";
        ```

        <div class="box"><p>Inside <b>HTML</b></p><iframe src="https://v.example" title="A film"></iframe></div>

        {{< figure src="/a.png" caption="Under it" >}}
        {% raw %}{{ kept }}{% endraw %} {: .class #id}

        Term
        : Definition

        [^1]: The note.

        By Ida Lewis

        """;

    public static IReadOnlyList<FuzzSeed> All { get; } =
    [
        Post("---\nlayout: post\ntitle: \"A: title\"\ndate: 2024-05-06 07:08:09 -0400\ntags: [one, \"two, three\", {four: 4}, *x]\ncategories:\n  - a\n  - b: c\nexcerpt: >\n  Folded\n  words\n---\n"),
        Post("---\ntags: [tags: [a, b], c\tc,]\ntags: []\nate: 2024-05-06v8:18 PM\nx: &a [1, 2]\ny: &b [*a, *a]\n---\n"),
        Post("+++\ntitle = 'T'\ndate = 2024-05-06T07:08:09Z\ntags = [\"a\", 'b']\n[taxonomies]\ncategories = [\"c\"]\n[[list]]\nx = \"\"\"multi\nline\"\"\"\n+++\n"),
        Post("{\n  \"title\": \"T\", \"date\": \"2024-05-06\", \"tags\": [\"a\", \"b\"], \"n\": {\"m\": [1, 2.5e3, null, true]}\n}\n"),
        new("a.html", ContentForm.HtmlPost, "---\ntitle: T\ntags: [a, b]\n---\n", $"<html><head><title>x</title></head><body><nav>n</nav><table><tr><td>a<td>b</table><ul><li>x<li>y</ul><p>{Words}", "</p><pre>code</pre></body></html>"),
        new("d.jsonl", ContentForm.JsonLines, "{\"id\":\"1\",\"title\":\"T\",\"tags\":[\"a\"],\"date\":\"2024-05-06\",\"body\":\"", Words, "\"}\n{\"_id\":\"2\",\"text\":\"second \\u00e9 \\ud83d\\ude00\"}\n{\"id\":\"3\",\"kind\":\"quote\",\"body\":\"q\",\"speaker\":\"S\"}\n"),
        new("w.xml", ContentForm.WordPress, "<?xml version=\"1.0\"?>\n<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><wp:author><wp:author_login>i</wp:author_login><wp:author_display_name>Ida</wp:author_display_name></wp:author>\n<item><title>T &amp; U</title><wp:post_id>7</wp:post_id><category domain=\"post_tag\"><![CDATA[x]]></category><wp:post_date>2015-03-01 12:00:00</wp:post_date><content:encoded><![CDATA[<p>x</p>\n\n[caption id=\"a\"]c[/caption] [gallery ids=\"1\"] [code]y[/code]\n\n", Words, "]]></content:encoded><wp:status>publish</wp:status></item>\n<item><title>second</title><wp:post_id>8</wp:post_id></item></channel></rss>"),
        new("g.json", ContentForm.Ghost, "{\"db\":[{\"meta\":{\"exported_on\":1},\"data\":{\"tags\":[{\"id\":\"t\",\"name\":\"N\"}],\"posts_tags\":[{\"post_id\":\"1\",\"tag_id\":\"t\"}],\"posts\":[{\"id\":\"1\",\"title\":\"T\",\"status\":\"published\",\"html\":\"<p>", Words, "</p>\"},{\"id\":\"2\",\"title\":\"U\",\"lexical\":\"{\\\"root\\\":{\\\"children\\\":[{\\\"type\\\":\\\"paragraph\\\",\\\"children\\\":[{\\\"text\\\":\\\"z\\\"}]}]}}\"},{\"id\":\"3\",\"mobiledoc\":\"{\\\"sections\\\":[[1,\\\"p\\\",[[0,[0],1,\\\"m\\\"]]]],\\\"markups\\\":[[\\\"a\\\",[\\\"href\\\",\\\"u\\\"]]],\\\"cards\\\":[],\\\"atoms\\\":[]}\"}]}}]}"),
        new("quotes.yml", ContentForm.QuotesFile, "- text: \"Hold fast\"\n  speaker: Ida Lewis\n  tags: [a, b]\n- text: |\n    ", Words, "\n  role: keeper\n"),
    ];

    private static FuzzSeed Post(string front) => new("_posts/2024-05-06-a.md", ContentForm.MarkdownPost, front, "\n" + Words, "\n\n" + Markdown);
}
