using Search.Core.Quotes;
using Xunit;

namespace Search.Tests.Quotes;

/// <summary>Quotations in languages other than English: their marks, their dashes, their verbs and phrases before a source.</summary>
public class OtherLanguagesTests
{
    private const string Spanish = "El embalse de Alcorcillo perdió otros cuatro metros en el mes de febrero, y no hay agua para la huerta. La ingeniera Lucía Domenech estudia el caso con su equipo.";
    private const string French = "La gare de Lormeuil est fermée depuis le mois de juin, et les voyageurs ont perdu leurs guichets. La directrice Hélène Garnier était dans la salle avec le maire.";
    private const string German = "Die Brücke über den Fluss bleibt bis zum Herbst gesperrt, und der Bus kann nicht mehr in das Dorf. Die Bauamtsleiterin Sabine Kröger war mit dem Rat auf der Baustelle.";

    private const string Italian = "Il porto di Malvera è chiuso da giugno, e i pescatori non hanno più il mercato del pesce. L’assessora Paola Contarini era nella sala con il sindaco.";
    private const string Portuguese = "O porto de Vilar está fechado desde junho, e os pescadores não têm onde vender o peixe. A vereadora Paula Antunes estava na sala com o presidente.";

    [Theory]
    [InlineData("«No hay agua para todo el verano», dijo Lucía Domenech.")]
    [InlineData("“No hay agua para todo el verano”, explicó a este diario la ingeniera Lucía Domenech.")]
    [InlineData("Según Domenech, «no hay agua para todo el verano».")]
    [InlineData("De acuerdo con Lucía Domenech, «no hay agua para todo el verano».")]
    [InlineData("Para Domenech, “no hay agua para todo el verano”.")]
    [InlineData("La jefa de obras, Lucía Domenech, recordó que “no hay agua para todo el verano”.")]
    [InlineData("—No hay agua para todo el verano —dijo Lucía Domenech.")]
    [InlineData("«No hay agua —dijo Domenech— para todo el verano».")]
    public void A_Spanish_speaker_is_found(string paragraph) => Assert.Equal("Lucía Domenech", Written.Quote(Spanish, paragraph).SpeakerName);

    [Theory]
    [InlineData("« Nous ne pouvons plus payer les agents », a déclaré Hélène Garnier.")]
    [InlineData("« Nous ne pouvons plus payer les agents », s’est indignée la directrice, Hélène Garnier.")]
    [InlineData("Selon Garnier, « nous ne pouvons plus payer les agents ».")]
    [InlineData("D’après Hélène Garnier, « nous ne pouvons plus payer les agents ».")]
    [InlineData("Pour Garnier, « nous ne pouvons plus payer les agents ».")]
    [InlineData("« Nous ne pouvons plus payer les agents », explique-t-elle.")]
    [InlineData("« Nous, ajoute Mme Garnier, ne pouvons plus payer. »")]
    [InlineData("— Nous ne pouvons plus payer les agents, dit Hélène Garnier.")]
    public void A_French_speaker_is_found(string paragraph) => Assert.Equal("Hélène Garnier", Written.Quote(French, paragraph).SpeakerName);

    [Theory]
    [InlineData("„Wir müssen jetzt ganz neu rechnen“, sagte Bauamtsleiterin Sabine Kröger.")]
    [InlineData("»Wir müssen jetzt ganz neu rechnen«, klagte Kröger.")]
    [InlineData("Laut Kröger „müssen wir jetzt ganz neu rechnen“.")]
    [InlineData("Nach Angaben von Bauamtsleiterin Sabine Kröger „müssen wir jetzt ganz neu rechnen“.")]
    [InlineData("„Wir müssen jetzt ganz neu rechnen“, so Kröger weiter.")]
    [InlineData("Wie Kröger erklärte, „müssen wir jetzt ganz neu rechnen“.")]
    [InlineData("Sie fügte hinzu: „Wir müssen jetzt ganz neu rechnen.“")]
    public void A_German_speaker_is_found(string paragraph) => Assert.Equal("Sabine Kröger", Written.Quote(German, paragraph).SpeakerName);

    [Theory]
    [InlineData("«La banchina va rifatta entro l’anno», ha detto l’assessora Paola Contarini.")]
    [InlineData("«La banchina va rifatta entro l’anno», spiega Contarini.")]
    [InlineData("Secondo Contarini «la banchina va rifatta entro l’anno».")]
    [InlineData("Per Contarini “la banchina va rifatta entro l’anno”.")]
    [InlineData("Contarini, che però ha aggiunto: «La banchina va rifatta entro l’anno».")]
    [InlineData("“La banchina”, ha sottolineato Contarini, “va rifatta entro la fine dell’anno”.")]
    [InlineData("– La banchina va rifatta entro l’anno – ha dichiarato Paola Contarini.")]
    public void An_Italian_speaker_is_found(string paragraph) => Assert.Equal("Paola Contarini", Written.Quotes(Italian, paragraph)[^1].SpeakerName);

    [Theory]
    [InlineData("“O cais tem de ser refeito este ano”, disse a vereadora Paula Antunes.")]
    [InlineData("«O cais tem de ser refeito este ano», explica Antunes.")]
    [InlineData("Segundo Antunes, “o cais tem de ser refeito este ano”.")]
    [InlineData("De acordo com Paula Antunes, «o cais tem de ser refeito este ano».")]
    [InlineData("Para Antunes, “o cais tem de ser refeito este ano”.")]
    [InlineData("Ela acrescentou depois: “O cais tem de ser refeito este ano”.")]
    [InlineData("“O cais da vila velha”, sublinhou Antunes, “tem de ser refeito este ano”.")]
    [InlineData("— O cais tem de ser refeito este ano — declarou Paula Antunes.")]
    public void A_Portuguese_speaker_is_found(string paragraph) => Assert.Equal("Paula Antunes", Written.Quotes(Portuguese, paragraph)[^1].SpeakerName);

    [Fact]
    public void Speech_that_a_dash_opens_stands_beside_marked_words()
    {
        var quotes = Written.Quotes(Portuguese, "— Nunca vamos assinar um acordo desses — declarou Paula Antunes. Segundo Antunes, «a negociação está fechada e não reabre».");

        Assert.Equal(["Nunca vamos assinar um acordo desses", "a negociação está fechada e não reabre"], quotes.Select(quote => quote.Text));
    }

    [Fact]
    public void A_verb_without_a_subject_goes_on_with_the_speaker_before_it()
    {
        var quotes = Written.Quotes(Spanish, "“No hay agua para todo el verano”, dijo Lucía Domenech. Y añadió: “Tenemos que aprender a vivir con menos”.");

        Assert.Equal(["Lucía Domenech", "Lucía Domenech"], quotes.Select(quote => quote.SpeakerName));
    }

    [Fact]
    public void Speech_between_dashes_goes_on_behind_the_remark()
    {
        var quotes = Written.Quotes(Spanish, "—No vamos a dejar morir los árboles —dijo Lucía Domenech—. Nadie los va a cortar nunca.");

        Assert.Equal(["No vamos a dejar morir los árboles", "Nadie los va a cortar nunca."], quotes.Select(quote => quote.Text));
        Assert.All(quotes, quote => Assert.Equal("Lucía Domenech", quote.SpeakerName));
    }

    [Fact]
    public void A_paragraph_that_a_dash_opens_is_no_speech_where_nobody_says_it() =>
        Assert.Empty(Written.Quotes(Spanish, "—El agua de la huerta de la familia y de los vecinos"));
}
