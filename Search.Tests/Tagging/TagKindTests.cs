using Search.Core.Model;
using Search.Core.Tagging;
using Xunit;

namespace Search.Tests.Tagging;

public class TagKindTests
{
    [Theory]
    [InlineData("Nora Field (D-CA)", TagKind.Person)]
    [InlineData("Governor Nora Field", TagKind.Person)]
    [InlineData("Oregon Governor Nora Field", TagKind.Person)]
    [InlineData("Helen Q. Marsh", TagKind.Person)]
    [InlineData("Dr. Helen Marsh. head of the tide office", TagKind.Person)]
    [InlineData("Ministry of Fish", TagKind.Organisation)]
    [InlineData("European Space Agency (ESA)", TagKind.Organisation)]
    [InlineData("Harbour Credit Bank", TagKind.Organisation)]
    [InlineData("Helen Marsh Foundation", TagKind.Organisation)]
    [InlineData("Utah", TagKind.Place)]
    [InlineData("Lima Peru", TagKind.Place)]
    [InlineData("Old Harbour Golf Club", TagKind.Place)]
    [InlineData("Clean Rivers Act", TagKind.Work)]
    [InlineData("“The Lighthouse Keepers”", TagKind.Work)]
    [InlineData("Protecting the Coast from Rising Tides and Other Matters of Concern. May 3 2024", TagKind.Work)]
    [InlineData("2024 Presidential Election", TagKind.Event)]
    [InlineData("Hurricane Dorian", TagKind.Event)]
    [InlineData("interest rates", TagKind.Topic)]
    [InlineData("geology", TagKind.Topic)]
    [InlineData("companies", TagKind.Heading)]
    [InlineData("press secretary", TagKind.Heading)]
    [InlineData("federal government", TagKind.Heading)]
    [InlineData("$RIVER", TagKind.Other)]
    [InlineData("and Reconnaissance (USAF)", TagKind.Other)]
    public void The_words_and_form_of_a_tag_tell_its_kind(string raw, TagKind kind)
    {
        var tag = TagCatalogTests.Catalog([raw]).Resolve(raw)!;

        Assert.Equal(kind, tag.Kind);
        Assert.InRange(tag.Confidence, 0.3, 1);
    }

    [Theory]
    [InlineData("Lamps", TagKind.Topic)]
    [InlineData("Reading Rooms", TagKind.Topic)]
    [InlineData("Web Development", TagKind.Topic)]
    [InlineData("CSS", TagKind.Topic)]
    [InlineData("reading rooms", TagKind.Topic)]
    [InlineData("Künstliche Intelligenz", TagKind.Topic)]
    [InlineData("Fahrräder", TagKind.Topic)]
    [InlineData("Annette Meier", TagKind.Person)]
    [InlineData("Fischereiamt Harburg", TagKind.Topic)]
    [InlineData("Cuisine du monde", TagKind.Topic)]
    [InlineData("énergie solaire", TagKind.Topic)]
    [InlineData("Marcel Lefèvre", TagKind.Person)]
    [InlineData("Recetas de cocina", TagKind.Topic)]
    [InlineData("Energía Renovable", TagKind.Topic)]
    [InlineData("Gabriel Fuentes Marín", TagKind.Person)]
    [InlineData("Santiago de Chile", TagKind.Topic)]
    public void On_a_small_site_a_form_alone_makes_nothing_of_a_tag(string raw, TagKind kind) =>
        Assert.Equal(kind, TagCatalogTests.Catalog([raw], [raw, "travel"], ["travel"]).Resolve(raw)!.Kind);

    [Fact]
    public void A_person_known_from_the_texts_is_one_whatever_the_tag_looks_like()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["Zuxo Wingspan"], null);
        builder.AddPersonName("Zuxo Wingspan", []);

        var tag = builder.Build().Resolve("Zuxo Wingspan")!;

        Assert.Equal((TagKind.Person, "Zuxo Wingspan"), (tag.Kind, tag.PersonName));
    }

    [Fact]
    public void A_name_given_for_two_people_decides_nothing()
    {
        var builder = new TagCatalogBuilder();
        builder.Add("a", ["Sam Field Board"], null);
        builder.AddPersonName("Samuel Field", ["Sam Field Board"]);
        builder.AddPersonName("Samantha Field", ["Sam Field Board"]);

        Assert.Equal(TagKind.Organisation, builder.Build().Resolve("Sam Field Board")!.Kind);
    }
}
