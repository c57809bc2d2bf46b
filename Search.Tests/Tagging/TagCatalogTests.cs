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
    [InlineData("U.S. Department of Fish (DOF)", "Department of Fish (DOF)")]
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
    [InlineData("U.S. Department of Fish (DOF)", "Department of Fish (FISH)")]
    [InlineData("US Supreme Court", "Supreme Court")]
    public void Different_things_stay_apart(string a, string b)
    {
        var catalog = Catalog([a], [b]);

        Assert.NotEqual(catalog.Resolve(a)!.Slug, catalog.Resolve(b)!.Slug);
    }

    [Theory]
    [InlineData("Oregon Department of Fish")]
    [InlineData("Department of Fish of Peru")]
    [InlineData("Peru – Department of Fish")]
    public void A_country_tells_bodies_apart_where_another_place_has_one_of_that_name(string namesake)
    {
        var catalog = Catalog(["U.S. Department of Fish (DOF)"], ["Department of Fish (DOF)"], [namesake]);

        Assert.Equal(3, catalog.Tags.Count);
    }

    [Theory]
    [InlineData("https://fish.example.gov", "https://fish.example.gov/", 1)]
    [InlineData("https://fish.example.gov", "https://fish.example.org", 2)]
    [InlineData("https://fish.example.gov", null, 2)]
    public void A_body_with_and_without_its_country_is_one_where_both_link_to_one_page(string withCountry, string? without, int tags)
    {
        var builder = new TagCatalogBuilder();
        for (var i = 0; i < 12; i++)
            builder.Add($"with{i}", ["U.S. Department of Fish"], null, Linked("U.S. Department of Fish", withCountry));
        for (var i = 0; i < 11; i++)
            builder.Add($"without{i}", ["Department of Fish"], null, Linked("Department of Fish", without));

        var built = builder.Build();

        Assert.Equal(tags, built.Tags.Count);
        Assert.All(built.Tags, tag => Assert.Equal(tags - 1, tag.Proposals.Count));
    }

    private static IReadOnlyDictionary<string, string>? Linked(string tag, string? target)
        => target is null ? null : LinkedTags.Of([tag], [new Link(0, tag.Length, tag, target, ToSource: false)]);

    [Theory]
    [InlineData("Senator Nora Field (D-CA)", "Nora Field")]
    [InlineData("Nora Field / LinkedIn", "Nora Field")]
    [InlineData("European Space Agency (ESA)", "European Space Agency")]
    [InlineData("Lima Peru", "Lima")]
    [InlineData("Home / Harbour Museum", "Harbour Museum")]
    [InlineData("Northern Tide Board (NTB - Home)", "Northern Tide Board")]
    [InlineData("Harbour Museum Home – Harbour Museum", "Harbour Museum")]
    [InlineData("Bank of Oregon / Oregon Bank", "Bank of Oregon")]
    [InlineData("Tide Tables / SomeGov", "Tide Tables")]
    [InlineData("Peru Government", "Government of Peru")]
    [InlineData("UK Government", "Government of the UK")]
    [InlineData("Town of Harbourton ME", "Town of Harbourton, Maine")]
    [InlineData("Peru – Ministry of Fish MOF", "Ministry of Fish of Peru")]
    [InlineData("Text - H.R.12 - 90th Congress (1967-1968) – Tide Tables Act / Library", "H.R.12 Tide Tables Act")]
    [InlineData("Tidelog – Charts and Tables for the Coast", "Tidelog")]
    [InlineData("Quillfeather Nora / Northern University", "Nora Quillfeather")]
    [InlineData("Quillfeather, Nora Q.", "Nora Q. Quillfeather")]
    [InlineData("Fishery Board – Nora Q. Field Chair", "Nora Q. Field")]
    [InlineData("Zuxo Field (D-CA) – not sworn in yet", "Zuxo Field")]
    public void A_label_leaves_out_what_only_stands_beside_the_name(string raw, string label) =>
        Assert.Equal(label, Catalog([raw]).Resolve(raw)!.Label);

    [Theory]
    [InlineData("Morning Nora / The Echo Online")]
    [InlineData("N.Q. Nora / The Echo Online")]
    public void A_name_is_turned_only_where_lists_of_people_have_it_so(string raw) => Assert.NotEqual("Nora Morning", Catalog([raw]).Resolve(raw)!.Label);

    [Fact]
    public void A_title_and_surname_is_the_one_person_of_that_surname_that_the_texts_know()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["About Governor Field / Harbour Office", "Governor Marsh"], null);
        builder.AddPersonName("Nora Field", []);
        builder.AddPersonName("Ann Marsh", []);
        builder.AddPersonName("Ben Marsh", []);

        var catalog = builder.Build();

        Assert.Equal(("Nora Field", "Nora Field"), (catalog.Resolve("About Governor Field / Harbour Office")!.Label, catalog.Resolve("About Governor Field / Harbour Office")!.PersonName));
        Assert.Equal("Governor Marsh", catalog.Resolve("Governor Marsh")!.Label);
    }

    [Fact]
    public void A_title_before_a_name_that_stands_alone_elsewhere_is_left_out()
    {
        var catalog = Catalog(["Director Zuxo Fieldmark — Wikipedia"], ["Zuxo Fieldmark"]);

        Assert.Single(catalog.Tags);
    }

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
    public void An_entry_means_its_spellings_and_not_what_only_looks_like_them()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["Nora Field - Oregon", "Nora Field Oregon"], null);
        builder.AddAuthority(new AuthorityEntry("Nora Q. Field", ["Nora Field - Oregon"], null, null, default));

        var catalog = builder.Build();

        Assert.Equal("Nora Q. Field", catalog.Resolve("Nora Field - Oregon")!.Label);
        Assert.NotSame(catalog.Resolve("Nora Field - Oregon"), catalog.Resolve("Nora Field Oregon"));
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
