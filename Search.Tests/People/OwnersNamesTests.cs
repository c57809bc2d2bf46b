using Search.Core.Model;
using Search.Core.People;
using Xunit;

namespace Search.Tests.People;

/// <summary>What the site's owner says of people in <c>people.yml</c> outranks what texts say.</summary>
public sealed class OwnersNamesTests
{
    [Fact]
    public void The_owners_entry_gives_the_label_and_the_aliases()
    {
        AuthorityEntry[] owned = [new("Greta Lindqvist", ["Margareta Lindqvist-Holm", "Countess of Visby", "gl", "Lindqvist"], TagKind.Person, "https://example.org/greta", new SourceSpan("people.yml", 1))];
        var finder = new NameFinder(NameData.Default, owned);
        var builder = new PeopleCatalogBuilder(NameData.Default);
        builder.AddAuthority(owned[0]);
        const string text = "The Countess of Visby wrote to gl. Margareta Lindqvist-Holm answered.";
        builder.Add(null, NameFacts.Of(finder.Find(text)));
        var catalog = builder.Build();
        var person = Assert.Single(catalog.Resolve(finder.Find(text)).People);
        Assert.Equal("Greta Lindqvist", person.Person.Label);
        Assert.Equal("https://example.org/greta", person.Person.Url);
        Assert.Equal(["Countess of Visby", "gl", "Margareta Lindqvist-Holm"], person.Mentions.Select(m => text[m.Start..m.End]));
        Assert.Equal(["Greta Lindqvist"], catalog.Resolve(finder.Find("Lindqvist was late.")).People.Select(p => p.Person.Label));
    }

    [Fact]
    public void What_the_owner_calls_an_organisation_is_nobody()
    {
        AuthorityEntry[] owned = [new("Martin Corvin", [], TagKind.Organisation, null, new SourceSpan("people.yml", 1))];
        Assert.DoesNotContain(new NameFinder(NameData.Default, owned).Find("Martin Corvin sells shoes, said Ann Ferrer.").People, p => p.Name.Full == "Martin Corvin");
    }

    [Fact]
    public void An_alias_with_a_nickname_in_marks_is_found_whatever_the_marks()
    {
        AuthorityEntry[] owned = [new("Buck Harland", ["Edmund “Buck” Harland"], TagKind.Person, null, new SourceSpan("people.yml", 1))];
        var finder = new NameFinder(NameData.Default, owned);
        var builder = new PeopleCatalogBuilder(NameData.Default);
        builder.AddAuthority(owned[0]);
        string[] texts = ["After him came Edmund “Buck” Harland.", "Edmund \"Buck\" Harland spoke.", "Buck Harland left."];
        foreach (var text in texts)
            builder.Add(null, NameFacts.Of(finder.Find(text)));
        var catalog = builder.Build();
        Assert.Equal(["Buck Harland"], catalog.People.Select(p => p.Label));
        Assert.All(texts, text => Assert.Equal(["Buck Harland"], catalog.Resolve(finder.Find(text)).People.Select(p => p.Person.Label)));
    }
}
