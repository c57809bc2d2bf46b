using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>What <c>people.yml</c> and <c>tags.yml</c> come to, however they are written.</summary>
public sealed class AuthorityFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Authority_files_are_read_in_their_usual_forms_and_a_bad_entry_costs_no_other()
    {
        folder.Write("people.yml", """
            - name: Ida Lewis
              aliases: [Mrs. Wilson, "Lewis, Ida"]
              url: https://ida.example
            - Grace Darling
            - aliases: [nobody]
            - name: "Broken
              aliases: [x
            - name: Marcus Hanna
              alias: Keeper Hanna
            """);
        folder.Write("_data/tags.yml", """
            Lighthouses: [lighthouse, light house]
            Coast Guard:
              kind: organization
              aliases: [USCG]
            Nonsense:
              kind: teapot
            """);
        var source = ContentSource.Open(folder.Path);
        Assert.Contains(source.People, person => person is { Name: "Ida Lewis", Url: "https://ida.example", Kind: TagKind.Person } && person.Aliases.SequenceEqual(["Mrs. Wilson", "Lewis, Ida"]) && person.Source.Line == 1);
        Assert.Contains(source.People, person => person.Name == "Grace Darling");
        Assert.Contains(source.People, person => person.Name == "Marcus Hanna" && person.Aliases.SequenceEqual(["Keeper Hanna"]));
        Assert.Equal(["Lighthouses", "Coast Guard", "Nonsense"], source.Tags.Select(tag => tag.Name));
        Assert.Equal([null, TagKind.Organisation, null], source.Tags.Select(tag => tag.Kind));
        Assert.Contains(source.Problems, problem => problem.Code == "authority-without-name");
        Assert.Contains(source.Problems, problem => problem.Code == "authority-kind-unknown" && problem.Place.Path == "_data/tags.yml");
    }

    [Fact]
    public void An_alias_of_itself_and_an_alias_of_two_tags_are_told_with_their_place()
    {
        folder.Write("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nText.\n");
        folder.Write("tags.yml", """
            - label: Lighthouses
              aliases: [Lighthouses, light house, beacons]
            - label: Buoys
              aliases: [beacons]
            """);
        var problems = ContentSource.Open(folder.Path).Problems;
        var self = Assert.Single(problems, problem => problem.Code == "authority-alias-of-itself");
        var twice = Assert.Single(problems, problem => problem.Code == "tag-alias-claimed-twice");
        Assert.Equal(("tags.yml", 1), (self.Place.Path, self.Place.Line));
        Assert.Equal(("tags.yml", 3), (twice.Place.Path, twice.Place.Line));
        Assert.Contains("tags.yml:1", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_two_people_claim_is_the_first_ones_and_entries_of_one_name_are_one()
    {
        folder.Write("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nText.\n");
        folder.Write("people.yml", """
            - name: Ida Lewis
              aliases: [Lewis, Keeper Lewis]
            - name: Sam Lewis
              aliases: [Lewis, Sammy]
            - name: Ida Lewis
              aliases: [Mrs. Wilson]
              url: https://ida.example
            - name: Loop One
              aliases: [Loop Two]
            - name: Loop Two
              aliases: [Loop One]
            """);
        var source = ContentSource.Open(folder.Path);

        Assert.Equal(["Ida Lewis", "Sam Lewis", "Loop One", "Loop Two"], source.People.Select(person => person.Name));
        Assert.Equal(["Lewis", "Keeper Lewis", "Mrs. Wilson"], source.People[0].Aliases);
        Assert.Equal("https://ida.example", source.People[0].Url);
        Assert.Equal(["Sammy"], source.People[1].Aliases);
        Assert.Equal([3, 10, 10], source.Problems.Where(problem => problem.Code == "person-alias-claimed-twice").Select(problem => problem.Place.Line));
        Assert.Equal(5, Assert.Single(source.Problems, problem => problem.Code == "authority-name-twice").Place.Line);
    }

    [Fact]
    public void A_broken_authority_file_keeps_its_names_over_their_aliases()
    {
        folder.Write("_posts/2024-01-02-a.md", "---\ntitle: A\n---\nBody.\n");
        folder.Write("tags.yml", "Environment:\n  aliases: [green, ecology]\n  kind: topic\nClimate: [warming]\n- broken\n");
        folder.Write("people.yml", "- Ida Lewis: [Lewis, the keeper]\n- name: Grace Darling\n");
        var source = ContentSource.Open(folder.Path);
        Assert.Equal(["Environment: green, ecology", "Climate: warming", "broken: "], source.Tags.Select(entry => $"{entry.Name}: {string.Join(", ", entry.Aliases)}"));
        Assert.Equal(["Ida Lewis: Lewis, the keeper", "Grace Darling: "], source.People.Select(entry => $"{entry.Name}: {string.Join(", ", entry.Aliases)}"));
    }

    [Fact]
    public void An_alias_that_a_second_file_gives_to_an_entry_is_that_of_the_first_file_s_which_has_it_already()
    {
        folder.Write("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nText.\n");
        folder.Write("people.yml", "- Ida Lewis\n- name: Sam Lewis\n  aliases: [Keeper]\n");
        folder.Write("_data/people.yml", "- name: Ida Lewis\n  aliases: [Keeper, Ida]\n  url: https://ida.example\n");
        var source = ContentSource.Open(folder.Path);

        Assert.Equal(["Ida Lewis: Ida", "Sam Lewis: Keeper"], source.People.Select(entry => $"{entry.Name}: {string.Join(", ", entry.Aliases)}"));
        Assert.Equal("https://ida.example", source.People[0].Url);
        Assert.Equal(new SourceSpan("_data/people.yml", 1), Assert.Single(source.Problems, problem => problem.Code == "person-alias-claimed-twice").Place);
    }
}
