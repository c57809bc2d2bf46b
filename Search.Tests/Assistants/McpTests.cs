using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Search.Tests.Web;
using Xunit;

namespace Search.Tests.Assistants;

/// <summary>The tools for assistants, asked by the protocol's own client over both transports.</summary>
[Collection<SharedSite>]
public sealed class McpTests(Site site)
{
    private static readonly string[] Names = ["get_post", "person", "quotes", "related", "search", "tags"];

    [Fact]
    public async Task Over_HTTP_the_tools_are_those_of_the_contract_and_answer_with_sources()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(site.Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }));
        await AssertAnswersAsync(client);
    }

    [Fact]
    public async Task Over_standard_input_and_output_they_are_the_same()
    {
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new()
        {
            Command = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "search-indexer.dll"), "mcp", "--index", site.IndexFolder],
        }));
        await AssertAnswersAsync(client);
    }

    private static async Task AssertAnswersAsync(McpClient client)
    {
        var tools = await client.ListToolsAsync();
        Assert.Equal(Names, tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.False(string.IsNullOrWhiteSpace(tool.Description)));

        var found = await CallAsync(client, "search", new() { ["query"] = "moth relay", ["kind"] = "post", ["limit"] = 3 });
        var first = found.GetProperty("sources")[0];
        AssertSourced(first);
        var id = first.GetProperty("id").GetString()!;

        var post = await CallAsync(client, "get_post", new() { ["id"] = id });
        AssertSourced(post.GetProperty("source"));
        Assert.NotEqual("", post.GetProperty("text").GetString());

        var related = (await CallAsync(client, "related", new() { ["id"] = id })).GetProperty("sources");
        Assert.All(related.EnumerateArray(), AssertSourced);
        Assert.NotEqual(0, related[0].GetProperty("reasons").GetArrayLength());

        var person = await CallAsync(client, "person", new() { ["name"] = "Hopper" });
        Assert.Equal("grace-hopper", person.GetProperty("person").GetProperty("slug").GetString());
        Assert.All(person.GetProperty("said").EnumerateArray(), AssertSourced);

        Assert.Equal(0, person.GetProperty("notes").GetArrayLength());

        var stranger = await CallAsync(client, "person", new() { ["name"] = "Marvin Hopper" });
        Assert.Equal("grace-hopper", stranger.GetProperty("candidates")[0].GetProperty("slug").GetString());
        Assert.StartsWith("Nobody named 'Marvin Hopper' is known here; nearest are Grace Hopper (grace-hopper)", stranger.GetProperty("notes")[0].GetString());
        var nobody = await CallAsync(client, "person", new() { ["name"] = "Xqzzv" });
        Assert.Equal("Nobody named 'Xqzzv' is known here.", nobody.GetProperty("notes")[0].GetString());
        var silent = await CallAsync(client, "quotes", new() { ["person"] = "Marvin Hopper" });
        Assert.Equal(0, silent.GetProperty("total").GetInt32());
        Assert.StartsWith("Nobody named 'Marvin Hopper' is known here", silent.GetProperty("notes")[0].GetString());

        var quotes = await CallAsync(client, "quotes", new() { ["person"] = "Grace Hopper" });
        Assert.NotEqual(0, quotes.GetProperty("total").GetInt32());
        Assert.All(quotes.GetProperty("sources").EnumerateArray(), quote => Assert.Contains("Hopper", quote.GetProperty("speaker").GetString()));

        Assert.NotEqual(0, (await CallAsync(client, "tags", new() { ["query"] = "moon" })).GetProperty("total").GetInt32());

        await AssertRefusedAsync(client, "get_post", new() { ["id"] = "nothing-of-that-name" }, "nothing-of-that-name");
        await AssertRefusedAsync(client, "get_post", new() { ["id"] = null }, "'id' is no string");
        await AssertRefusedAsync(client, "search", [], "'query' is missing: Words");
        await AssertRefusedAsync(client, "search", new() { ["query"] = 5 }, "'query' is no string");
        await AssertRefusedAsync(client, "search", new() { ["query"] = "moth", ["limit"] = "many" }, "'limit' is no integer: 1 to 50");
        await AssertRefusedAsync(client, "search", new() { ["query"] = "moth", ["limit"] = 51 }, "'limit' is 51: 1 to 50");
        await AssertRefusedAsync(client, "search", new() { ["query"] = "moth", ["colour"] = "red" }, "'colour' is no argument of this tool; it takes query, kind");
        await AssertRefusedAsync(client, "quotes", new() { ["query"] = new string('x', 2_001) }, "'query' is too long");
    }

    private static async Task AssertRefusedAsync(McpClient client, string tool, Dictionary<string, object?> arguments, string reason)
    {
        var refused = await client.CallToolAsync(tool, arguments);
        Assert.True(refused.IsError);
        Assert.Contains(reason, Assert.IsType<TextContentBlock>(refused.Content[0]).Text);
    }

    // A quotation of the owner's own file may have no address and no day; what a post says has both.
    private static void AssertSourced(JsonElement source)
    {
        var citation = source.GetProperty("citation").GetString()!;
        Assert.Contains(source.GetProperty("title").GetString()!, citation);
        var isInPost = source.GetProperty("kind").GetString() == "post" || (source.TryGetProperty("postId", out var post) && post.ValueKind == JsonValueKind.String);
        if (isInPost)
            Assert.Matches(@"^\d{4}-\d{2}-\d{2}$", source.GetProperty("date").GetString());
        if (isInPost || source.TryGetProperty("url", out _))
            Assert.Contains(Assert.IsType<string>(source.GetProperty("url").GetString()), citation);
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments);
        Assert.NotEqual(true, result.IsError);
        return JsonDocument.Parse(Assert.IsType<TextContentBlock>(result.Content[0]).Text).RootElement.Clone();
    }
}
