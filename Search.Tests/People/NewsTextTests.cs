using Search.Core.People;
using Xunit;

namespace Search.Tests.People;

/// <summary>Claims on what agencies and newspapers write around names, in texts written for these tests.</summary>
public class NewsTextTests
{
    private static readonly NameFinder Finder = new(NameData.Default);

    [Theory]
    [InlineData("Israeli Prime Minister Ehud Marwick Tuesday warned the ministers.", "Ehud Marwick")]
    [InlineData("She married DJ Mike Halloran in Leeds.", "Mike Halloran")]
    [InlineData("The inquest into the death of Scots Guardsman Allan Hollis was told of it.", "Allan Hollis")]
    [InlineData("Tuesday Wetherby sang, and Mary Tuesday Wetherby danced.", "Tuesday Wetherby|Mary Tuesday Wetherby")]
    [InlineData("She told the newspaper Oakes had left, and the firm Ann Oakes founded was sold.", "Ann Oakes")]
    public void What_stands_around_a_name_is_none_of_it(string text, string people)
        => Assert.Equal(people.Split('|').Order(StringComparer.Ordinal), People(text));

    [Theory]
    [InlineData("The official Xinhua news agency said so, and Xinhua reported it again.")]
    [InlineData("Hamas said no. Suspected al-Qaida militants fled with Abu Sayyaf gunmen. Hezbollah denied it.")]
    [InlineData("A report by Az-Zamir newspaper was wrong, and the newspaper Kronika said so.")]
    [InlineData("A Sri Lankan policeman and a Shi'ite cleric were freed.")]
    [InlineData("Christian Aid said the talks failed, and analysts at Marlin Investment Research agreed.")]
    [InlineData("The carmaker Vessaro said that Hurricane Wilma closed its plants; the storm, hurricane Wilma, went north.")]
    public void Agencies_parties_and_storms_are_nobody(string text) => Assert.Empty(People(text));

    [Fact]
    public void Somebody_whom_texts_know_by_an_office_and_one_name_is_a_person()
    {
        var catalog = SmallCatalog.Catalog("President Zhurvanev arrived in London. “We will talk,” General Zhurvanev said. President Zhurvanev left on Monday.");

        Assert.Equal("Zhurvanev", Assert.Single(catalog.People).Label);
    }

    [Fact]
    public void What_says_and_does_without_an_office_is_none()
        => Assert.Empty(SmallCatalog.Catalog("“We will talk,” Zhurvan said. Zhurvan announced losses, and Zhurvan denied that its plants would close.").People);

    [Fact]
    public void A_list_of_players_does_not_make_the_label()
    {
        var catalog = SmallCatalog.Catalog("Team: T Hollbeck, R Travers; C Oakley.\n\nCoach Ann Wetherby praised Tom Hollbeck.", "Team: T Hollbeck, R Travers; C Oakley.", "Team: T Hollbeck, R Travers; C Oakley.");

        Assert.Contains("Tom Hollbeck", catalog.People.Select(p => p.Label));
        Assert.DoesNotContain("T Hollbeck", catalog.People.Select(p => p.Label));
    }

    [Fact]
    public void A_courtesy_is_no_part_of_an_office()
    {
        var people = Finder.Find("The singer Sir Albert Wetherby spoke, and neuroscientist Baroness Susan Oakes agreed.").People;

        Assert.Equal(["neuroscientist", "singer"], people.SelectMany(p => p.Roles).Select(r => r.Text).Order(StringComparer.Ordinal));
    }

    private static List<string> People(string text) => [.. Finder.Find(text).People.Where(p => p.IsAccepted).Select(p => p.Name.Full).Order(StringComparer.Ordinal)];
}
