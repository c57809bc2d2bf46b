using Search.Core.People;
using Xunit;

namespace Search.Tests.People;

/// <summary>Claims on the notations of wire news and sports reports, in texts written for these tests.</summary>
public class WireNewsTests
{
    private static readonly NameFinder Finder = new(NameData.Default);

    [Theory]
    [InlineData("Dunholm 2 (Hollis 12, 40, Pruett pen 70) Marwick 0. Attendance 4,100", "Hollis|Pruett")]
    [InlineData("Saeed Iqbal c Hollis b Oakes 46\nTariq Aziz lbw b Wetherby 3", "Saeed Iqbal|Hollis|Oakes|Tariq Aziz|Wetherby")]
    [InlineData("Bowling: Oakes 9-1-49-0, Wetherby 24-6-66-2", "Oakes|Wetherby")]
    [InlineData("Leading scorers: Oakes, Chicago 30.9; Wetherby, Utah 28.1", "Oakes|Wetherby")]
    [InlineData("Team: Oakes; Hollis, Barker, Gray; Simmons, Travers.", "Oakes|Hollis|Barker|Gray|Simmons|Travers")]
    [InlineData("1. Arvid Solheim (Norway) 12.71 seconds\n2. Worku Tadesse (Ethiopia) 12.74", "Arvid Solheim|Worku Tadesse")]
    [InlineData("8 - Jaime Corrales (Spain) beat Petr Hlavac (Czech Republic) 6-4 6-3", "Jaime Corrales|Petr Hlavac")]
    [InlineData("New Zealander David Faleolo stopped Bruce Hanley in 19 seconds.", "David Faleolo|Bruce Hanley")]
    [InlineData("The paper is by A. J. P. Harker and Ming-Dao Lee.", "A. J. P. Harker|Ming-Dao Lee")]
    [InlineData("Xi Baozhen met Park Min-woo, Xi Baozhen's host.", "Xi Baozhen|Park Min-woo")]
    [InlineData("Jomo arap Kosgei won the marathon.", "Jomo arap Kosgei")]
    [InlineData("Will and Rosalynn Tarrant paid for the roof.", "Will Tarrant|Rosalynn Tarrant")]
    [InlineData("Bill and Melinda Tarrant paid for the roof.", "Bill Tarrant|Melinda Tarrant")]
    [InlineData("HOLLIS V TRAVERS ON SATURDAY\n\nMike Hollis meets Bruce Travers at the arena.", "Mike Hollis|Bruce Travers")]
    public void It_reads_the_notations_of_sports_reports(string text, string people)
    {
        var names = Finder.Find(text);
        Assert.Equal(people.Split('|').Order(StringComparer.Ordinal), names.People.Where(p => p.IsAccepted).Select(p => p.Name.Full).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Sigma Marwick 2 Viktoria Dunholm 1")]
    [InlineData("Viktoria Dunholm 4 3 1 0 9 4 10")]
    [InlineData("The crew of Dunholm (Apollo 11) came home.")]
    [InlineData("She has Hodgkin's disease and teaches Boyle's law.")]
    [InlineData("He left Barnes and Noble with a book.")]
    public void Teams_tables_and_findings_are_nobody(string text)
        => Assert.DoesNotContain(Finder.Find(text).People, p => p.IsAccepted);

    [Fact]
    public void A_line_that_ends_with_a_name_does_not_run_into_the_next()
    {
        var text = "To bat - " + string.Join(", ", Enumerable.Repeat("Tariq Aziz", 12)) + "\nBowling: Oakes 9-1-49-0";
        Assert.Equal(["Tariq Aziz", "Oakes"], Finder.Find(text).People.Where(p => p.IsAccepted).Select(p => p.Name.Full));
    }
}
