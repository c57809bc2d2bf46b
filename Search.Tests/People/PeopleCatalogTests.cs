using Search.Core.Model;
using Search.Core.People;
using Xunit;
using static Search.Tests.People.SmallCatalog;

namespace Search.Tests.People;

/// <summary>Claims on who is meant across a collection, in small collections written for these tests.</summary>
public class PeopleCatalogTests
{
    [Fact]
    public void Forms_of_one_name_are_one_person_with_the_form_used_most_as_label()
    {
        var catalog = Catalog("William Harcastle spoke.", "Bill Harcastle spoke.", "Bill Harcastle laughed.", "William J. Harcastle wrote.");
        var person = Assert.Single(catalog.People);
        Assert.Equal("Bill Harcastle", person.Label);
        Assert.Equal("bill-harcastle", person.Slug);
        Assert.Equal(["William Harcastle", "William J. Harcastle"], person.Aliases.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("J.D. Marrow", "JD Marrow")]
    [InlineData("J. D. Marrow", "JD Marrow")]
    [InlineData("Nicolás Herrera Paz", "Nicolas Herrera Paz")]
    [InlineData("Ana Ruiz-Soler", "Ana Ruiz Soler")]
    [InlineData("Ana Ruiz-Soler", "Ana M. Ruiz Soler")]
    [InlineData("Christopher Dunlea", "Chris Dunlea")]
    [InlineData("Hannah Ruth Dunlea", "Hannah Dunlea")]
    [InlineData("H. R. Dunlea", "Hannah Ruth Dunlea")]
    [InlineData("Park Min-seo", "Park Min Seo")]
    [InlineData("Abdel Karim al-Tarif", "Abdel Karim el-Tarif")]
    [InlineData("Omar al-Tarif", "Omar Tarif")]
    public void These_are_one(string one, string other)
        => Assert.Single(Catalog($"Senator {one} spoke.", $"Senator {other} said no.").People);

    [Theory]
    [InlineData("Hannah Dunlea", "Harriet Dunlea")]
    [InlineData("James Comber", "James Cormer")]
    [InlineData("Walter Brandt Jr.", "Walter Brandt Sr.")]
    [InlineData("George A. Dunlea", "George B. Dunlea")]
    [InlineData("Jack Smith", "John Smith")]
    [InlineData("H.R. Dunlea", "Hannah Dunlea")]
    [InlineData("Ana B. Ruiz-Soler", "Ana M. Ruiz Soler")]
    public void These_are_two(string one, string other)
        => Assert.Equal(2, Catalog($"Senator {one} spoke.", $"Senator {other} said no.").People.Count);

    [Theory]
    [InlineData("Persecute Greta Lindqvist")]
    [InlineData("Greta Lindqvist Bromance")]
    [InlineData("Pedophile Greta Lindqvist")]
    [InlineData("Greta Lindqvist Unimpressed")]
    public void Words_of_a_headline_make_nobody_of_a_well_known_name(string tag)
    {
        var builder = new PeopleCatalogBuilder(NameData.Default);
        for (var i = 0; i < 5; i++)
            builder.Add(null, NameFacts.Of(Finder.Find("Mayor Greta Lindqvist spoke. Lindqvist smiled.")));
        builder.Add(null, NameFacts.Of(Finder.Find(new Post { Key = "a", Id = "a", Title = "Who knows", Text = "Mayor Greta Lindqvist left.", Tags = [tag], Source = new SourceSpan("a") })));
        var person = Assert.Single(builder.Build().People);
        Assert.Equal("Greta Lindqvist", person.Label);
        Assert.DoesNotContain(tag, person.Aliases);
    }

    [Theory]
    [InlineData("Greta Lindqvst")]
    [InlineData("Greta Lindqivst")]
    [InlineData("Gerta Lindqvist")]
    public void A_rare_spelling_one_letter_from_a_well_known_name_is_an_alias(string slip)
    {
        var catalog = Catalog([.. Enumerable.Repeat("Mayor Greta Lindqvist spoke. Lindqvist smiled.", 20), $"Mayor {slip} spoke."]);
        var person = Assert.Single(catalog.People);
        Assert.Equal("Greta Lindqvist", person.Label);
        Assert.Contains(slip, person.Aliases);
    }

    [Theory]
    [InlineData("Inés Herrera Paz", "Herrera Paz")]
    [InlineData("Frans van der Houten", "Van der Houten")]
    [InlineData("Vincent van Houten", "Van Houten")]
    [InlineData("Omar al-Tarif", "Tarif")]
    [InlineData("Omar al-Tarif", "Al-Tarif")]
    public void The_end_of_a_name_stands_for_the_whole_in_its_text_and_in_others(string full, string end)
    {
        var catalog = Catalog($"The painter {full} came. {end} said it was late.", $"Mayor {end} left. “It was late,” {end} said.");
        var person = Assert.Single(catalog.People);
        Assert.Equal(full, person.Label);
        Assert.Contains("painter", person.Roles.Select(r => r.Text));
    }

    [Fact]
    public void One_office_makes_a_spelling_a_letter_away_the_same_person()
    {
        var catalog = Catalog("The North Korean leader, Park Jong-min, spoke.", "North Korean leader Park Jong Min smiled.", "Park Jong-min came.", "Park Jung-min, the North Korean leader, was absent.");
        var person = Assert.Single(catalog.People);
        Assert.Equal("Park Jong-min", person.Label);
        Assert.Contains("Park Jung-min", person.Aliases);
    }

    [Fact]
    public void The_tags_tell_that_a_middle_initial_is_seldom_written()
    {
        var builder = new PeopleCatalogBuilder(NameData.Default);
        builder.Add(null, NameFacts.Of(Finder.Find(new Post { Key = "a", Id = "a", Title = "News", Text = "Mayor Derek E. Halloran left.", Tags = ["Derek Halloran"], Source = new SourceSpan("a") })));
        Assert.Equal("Derek Halloran", Assert.Single(builder.Build().People).Label);
    }

    [Fact]
    public void What_one_text_calls_somebody_is_no_role_of_whom_many_name()
    {
        string[] texts = [.. Enumerable.Repeat("Mayor Greta Lindqvist spoke.", 12), "Greta Lindqvist, an architect, left."];
        Assert.Equal(["Mayor"], Catalog(texts).People.Single().Roles.Select(r => r.Text));
        Assert.Equal(2, Catalog(texts[^2..]).People.Single().Roles.Count);
    }

    [Theory]
    [InlineData("Greta Lindqvist, a senior, left.")]
    [InlineData("Greta Lindqvist, former president to speak at, left.")]
    public void An_adjective_or_half_a_sentence_is_no_role(string text) => Assert.Empty(Catalog(text).People.Single().Roles);

    [Fact]
    public void One_office_does_not_make_one_of_two_given_names() =>
        Assert.Equal(2, Catalog("State Senator Joan Halloran spoke.", "State Senator John Halloran spoke.").People.Count);

    [Theory]
    [InlineData("Congressman Greta Lindqvisa spoke. Lindqvisa smiled.", "Whom the texts call by the family name alone")]
    [InlineData("Singer Brett Lindqvist sang.", "Another first letter")]
    [InlineData("Congressman Greta Lindquest sang.", "Two letters")]
    public void Somebody_of_a_like_name_stays_somebody_else(string text, string why)
        => Assert.True(Catalog([.. Enumerable.Repeat("Mayor Greta Lindqvist spoke. Lindqvist smiled.", 20), text]).People.Count == 2, why);

    [Fact]
    public void A_name_without_its_first_is_that_person_where_nobody_else_ends_so()
    {
        var catalog = Catalog("Ramiro Quorvo Orozco spoke.", "Ramiro Quorvo Orozco left.", "Ramiro Quorvo Orozco sat.", "The lawyer of Quorvo Orozco said no.");
        Assert.Equal("Ramiro Quorvo Orozco", Assert.Single(catalog.People).Label);
    }

    [Fact]
    public void A_name_met_only_in_capitals_is_shown_as_a_name()
        => Assert.Equal(["Hannah McDunlea"], Catalog("Weather\n\nBy HANNAH MCDUNLEA\n\nRain fell all over the coast.").People.Select(p => p.Label));

    [Theory]
    [InlineData("They voted to convict Greta Lindqvist.")]
    [InlineData("Greta Lindqvist, Republicans almost always vote for her, won.")]
    public void What_is_done_to_somebody_is_no_office(string text)
        => Assert.Empty(Catalog("Greta Lindqvist spoke.", text).People.Single().Roles);

    [Fact]
    public void A_surname_that_two_people_of_a_text_share_stays_open_however_famous_one_of_them_is()
    {
        string[] posts = [.. Enumerable.Repeat("Governor Greta Halloran spoke. Halloran smiled.", 30), "Walter Halloran, the baker, wrote."];

        Assert.Equal(["Greta Halloran"], Resolve(Catalog(posts), "The paper says that Halloran was late."));
        var names = Finder.Find("Governor Greta Halloran met Walter Halloran, the baker. They left. The paper says that Halloran was late.");
        var resolution = Catalog(posts).Resolve(names);
        Assert.Equal([1, 1], resolution.People.Select(person => person.Mentions.Count));
    }

    [Fact]
    public void A_family_name_alone_means_the_one_who_is_usually_meant()
    {
        var catalog = Catalog("Mayor Greta Lindqvist spoke. Lindqvist smiled.", "Mayor Greta Lindqvist said no. Lindqvist left.");
        Assert.Equal(["Greta Lindqvist"], Resolve(catalog, "Why Lindqvist lost the vote: the paper says that Lindqvist was late."));
    }

    [Fact]
    public void What_company_does_not_decide_stays_open()
    {
        var catalog = Catalog("Mayor Greta Lindqvist spoke.", "Mayor Greta Lindqvist smiled.", "Singer Nils Lindqvist sang.", "Singer Nils Lindqvist left.");
        var names = Finder.Find("Lindqvist said nothing.");
        var resolution = catalog.Resolve(names);
        Assert.Empty(resolution.People);
        Assert.Equal(["Greta Lindqvist", "Nils Lindqvist"], Assert.Single(resolution.Open).Candidates.Select(c => c.Label).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_title_decides_between_two_of_one_family_name()
    {
        var catalog = Catalog("Mayor Greta Lindqvist spoke.", "Mayor Greta Lindqvist smiled.", "Singer Nils Lindqvist sang.", "Singer Nils Lindqvist left.");
        Assert.Equal(["Greta Lindqvist"], Resolve(catalog, "Mayor Lindqvist said nothing."));
    }

    [Fact]
    public void Time_decides_between_two_of_one_family_name()
    {
        var builder = new PeopleCatalogBuilder(NameData.Default);
        for (var month = 1; month <= 4; month++)
        {
            builder.Add(new DateTimeOffset(1990, month, 1, 0, 0, 0, TimeSpan.Zero), NameFacts.Of(Finder.Find("Governor Greta Lindqvist spoke. Lindqvist left.")));
            builder.Add(new DateTimeOffset(2020, month, 1, 0, 0, 0, TimeSpan.Zero), NameFacts.Of(Finder.Find("Governor Nils Lindqvist spoke. Lindqvist left.")));
        }
        var resolution = builder.Build().Resolve(Finder.Find("Lindqvist said nothing."), new DateTimeOffset(2020, 3, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["Nils Lindqvist"], resolution.People.Select(p => p.Person.Label));
    }

    [Fact]
    public void A_rare_given_name_alone_means_its_bearer_and_a_common_one_nobody()
    {
        var catalog = Catalog("Oluwaseun Brandt sang.", "Oluwaseun Brandt danced.", "Oluwaseun Brandt left.", "John Ferrer sang.", "John Paxman danced.", "John Ferrer left.");
        Assert.Equal(["Oluwaseun Brandt"], Resolve(catalog, "Then Oluwaseun laughed."));
        Assert.Empty(Resolve(catalog, "Then John laughed."));
    }

    [Fact]
    public void A_signature_with_an_initial_is_not_the_person_of_the_news()
    {
        var catalog = Catalog("Weather\n\nBy Martin A. Corvin\n\nRain fell.", "Lawyer Martin Corvin was sentenced.", "Martin Corvin went to prison.");
        Assert.Equal(["Martin A. Corvin", "Martin Corvin"], catalog.People.Select(p => p.Label).Order(StringComparer.Ordinal));
        Assert.True(catalog.FindByName("Martin A. Corvin")!.IsAuthorOnly);
    }

    [Fact]
    public void Offices_have_the_months_in_which_they_were_given()
    {
        var builder = new PeopleCatalogBuilder(NameData.Default);
        builder.Add(new DateTimeOffset(2021, 3, 9, 0, 0, 0, TimeSpan.Zero), NameFacts.Of(Finder.Find("Senator Greta Lindqvist spoke.")));
        builder.Add(new DateTimeOffset(2022, 5, 9, 0, 0, 0, TimeSpan.Zero), NameFacts.Of(Finder.Find("Sen. Greta Lindqvist spoke.")));
        builder.Add(new DateTimeOffset(2024, 1, 9, 0, 0, 0, TimeSpan.Zero), NameFacts.Of(Finder.Find("Attorney General Greta Lindqvist spoke.")));
        var person = Assert.Single(builder.Build().People);
        Assert.Equal([new DatedRole("Senator", "2021-03", "2022-05", 2), new DatedRole("Attorney General", "2024-01", null, 1)], person.Roles);
    }

    [Fact]
    public void Shorter_and_other_forms_of_an_office_are_one_office()
    {
        var catalog = Catalog("Defense Secretary Greta Lindqvist spoke.", "Defense Secretary Greta Lindqvist left.", "Secretary Greta Lindqvist smiled.", "Secretary of Defense Greta Lindqvist sat.", "former Defense Secretary Greta Lindqvist wrote.", "ex-Defense Secretary Greta Lindqvist wrote.");
        Assert.Equal([new DatedRole("Defense Secretary", null, null, 4), new DatedRole("former Defense Secretary", null, null, 2)], Assert.Single(catalog.People).Roles);
    }

    [Fact]
    public void Company_decides_between_two_of_one_family_name()
    {
        var catalog = Catalog(
            "Greta Lindqvist met Olof Brandt in March.", "Olof Brandt thanked Greta Lindqvist.", "Nils Lindqvist sang with Anna Holm.", "Anna Holm praised Nils Lindqvist.");
        Assert.Contains("Greta Lindqvist", Resolve(catalog, "Olof Brandt waited for Lindqvist. Lindqvist was late."));
        Assert.Contains("Nils Lindqvist", Resolve(catalog, "Anna Holm waited for Lindqvist. Lindqvist was late."));
    }

    [Fact]
    public void One_text_together_is_too_little_to_decide()
    {
        var catalog = Catalog("Greta Lindqvist met Olof Brandt in March.", "Nils Lindqvist sang with Anna Holm.");
        Assert.Equal(["Olof Brandt"], Resolve(catalog, "Olof Brandt waited for Lindqvist. Lindqvist was late."));
    }

    [Fact]
    public void Somebody_known_by_one_name_only_is_a_person_of_that_name()
    {
        var catalog = Catalog("Mrs. Hollis said no. Hollis left.", "“Yes,” said Hollis. Hollis smiled.");
        var person = Assert.Single(catalog.People);
        Assert.Equal(("Hollis", "hollis", 2), (person.Label, person.Slug, person.Documents));
        Assert.Equal(["Hollis"], Resolve(catalog, "“No,” said Hollis. Hollis laughed."));
    }

    [Fact]
    public void One_name_gives_way_to_the_full_name()
    {
        var catalog = Catalog("Mrs. Halloran said no. Halloran left.", "Judge Ruth Halloran spoke. Halloran left.", "Judge Ruth Halloran spoke.");
        Assert.Equal(["Ruth Halloran"], catalog.People.Select(p => p.Label));
        Assert.Equal(["Ruth Halloran"], Resolve(catalog, "“No,” said Halloran. Halloran laughed."));
    }
}
