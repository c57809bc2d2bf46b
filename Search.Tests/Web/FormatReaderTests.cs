using System.Text.Json.Nodes;
using Xunit;

namespace Search.Tests.Web;

/// <summary>
/// Feeds and exports as other people's readers take them: Atom and JSON Feed by feedsmith, BibTeX, RIS and CSL-JSON by Citation.js, the OpenSearch description by
/// opensearch-browser. They come from npm; where they can't be had these tests skip, and those of the forms themselves stay.
/// </summary>
[Collection<SharedSite>]
public sealed class FormatReaderTests(Site site)
{
    private const string Query = "q=moon&kind=post";

    private static readonly string[] Packages =
        ["feedsmith@3.0.1", "@citation-js/core@0.8.2", "@citation-js/plugin-bibtex@0.8.2", "@citation-js/plugin-ris@0.8.2", "@citation-js/plugin-csl@0.8.2", "opensearch-browser@1.1.0", "@xmldom/xmldom@0.9.12"];

    // The program's input: the answers by the name of their form. Its output: what the readers made of them.
    private const string Program = """
        const { createRequire } = require('node:module');
        const load = createRequire(process.cwd() + '/');
        (async () => {
          const given = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
          const { parseAtomFeed, parseJsonFeed, detectAtomFeed, detectJsonFeed } = await import(load.resolve('feedsmith'));
          const { Cite } = load('@citation-js/core');
          for (const plugin of ['bibtex', 'ris', 'csl']) load('@citation-js/plugin-' + plugin);
          globalThis.DOMParser = load('@xmldom/xmldom').DOMParser;
          const cited = (text, type) => new Cite(text, { forceType: type }).data.map(({ id, title, URL, issued, type }) => ({ id, title, URL, issued: issued['date-parts'][0], type }));
          const atom = parseAtomFeed(given.atom);
          const json = parseJsonFeed(JSON.parse(given.json));
          const description = load('opensearch-browser').fromXml(given.opensearch).getDescription();
          console.log(JSON.stringify({
            detected: [detectAtomFeed(given.atom), detectJsonFeed(JSON.parse(given.json))],
            atom: atom.entries.map((entry) => ({ id: entry.id, title: entry.title.value ?? entry.title, updated: entry.updated })),
            opensearch: atom.opensearch,
            json: json.items.map(({ id, title, url, date_published }) => ({ id, title, url, updated: date_published })),
            bibtex: cited(given.bibtex, '@bibtex/text'),
            ris: cited(given.ris, '@ris/file'),
            csl: cited(JSON.parse(given.csl), '@csl/list+object'),
            urls: description.urls.map(({ type, relations, url, parameters }) => ({ type, relation: relations[0], url, parameters: parameters.map((one) => one.type) })),
          }));
        })().catch((fault) => { console.error(fault); process.exit(1); });
        """;

    [Fact]
    public async Task Every_form_is_read_by_the_readers_that_people_have_and_says_the_same()
    {
        var folder = await NpmPackages.FolderAsync(Packages);
        var given = new JsonObject
        {
            ["atom"] = await TextAsync($"/feeds/search.atom?{Query}&limit=100"),
            ["json"] = await TextAsync($"/feeds/search.json?{Query}&limit=100"),
            ["opensearch"] = await TextAsync("/opensearch.xml"),
            ["bibtex"] = await TextAsync($"/api/search?{Query}&format=bibtex"),
            ["ris"] = await TextAsync($"/api/search?{Query}&format=ris"),
            ["csl"] = await TextAsync($"/api/search?{Query}&format=csl"),
        };
        var read = JsonNode.Parse(await NpmPackages.RunAsync("node", folder, given.ToJsonString(), "-e", Program))!;
        var hits = JsonNode.Parse(await TextAsync($"/api/search?{Query}&limit=100&facets=none"))!["hits"]!.AsArray();
        Assert.InRange(hits.Count, 10, 99);

        Assert.True((bool)read["detected"]![0]! && (bool)read["detected"]![1]!);
        foreach (var form in new[] { "atom", "json" })
        {
            Assert.Equal(hits.Select(hit => (string)hit!["url"]!).Order(StringComparer.Ordinal), Texts(read[form]!, "id").Order(StringComparer.Ordinal));
            Assert.Equal(hits.Select(hit => (string)hit!["title"]!).Order(StringComparer.Ordinal), Texts(read[form]!, "title").Order(StringComparer.Ordinal));
        }
        Assert.Equal(hits.Count, (int)read["opensearch"]!["totalResults"]!);
        Assert.Equal("moon", (string?)read["opensearch"]!["queries"]![0]!["searchTerms"]);
        foreach (var form in new[] { "bibtex", "ris", "csl" })
        {
            Assert.Equal(hits.Select(hit => (string)hit!["title"]!), Texts(read[form]!, "title"));
            Assert.Equal(hits.Select(hit => (string)hit!["url"]!), Texts(read[form]!, "URL"));
            // Of a BibTeX entry this reader takes year and month before the date.
            var length = form == "bibtex" ? "yyyy-MM".Length : "yyyy-MM-dd".Length;
            Assert.Equal(hits.Select(hit => ((string)hit!["date"]!)[..length]), read[form]!.AsArray().Select(item => Day(item!["issued"]!)));
        }
        Assert.Equal(["results", "results", "suggestions", "self"], Texts(read["urls"]!, "relation"));
        Assert.All(read["urls"]!.AsArray().Take(3), url => Assert.Equal("searchTerms", (string?)url!["parameters"]![0]));
    }

    private static IEnumerable<string> Texts(JsonNode items, string name) => items.AsArray().Select(item => (string)item![name]!);

    private static string Day(JsonNode parts) => string.Join('-', parts.AsArray().Select(part => $"{int.Parse(part!.ToString(), System.Globalization.CultureInfo.InvariantCulture):00}"));

    private Task<string> TextAsync(string path) => site.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
}
