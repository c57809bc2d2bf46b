using Search.Core.Ingestion;
using Xunit;

namespace Search.Tests.Ingestion;

/// <summary>Which other names keep their words from being mended.</summary>
public sealed class SpellingFileTests
{
    [Theory]
    [InlineData("Maud Feris", "Maud Ferris", true)]
    [InlineData("Abel Garrido Mrales", "Abel Garrido Morales", true)]
    [InlineData("Ferris", "Maud Ferris", false)]
    [InlineData("Maudie Ferris", "Maud Ferris", false)]
    [InlineData("Countess of Lovelace", "Ada Lovelace", false)]
    public void A_name_that_is_nearly_the_usual_one_is_a_slip_of_it(string alias, string name, bool isSlip) => Assert.Equal(isSlip, SpellingFile.IsSlipOf(alias, name));
}
