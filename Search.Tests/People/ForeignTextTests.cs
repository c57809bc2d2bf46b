using Search.Core.People;
using Xunit;

namespace Search.Tests.People;

/// <summary>Claims on who is found in texts of other languages, in sentences written for these tests.</summary>
public class ForeignTextTests
{
    private static readonly NameFinder Finder = new(NameData.Default);

    [Theory]
    // German
    [InlineData("Nach Angaben von Lenz wird es teurer. Die Leiterin Jutta Lenz sprach vor dem Rat und der Presse. Das war alles, sagte Lenz der Neuen Zeitung.", "Jutta Lenz")]
    [InlineData("Der Fußballer Anton Wiesner und die Angeklagte Petra Stolz kamen nicht in das Gericht.", "Anton Wiesner|Petra Stolz")]
    [InlineData("Die Ministerin Ute von der Aue war in der Stadt und lobte das Werk. Das freut uns, sagte von der Aue.", "Ute von der Aue")]
    [InlineData("Nach dem Fest am Anton-Wiesner-Platz und in der Anton-Wiesner-Stiftung war das Haus leer.", "")]
    [InlineData("Das sagte Anton Wiesner von der Polizei und dem Verein der Stadt.", "Anton Wiesner")]
    // Spanish
    [InlineData("La alcaldesa Carmen Ibarra Roldán habló de la ciudad y de los impuestos. Ibarra dijo que no. Después Carmen Ibarra se fue, y con ella Ibarra Roldán.", "Carmen Ibarra Roldán")]
    [InlineData("Los goles fueron de Lionel Vargas y Cristiano Duarte en la noche del martes.", "Cristiano Duarte|Lionel Vargas")]
    [InlineData("Hubo una protesta en la Avenida Simón Duarte y en el Hospital Luis Vargas de la ciudad.", "")]
    [InlineData("Los libros de José Vargas y Quiroga están en la biblioteca de la ciudad.", "José Vargas y Quiroga")]
    // French
    [InlineData("Le discours d’Emmanuel Marchand et celui d’Anne Vasseur ont été lus dans la salle. M. Marchand a souri.", "Anne Vasseur|Emmanuel Marchand")]
    [InlineData("Le Conseil de la ville et le Ministère de l’Intérieur ont voté avec la mairie. Elle est restée.", "")]
    [InlineData("Dans la salle, Marie Le Gallec et le maire ont parlé. Pour Le Gallec, tout est dit.", "Marie Le Gallec")]
    // Italian
    [InlineData("Non è della città, ha detto Giulia De Rossi. In Via Giuseppe Ferri e in Piazza Aldo Neri ci sono le proteste. La Corte dei Conti non ha risposto.", "Giulia De Rossi")]
    // Portuguese
    [InlineData("A Câmara Municipal de Lisboa e a Assembleia da República não falaram com a imprensa. O ministro do Ambiente Duarte Figueira também não.", "Duarte Figueira")]
    [InlineData("Segundo a vereadora Marta da Costa Pinto, não há dinheiro para a cidade. Foi na Rua Joaquim Figueira.", "Marta da Costa Pinto")]
    public void In_other_languages_grammar_and_words_for_bodies_are_no_names(string text, string people)
        => Assert.Equal(people.Split('|', StringSplitOptions.RemoveEmptyEntries), Finder.Find(text).People.Where(p => p.Name.IsFull && p.Points >= LocalPerson.AcceptedPoints).Select(p => p.Name.Full).Order(StringComparer.Ordinal));

    [Fact]
    public void A_text_that_uses_both_makes_the_first_family_name_the_person_everywhere()
    {
        var builder = new PeopleCatalogBuilder(NameData.Default);
        foreach (var text in (string[])["La alcaldesa Carmen Ibarra Roldán habló de la ciudad. Carmen Ibarra no dijo más.", "La alcaldesa Carmen Ibarra se fue de la ciudad.", "Es la casa de Carmen Ibarra Roldán, la alcaldesa de la ciudad."])
            builder.Add(null, NameFacts.Of(Finder.Find(text)));

        var person = Assert.Single(builder.Build().People);
        Assert.Equal(["Carmen Ibarra", "Carmen Ibarra Roldán"], person.Aliases.Append(person.Label).Where(name => name.Contains(' ', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
