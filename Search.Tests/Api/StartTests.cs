using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Search.Api.Hosting;
using Xunit;

namespace Search.Tests.Api;

/// <summary>What is given at start is checked once, all mistakes are told, and the host finds its index, its samples and a free port.</summary>
public sealed class StartTests
{
    [Fact]
    public void All_mistakes_of_the_configuration_are_told_at_once()
    {
        var reader = Reader(new()
        {
            ["Search:Index"] = typeof(StartTests).Assembly.Location,
            ["Search:Content:0"] = "/no/such/site",
            ["Search:Limits:MaxPageSize"] = "many",
            ["Search:Limits:MaxBodyBytes"] = "-1",
            ["Search:Cors:Origins:0"] = "example.org/path",
            ["Search:KnownProxies"] = "10.0.0.1, nowhere",
        });
        ApiSettings.Read(reader);
        Assert.Equal(
            ["Search:Content", "Search:Cors:Origins", "Search:Index", "Search:KnownProxies", "Search:Limits:MaxBodyBytes", "Search:Limits:MaxPageSize"],
            reader.Errors.Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        Assert.Contains(reader.Errors, error => error.Contains("'many' is not accepted; it takes a whole number from 1 to 100", StringComparison.Ordinal));
        Assert.Contains(reader.Errors, error => error.Contains("'/no/such/site' does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_has_a_meaning_a_default_and_a_range()
    {
        var reader = Reader([]);
        ApiSettings.Read(reader);
        Assert.Empty(reader.Errors);
        Assert.True(reader.Lines.Count > 15);
        Assert.Equal(reader.Lines.Count, reader.Lines.Select(line => line.Key).Distinct().Count());
        Assert.All(reader.Lines, line => Assert.True(line.Meaning.Length > 10 && line.Range.Length > 3, line.Key));
    }

    [Theory]
    [InlineData("--index")]
    [InlineData("--index=")]
    [InlineData("--frobnicate")]
    [InlineData("site")]
    [InlineData("--urls", "ftp://localhost")]
    [InlineData("--urls", "5080")]
    [InlineData("--index", "a", "--index", "b")]
    [InlineData("--content", "/no/such/site")]
    [InlineData("--Search:Limits:MaxPageSize=0")]
    public void A_usage_error_ends_with_2(params string[] arguments)
    {
        Assert.False(HostBuilding.TryStart(arguments, TextWriter.Null, TextWriter.Null, out _, out _, out var exitCode));
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public void Help_lists_the_options_and_settings_and_ends_with_0()
    {
        using var output = new StringWriter();
        Assert.False(HostBuilding.TryStart(["--help"], output, TextWriter.Null, out _, out _, out var exitCode));
        Assert.Equal(0, exitCode);
        foreach (var word in new[] { "--index", "--content", "--urls", "Search:Limits:MaxQueryChars", "Search:Cors:Origins" })
            Assert.Contains(word, output.ToString());
    }

    [Fact]
    public void Options_of_the_command_line_become_settings()
    {
        var command = CommandLine.Parse(["--index", "a", "--content", "b", "--content=c", "--urls", "http://localhost:1", "--Search:Limits:MaxPageSize=7"]);
        Assert.Empty(command.Errors);
        Assert.Equal(("a", "b", "c", "http://localhost:1"), (command.Settings["Search:Index"], command.Settings["Search:Content:0"], command.Settings["Search:Content:1"], command.Settings["urls"]));
        Assert.Equal(["--Search:Limits:MaxPageSize=7"], command.HostArguments);
    }

    [Fact]
    public void Without_a_name_the_index_is_that_of_the_repository_and_its_samples_fill_it()
    {
        var place = IndexPlace.Find(null, Reader([]));
        Assert.Equal((Path.Combine(Corpus.RepositoryRoot, "index"), true, Path.Combine(Corpus.RepositoryRoot, "samples")), (place.Folder, place.IsDefault, place.Samples));
    }

    [Fact]
    public void A_port_that_is_taken_is_passed_over_with_a_word()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 5080);
        try
        {
            taken.Start();
        }
        catch (SocketException)
        {
            // Another program has it: all the better.
        }
        var (url, note) = ListenAddress.Free();
        Assert.NotEqual("http://localhost:5080", url);
        Assert.Contains("Port", note);
        Assert.Contains("--urls", note);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://*:80;https://+:443")]
    [InlineData("http://[::1]:8080/")]
    public void Addresses_to_listen_on_are_accepted_in_all_their_forms(string urls) => Assert.Empty(ListenAddress.Check(urls));

    private static SettingsReader Reader(Dictionary<string, string?> values) => new(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
}
