using System.Text.Json.Nodes;
using Search.Indexer;
using Search.Tests.Behaviour;
using Xunit;

namespace Search.Tests.Commands;

/// <summary>What <c>export</c> writes for a static site: whole, in a stable order, replaced in one step.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TestSite _site = new();
    private readonly TemporaryFolder _output = new();

    public ExportTests()
    {
        _site.Post("2021-05-01", "kettle", "The copper kettle boils. “A watched kettle always boils in the end,” said Irma Holgersen of the museum.", "Kettles", "Kettles, copper");
        _site.Post("2021-06-01", "kettles-again", "Copper kettles again, with the copper kettle of the museum and its boiling.", "Kettles again", "kettles, copper");
        _site.Post("2021-07-01", "ferry", "A ferry crosses the sound twice a day.", "The ferry", "ferries");
        _site.Index();
    }

    [Fact]
    public void Related_posts_stand_by_the_id_of_each_post_with_reasons()
    {
        var related = Export("related").AsObject();
        Assert.Equal(["2021-05-01-kettle", "2021-06-01-kettles-again", "2021-07-01-ferry"], related.Select(entry => entry.Key));
        var first = related["2021-05-01-kettle"]!;
        Assert.Equal("https://example.org/2021/05/kettle.html", (string?)first["url"]);
        Assert.Equal("2021-06-01-kettles-again", (string?)first["related"]![0]!["id"]);
        Assert.NotEmpty(first["related"]![0]!["reasons"]!.AsArray());
    }

    [Fact]
    public void Tags_have_every_spelling_and_their_count()
    {
        var tag = Export("tags").AsArray().Single(tag => (string?)tag!["slug"] == "kettles")!;
        Assert.Equal(2, (int)tag["posts"]!);
        Assert.Equal(["Kettles", "kettles"], tag["aliases"]!.AsArray().Select(alias => (string)alias!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Quotations_have_words_speaker_and_post()
    {
        var quote = Assert.Single(Export("quotes").AsArray())!;
        Assert.Contains("watched kettle", (string)quote["text"]!, StringComparison.Ordinal);
        Assert.Equal("Irma Holgersen", (string?)quote["speaker"]!["label"]);
        Assert.Equal("2021-05-01-kettle", (string?)quote["postId"]);
    }

    [Fact]
    public void A_date_says_how_much_of_it_is_known_where_it_is_not_the_day()
    {
        _site.Write("_data/quotes.yml", "- text: A kettle of that size is vanity.\n  speaker: Irma Holgersen\n  date: 1911-05\n");
        _site.Write("_posts/kettle-of-the-year.md", "---\ntitle: Kettle of the year\ndate: 1912\n---\n\nThe copper kettle of the museum won a prize for kettles.\n");
        _site.Index();
        var quotes = Export("quotes").AsArray();
        Assert.Equal("month", (string?)quotes.Single(quote => ((string)quote!["text"]!).Contains("vanity", StringComparison.Ordinal))!["datePrecision"]);
        Assert.Null(quotes.Single(quote => ((string)quote!["text"]!).Contains("watched", StringComparison.Ordinal))!["datePrecision"]);
        var related = Export("related")["2021-05-01-kettle"]!["related"]!.AsArray();
        Assert.Equal("year", (string?)related.Single(post => (string?)post!["title"] == "Kettle of the year")!["datePrecision"]);
        Assert.All(related.Where(post => (string?)post!["title"] == "Kettles again"), post => Assert.Null(post!["datePrecision"]));
    }

    [Fact]
    public void People_have_their_counts() =>
        Assert.Equal(1, (int)Export("people").AsArray().Single(person => (string?)person!["label"] == "Irma Holgersen")!["quotesBy"]!);

    [Fact]
    public void The_same_index_gives_the_same_bytes()
    {
        foreach (var kind in new[] { "related", "tags", "people", "quotes" })
        {
            Export(kind);
            var first = File.ReadAllText(_output.In(kind + ".json"));
            Export(kind);
            Assert.Equal(first, File.ReadAllText(_output.In(kind + ".json")));
        }
        Assert.Equal(4, Directory.GetFiles(_output.Path).Length);
    }

    [Fact]
    public void Where_nothing_can_be_read_the_old_file_stays()
    {
        var path = _output.Write("tags.json", "[]");
        Assert.Equal(ExitCode.Index, ExportCommand.Create().Parse(["tags", "--index", _output.In("none"), "--out", path]).Invoke());
        Assert.Equal("[]", File.ReadAllText(path));
    }

    public void Dispose()
    {
        _site.Dispose();
        _output.Dispose();
    }

    private JsonNode Export(string kind)
    {
        var path = _output.In(kind + ".json");
        Assert.Equal(ExitCode.Success, ExportCommand.Create().Parse([kind, "--index", _site.IndexFolder, "--out", path]).Invoke());
        return JsonNode.Parse(File.ReadAllText(path))!;
    }
}
