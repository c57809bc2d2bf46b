using System.IO.Compression;
using System.Text;
using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>Files that hold many documents: JSON lines and quotations.</summary>
public sealed class RecordTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private List<ReadItem> Read(string path, string content, ReadOptions? options = null)
    {
        folder.Write(path, content);
        var source = ContentSource.Open(folder.Path);
        return [.. new ContentReader(source, options ?? new ReadOptions()).Read(source.Files().Single(file => file.Path == path))];
    }

    [Fact]
    public void A_line_is_a_post_with_everything_it_says()
    {
        var items = Read("docs.jsonl", """
            {"id": "k1", "kind": "post", "title": "Knots", "body": "First paragraph\nover two lines.\n\nSecond.", "excerpt": "Short.", "url": "https://k.example/1", "date": "2024-05-06T07:08:09Z", "tags": ["rope", "deck"], "categories": ["work"], "people": ["Ida Lewis"], "author": "Ann"}

            """);
        var post = Assert.IsType<PostRead>(Assert.Single(items)).Post;
        Assert.Equal(("docs.jsonl#1", "k1", "Knots", "First paragraph over two lines.\n\nSecond.", "Short.", "https://k.example/1", "Ann"), (post.Key, post.Id, post.Title, post.Text, post.Excerpt, post.Url, post.Author));
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), post.Date);
        Assert.Equal(["rope", "deck"], post.Tags);
        Assert.Equal(["work"], post.Categories);
        Assert.Equal(["Ida Lewis"], post.People);
        PostClaims.Hold(post);
    }

    [Fact]
    public void A_line_is_a_quotation_where_it_says_so()
    {
        var quote = Assert.IsType<QuoteRead>(Assert.Single(Read("docs.jsonl", """{"id":"q1","kind":"quote","body":"“Hold fast.”","speaker":"Ida Lewis","source":"A letter","date":"1869-03-29","tags":["rope"]}"""))).Quote;
        Assert.Equal(("q1", "Hold fast.", "Ida Lewis", "A letter"), (quote.Id, quote.Text, quote.Speaker, quote.Source));
        Assert.Equal(1869, quote.Date?.Year);
        Assert.Equal(1, quote.Confidence);
    }

    [Fact]
    public void Collections_in_the_form_of_BEIR_are_read()
    {
        var post = Assert.IsType<PostRead>(Assert.Single(Read("corpus.jsonl", """{"_id": "MED-1", "title": "", "text": "Aspirin *and* [fever] 3 < 4 & more.", "metadata": {"url": "x"}}"""))).Post;
        Assert.Equal(("MED-1", "Aspirin *and* [fever] 3 < 4 & more.", true), (post.Id, post.Text, post.TitleIsInferred));
    }

    [Fact]
    public void A_bad_line_is_reported_with_its_number_and_costs_no_other()
    {
        var items = Read("docs.jsonl", "{\"id\":\"a\",\"title\":\"A\"}\nnot json\n{\"id\":\"b\"}\n[1]\n{\"title\":\"no id\"}\n{\"id\":\"c\",\"title\":\"C\"");
        Assert.Equal(["A"], items.OfType<PostRead>().Select(item => item.Post.Title));
        Assert.Equal(["json-not-valid@2", "record-incomplete@3", "record-not-an-object@4", "record-incomplete@5", "json-not-valid@6"], items.OfType<ProblemRead>().Select(item => $"{item.Problem.Code}@{item.Problem.Place.Line}"));
        Assert.Equal(5, items.OfType<Skipped>().Count(item => item.Reason == SkipReason.Unreadable));
    }

    [Fact]
    public void A_repeated_record_is_skipped_and_a_repeated_id_is_reported()
    {
        var items = Read("docs.jsonl", "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"a\",\"title\":\"Other\"}\n");
        Assert.Equal(["A", "Other"], items.OfType<PostRead>().Select(item => item.Post.Title));
        Assert.Equal(SkipReason.Duplicate, Assert.Single(items.OfType<Skipped>()).Reason);
        Assert.Equal("duplicate-id", Assert.Single(items.OfType<ProblemRead>()).Problem.Code);
    }

    [Fact]
    public void Gzipped_lines_are_read_and_a_broken_end_loses_only_what_follows()
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"{{\"id\":\"{i}\",\"title\":\"T {i} {Guid.NewGuid()}\"}}\n"))));
        folder.Write("docs.jsonl.gz", "");
        File.WriteAllBytes(folder.In("docs.jsonl.gz"), buffer.ToArray());
        var source = ContentSource.Open(folder.Path);
        Assert.Equal(2000, new ContentReader(source, new ReadOptions()).Read(source.Files().Single()).OfType<PostRead>().Count());
        var broken = buffer.ToArray();
        broken.AsSpan(broken.Length / 2).Fill(0xFF);
        File.WriteAllBytes(folder.In("docs.jsonl.gz"), broken);
        var items = new ContentReader(source, new ReadOptions()).Read(source.Files().Single()).ToList();
        Assert.InRange(items.OfType<PostRead>().Count(), 1, 1999);
        Assert.Contains(items.OfType<ProblemRead>(), item => item.Problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void A_line_over_the_bound_is_passed_over_and_the_next_is_read()
    {
        var items = Read("docs.jsonl", $"{{\"id\":\"a\",\"title\":\"{new string('x', 300_000)}\"}}\n{{\"id\":\"b\",\"title\":\"B\"}}\n", new ReadOptions { MaxRecordBytes = 100_000 });
        Assert.Equal("record-too-large@1", items.OfType<ProblemRead>().Select(item => $"{item.Problem.Code}@{item.Problem.Place.Line}").Single());
        Assert.Equal("B", items.OfType<PostRead>().Single().Post.Title);
        Assert.Equal(2, items.OfType<PostRead>().Single().Post.Source.Line);
    }

    [Fact]
    public void A_body_in_Markdown_or_HTML_is_cleaned()
    {
        var items = Read("docs.jsonl", """
            {"id":"m","title":"M","body":"See [it](https://a.example).\n\n## More\n\nWords."}
            {"id":"h","title":"H","body":"<p>See <a href='https://a.example'>it</a>.</p><script>x</script>"}
            {"id":"f","title":"F","format":"markdown","body":"*So*"}
            """);
        Assert.Equal(["See it.\n\nMore\n\nWords.", "See it.", "So"], items.OfType<PostRead>().Select(item => item.Post.Text));
    }

    [Fact]
    public void A_quotations_file_is_read_record_by_record()
    {
        var items = Read("_data/quotes.yml", """
            - text: "Hold fast."
              speaker: Ida Lewis
              role: keeper
              date: 1869-03-29
              source: A letter
              url: https://ida.example
              tags: [rope, lamps]
            - text: |
                Two lines
                of one quotation.
              author: Grace Darling
            - speaker: Nobody
            - "Only words."
            """);
        var quotes = items.OfType<QuoteRead>().Select(item => item.Quote).ToList();
        Assert.Equal(["Hold fast.", "Two lines of one quotation.", "Only words."], quotes.Select(quote => quote.Text));
        Assert.Equal(("Ida Lewis", "keeper", "A letter", "https://ida.example", "quotes-1", "_data/quotes.yml#1"), (quotes[0].Speaker, quotes[0].Role, quotes[0].Source, quotes[0].Url, quotes[0].Id, quotes[0].Key));
        Assert.Equal(["rope", "lamps"], quotes[0].Tags);
        Assert.Equal("Grace Darling", quotes[1].Speaker);
        Assert.Equal("quote-without-text@12", items.OfType<ProblemRead>().Select(item => $"{item.Problem.Code}@{item.Problem.Place.Line}").Single());
    }

    [Fact]
    public void A_broken_record_of_a_quotations_file_costs_no_other()
    {
        var items = Read("quotes.yml", "- text: \"Unclosed\n  speaker: A\n- text: Whole\n  speaker: B\n- {text: [}\n- text: Last\n  speaker: C\n");
        Assert.Contains("Whole", items.OfType<QuoteRead>().Select(item => item.Quote.Text));
        Assert.Contains("Last", items.OfType<QuoteRead>().Select(item => item.Quote.Text));
        Assert.Contains(items.OfType<ProblemRead>(), item => item.Problem.Code == "yaml-not-valid");
    }

    [Fact]
    public void A_value_that_goes_on_at_the_margin_is_no_record_of_its_own()
    {
        var items = Read("quotes.yml", "- text: \"Hold fast,\nboys, and\nstand by.\"\n  speaker: A\n- text: Whole\n  speaker: B\n");
        Assert.Equal([("Hold fast, boys, and stand by.", "A"), ("Whole", "B")], items.OfType<QuoteRead>().Select(item => (item.Quote.Text, item.Quote.Speaker)));
        Assert.Equal(["yaml-not-valid"], items.OfType<ProblemRead>().Select(item => item.Problem.Code));
    }

    [Fact]
    public void Thousands_of_lines_at_the_margin_of_a_quotations_file_are_no_thousands_of_records()
    {
        var content = $"- text: \"Hold{string.Concat(Enumerable.Repeat("|\n", 8000))}fast\"\n  speaker: A\n- text: Whole\n";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var items = Read("quotes.yml", content);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30 << 20);
        Assert.Contains(items.OfType<QuoteRead>(), item => item.Quote.Text == "Whole");
    }

    [Fact]
    public void A_file_of_the_folder_of_quotations_is_one_quotation()
    {
        var quote = Assert.IsType<QuoteRead>(Read("_quotes/hold.md", "---\nspeaker: Ida Lewis\nsource: A letter\ndate: 1869-03-29\n---\n“Hold *fast*.”\n").Single()).Quote;
        Assert.Equal(("hold", "Hold fast.", "Ida Lewis", "_quotes/hold.md"), (quote.Id, quote.Text, quote.Speaker, quote.Key));
    }
}
