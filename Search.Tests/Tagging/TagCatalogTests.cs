using Search.Core.Model;
using Search.Core.Tagging;
using Xunit;

namespace Search.Tests.Tagging;

public class TagCatalogTests
{
    [Theory]
    [InlineData("Space Flight", "space flight")]
    [InlineData("Space Flight", "space-flight.")]
    [InlineData("Reader’s Corner", "Readers Corner")]
    [InlineData("Reader’s Corner", "Reader's Corner")]
    [InlineData("European Space Agency", "European Space Agency (ESA)")]
    [InlineData("European Space Agency", "European Space Agency (ESA(")]
    [InlineData("European Space Agency (ESA)", "ESA")]
    [InlineData("The Harbour Museum", "Harbour Museum")]
    [InlineData("U.N. Charter", "UN Charter")]
    [InlineData("Research & Development", "research and development")]
    [InlineData("Software Engineering", "SoftwareEngineering")]
    [InlineData("Nora Field", "Nora Field / LinkedIn")]
    [InlineData("Nora Field", "Senator Nora Field (D-CA)")]
    [InlineData("Nora Field", "Nora Field – Office of the Comptroller")]
    [InlineData("Evening Echo", "Evening Echo - Breaking News Latest News and Videos")]
    [InlineData("Lima Peru", "Lima")]
    public void Spellings_that_differ_mechanically_are_one_tag(string a, string b)
    {
        var catalog = Catalog([a], [b]);

        Assert.Single(catalog.Tags);
        Assert.Equal(2, catalog.Tags[0].Posts);
    }

    [Theory]
    [InlineData("North Carolina", "South Carolina")]
    [InlineData("Article V", "Article VI")]
    [InlineData("House", "White House")]
    [InlineData("James Comer", "James Comey")]
    [InlineData("Version 1 12", "Version 11 2")]
    [InlineData("C#", "C++")]
    [InlineData("C#", "C")]
    [InlineData("$RIVER", "River")]
    [InlineData("Georgia (GA)", "Georgia (GE)")]
    [InlineData("President Field (45) Administration", "President Field (47) Administration")]
    [InlineData("The Hill", "Hill")]
    [InlineData("Tom Field (D-CA)", "Tom Field (R-TX)")]
    [InlineData("Continuing the Emergency in the North. Orders. May 3 2024", "Continuing the Emergency in the North. Orders. May 3 2025")]
    [InlineData("Oregon – Ministry of Fish", "Oregon")]
    [InlineData("Paris France", "Paris Texas")]
    [InlineData("Press Note – Governor Nora Field Opens a Bridge", "Press Note – Governor Nora Field Opens a School")]
    [InlineData("Marine Science / Northern University", "Marine Science / Southern University")]
    [InlineData("Fish Board – Annual Summit", "Fish Board")]
    [InlineData("Susan Q. Harper", "Susan R. Harper")]
    [InlineData("Nora Field Administration", "Nora Field")]
    public void Different_things_stay_apart(string a, string b)
    {
        var catalog = Catalog([a], [b]);

        Assert.NotEqual(catalog.Resolve(a)!.Slug, catalog.Resolve(b)!.Slug);
    }

    [Theory]
    [InlineData("Senator Nora Field (D-CA)", "Nora Field")]
    [InlineData("Nora Field / LinkedIn", "Nora Field")]
    [InlineData("European Space Agency (ESA)", "European Space Agency")]
    [InlineData("Lima Peru", "Lima")]
    [InlineData("Home / Harbour Museum", "Harbour Museum")]
    public void A_label_leaves_out_what_only_stands_beside_the_name(string raw, string label) =>
        Assert.Equal(label, Catalog([raw]).Resolve(raw)!.Label);

    [Fact]
    public void The_label_is_the_spelling_that_most_posts_have()
    {
        var catalog = Catalog(["Sea ice"], ["sea ice"], ["sea ice"]);

        Assert.Equal("sea ice", catalog.Resolve("SEA ICE")!.Label);
    }

    [Fact]
    public void A_spelling_never_seen_leads_to_its_tag()
    {
        var catalog = Catalog(["European Space Agency"], ["Nora Field"]);

        Assert.Equal("european-space-agency", catalog.Resolve("European space agency (ESA")!.Slug);
        Assert.Equal("nora-field", catalog.Resolve("Dr. Nora Field / Substack")!.Slug);
        Assert.Null(catalog.Resolve("Nora Fielding"));
    }

    [Fact]
    public void The_slugs_of_other_spellings_keep_resolving()
    {
        var catalog = Catalog(["European Space Agency (ESA)"], ["European Space Agency"]);

        Assert.Equal("european-space-agency", catalog.BySlug("european-space-agency-esa")!.Slug);
        Assert.Null(catalog.BySlug("nothing-of-the-kind"));
    }

    [Fact]
    public void The_owners_file_outranks_what_is_inferred()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["spaceflight", "space travel", "orbit"], null);
        builder.AddAuthority(new AuthorityEntry("Spaceflight", ["space travel", "space flight"], TagKind.Event, null, default));

        var catalog = builder.Build();

        var tag = catalog.Resolve("space travel")!;
        Assert.Equal(("Spaceflight", TagKind.Event, 1.0), (tag.Label, tag.Kind, tag.Confidence));
        Assert.Same(tag, catalog.Resolve("spaceflight"));
        Assert.Same(tag, catalog.Resolve("space-flight"));
        Assert.Equal(1, tag.Posts);
    }

    [Fact]
    public void Two_entries_of_the_owners_file_are_never_one_tag()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["Mercury", "mercury"], null);
        builder.AddAuthority(new AuthorityEntry("Mercury", [], TagKind.Place, null, default));
        builder.AddAuthority(new AuthorityEntry("mercury", [], TagKind.Topic, null, default));

        var catalog = builder.Build();

        Assert.NotSame(catalog.Resolve("Mercury"), catalog.Resolve("mercury"));
    }

    [Fact]
    public void A_tag_used_twice_in_a_post_counts_once()
    {
        var catalog = Catalog(["tides", "Tides", "tides"]);

        Assert.Equal(1, catalog.Tags[0].Posts);
    }

    [Fact]
    public void A_tag_of_most_posts_is_boilerplate()
    {
        var builder = new TagCatalogBuilder();
        for (var i = 0; i < 40; i++)
            builder.Add($"p{i}", i % 10 == 0 ? ["media", "tides"] : ["media"], null);

        var catalog = builder.Build();

        Assert.True(catalog.Resolve("media")!.Boilerplate);
        Assert.False(catalog.Resolve("tides")!.Boilerplate);
    }

    internal static TagCatalog Catalog(params string[][] posts)
    {
        var builder = new TagCatalogBuilder();
        for (var i = 0; i < posts.Length; i++)
            builder.Add($"post{i}", posts[i], null);
        return builder.Build();
    }
}
