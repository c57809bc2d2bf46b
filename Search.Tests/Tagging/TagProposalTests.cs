using Search.Core.Tagging;
using Xunit;

namespace Search.Tests.Tagging;

public class TagProposalTests
{
    [Theory]
    [InlineData("coastal erosion ridk", "coastal erosion risk", TagEvidence.Misspelling)]
    [InlineData("bagagge", "baggage", TagEvidence.Misspelling)]
    [InlineData("Kristofer Lind", "Kristoffer Lind", TagEvidence.Misspelling)]
    [InlineData("Preisdent Nora Field", "Nora Field", TagEvidence.Misspelling)]
    [InlineData("Field Nora", "Nora Field", TagEvidence.WordOrder)]
    [InlineData("electric ferry", "electric ferries", TagEvidence.WordForm)]
    [InlineData("Liberal Democrat Party", "Liberal Democratic Party", TagEvidence.WordForm)]
    [InlineData("Northern Tide Board (NTB)", "National Tide Bureau (NTB)", TagEvidence.Acronym)]
    [InlineData("NQF", "Nora Quill Field", TagEvidence.Acronym)]
    [InlineData("U.S. Lighthouse Service", "Lighthouse Service", TagEvidence.Country)]
    [InlineData("Bill Harper (D-CA)", "William Harper (D-CA)", TagEvidence.PersonName)]
    [InlineData("Nora Quill Field", "Nora Field", TagEvidence.PersonName)]
    [InlineData("Governor Harper", "Governor Nora Harper", TagEvidence.PersonName)]
    public void What_needs_judgement_is_proposed_and_not_done(string rare, string usual, TagEvidence evidence)
    {
        var catalog = Catalog(rare, usual);

        var (first, second) = (catalog.Resolve(rare)!, catalog.Resolve(usual)!);
        Assert.NotSame(first, second);
        Assert.Contains(first.Proposals, proposal => proposal.Slug == second.Slug && proposal.Evidence == evidence && proposal.Reason.Length > 0 && proposal.Score is > 0 and <= 1);
        Assert.Contains(second.Proposals, proposal => proposal.Slug == first.Slug);
    }

    [Theory]
    [InlineData("North Carolina", "South Carolina")]
    [InlineData("Article V", "Article VI")]
    [InlineData("Iran", "Iraq")]
    [InlineData("2020 Elections", "2024 Elections")]
    [InlineData("John Harper (D-CA)", "President John F. Harper")]
    [InlineData("Jan Harper", "Jon Harper")]
    [InlineData("employment", "unemployment")]
    [InlineData("House", "White House")]
    public void Different_things_are_not_even_proposed(string rare, string usual)
    {
        var catalog = Catalog(rare, usual);

        Assert.Empty(catalog.Resolve(rare)!.Proposals);
    }

    [Fact]
    public void Two_frequent_names_a_letter_apart_are_two_people()
    {
        var builder = new TagCatalogBuilder();
        for (var i = 0; i < 30; i++)
            builder.Add($"p{i}", i % 2 == 0 ? ["James Comer"] : ["James Comey"], null);

        Assert.Empty(builder.Build().Resolve("James Comer")!.Proposals);
    }

    [Fact]
    public void Tags_that_link_to_one_page_are_proposed()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["Harbour Board"], null, new Dictionary<string, string> { ["Harbour Board"] = "https://example.org/board" });
        builder.Add("b", ["Port Commission"], null, new Dictionary<string, string> { ["Port Commission"] = "https://example.org/board" });

        var proposal = Assert.Single(builder.Build().Resolve("Harbour Board")!.Proposals);

        Assert.Equal((TagEvidence.SharedLink, "port-commission"), (proposal.Evidence, proposal.Slug));
    }

    [Fact]
    public void What_the_texts_know_of_a_name_is_proposed_and_only_initials_are_joined()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["Nora Field", "Nora Q. Field", "Norah Fielding", "NQ"], null);
        builder.AddPersonName("Nora Field", ["Nora Q. Field", "Norah Fielding", "NQ"]);

        var catalog = builder.Build();

        Assert.Same(catalog.Resolve("Nora Field"), catalog.Resolve("Nora Q. Field"));
        Assert.Equal(["norah-fielding", "nq"], catalog.Resolve("Nora Field")!.Proposals.Select(proposal => proposal.Slug));
    }

    [Theory]
    [InlineData("Bill Harper (D-CA)", "William Harper (D-CA)", 1)]
    [InlineData("Bill Harper (D-CA)", "William Harper (R-TX)", 2)]
    [InlineData("Bill Harper", "William Harper (D-CA)", 2)]
    public void A_short_form_that_the_texts_know_is_joined_where_the_seat_is_the_same(string one, string other, int tags)
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", [one], null);
        builder.Add("b", [other], null);
        builder.AddPersonName("Bill Harper", ["William Harper"]);

        Assert.Equal(tags, builder.Build().Tags.Count);
    }

    [Fact]
    public void What_the_owner_knows_of_a_name_is_done()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["Nora Field", "Norah Fielding", "NQ"], null);
        builder.AddPersonName("Nora Field", ["Norah Fielding", "NQ"], fromOwner: true);

        Assert.Equal("Nora Field", Assert.Single(builder.Build().Tags).Label);
    }

    [Fact]
    public void A_namesake_in_another_office_is_neither_joined_nor_proposed()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["John Harper (D-CA)", "President John F. Harper"], null);
        builder.AddPersonName("John Harper", ["John F. Harper"]);

        var catalog = builder.Build();

        Assert.NotSame(catalog.Resolve("John Harper (D-CA)"), catalog.Resolve("President John F. Harper"));
        Assert.Empty(catalog.Resolve("John Harper (D-CA)")!.Proposals);
    }

    // The usual spelling stands in ten posts, the rare one in one.
    private static TagCatalog Catalog(string rare, string usual)
    {
        var builder = new TagCatalogBuilder();
        builder.Add("rare", [rare], null);
        for (var i = 0; i < 10; i++)
            builder.Add($"usual{i}", [usual], null);
        return builder.Build();
    }
}
