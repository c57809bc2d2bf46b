using System.Collections.Frozen;

namespace Search.Core.People;

/// <summary>
/// Tells programs, devices, ships, bodies and storms that have a person's name, by what stands beside it: a version, a noun of technology, the kind of
/// vessel or of body (<c>the newspaper Kronika</c>, <c>Kronika newspaper</c>).
/// </summary>
internal static class ThingReader
{
    private const double Against = -3;

    private static readonly FrozenSet<string> Ships = FrozenSet.Create(StringComparer.Ordinal,
        "ship", "brig", "brigantine", "schooner", "barque", "sloop", "frigate", "steamer", "steamship", "whaler", "clipper", "ketch", "yacht", "trawler", "tugboat", "lugger", "galleon", "submarine",
        "destroyer", "cruiser", "battleship", "corvette", "liner", "tanker", "freighter", "lifeboat", "vessel");

    private static readonly FrozenSet<string> ShipTitles = FrozenSet.Create(StringComparer.Ordinal, "lady", "lord", "queen", "princess", "prince", "duchess");

    private static readonly FrozenSet<string> ShipPrefixes = FrozenSet.Create(StringComparer.Ordinal, "ss", "hms", "rms", "uss", "usns", "hmcs", "hmas", "hmnzs", "mv");

    // Whatever stands before them.
    private static readonly FrozenSet<string> Technology = FrozenSet.Create(StringComparer.Ordinal,
        "api", "apis", "sdk", "cli", "plugin", "plugins", "broker", "brokers", "cluster", "clusters", "framework", "runtime", "compiler", "connector", "connectors", "chatbot", "llm");

    // Behind a family name they may be anybody's: "the Porter model".
    private static readonly FrozenSet<string> TechnologyOfGivenNames = FrozenSet.Create(StringComparer.Ordinal,
        "app", "apps", "server", "servers", "client", "clients", "model", "models", "package", "packages", "library", "device", "devices", "skill", "skills", "shortcut", "shortcuts", "assistant", "prompt",
        "prompts", "version", "versions", "instance", "instances", "users", "integration", "extension");

    // Before a name without a comma they say what it is the name of.
    private static readonly FrozenSet<string> Bodies = FrozenSet.Create(StringComparer.Ordinal,
        "newspaper", "daily", "tabloid", "magazine", "agency", "network", "station", "website", "retailer", "airline", "carrier", "carmaker", "automaker", "drugmaker", "toymaker", "steelmaker", "chipmaker", "brewer",
        "lender", "insurer", "supermarket", "charity", "nonprofit", "brand", "label", "militia", "conglomerate", "consultancy", "brokerage", "firm", "company", "startup", "hurricane", "typhoon", "cyclone");

    private static readonly FrozenSet<string> BodiesBehind = FrozenSet.Create(StringComparer.Ordinal,
        "newspaper", "newspapers", "tabloid", "television", "radio", "airline", "airlines", "militants", "gunmen", "insurgents", "guerrillas", "separatists", "rebels", "fighters", "militiamen");

    private static readonly FrozenSet<string> NewsBodies = FrozenSet.Create(StringComparer.Ordinal, "agency", "service", "network", "website", "channel", "site");

    /// <summary>True for the lower-case kind of a vessel, which stands before its name.</summary>
    public static bool IsShip(string folded) => Ships.Contains(folded);

    /// <summary>True for a title that with an article before it and a name of one word behind it is a ship's name.</summary>
    public static bool NamesShips(string folded) => ShipTitles.Contains(folded);

    /// <summary>True for what stands before the name of a ship of a navy or line.</summary>
    public static bool IsShipPrefix(in NameToken token, Vocabulary vocabulary) => token.Shape == WordShape.Upper && token.Word >= 0 && ShipPrefixes.Contains(vocabulary.Folded(token.Word));

    /// <summary>Points against a person: a version right behind the name, and a noun of technology.</summary>
    public static double Points(string text, Vocabulary vocabulary, List<NameToken> tokens, in NameCandidate candidate)
    {
        var at = candidate.End;
        if (at >= tokens.Count || tokens[at - 1].Has(TokenFlags.Possessive) || !tokens[at].Has(TokenFlags.SpaceBefore) || tokens[at].Has(TokenFlags.LineStart))
            return 0;
        // "Opus 4.5 wrote"; behind a name in a list of results stands a time, and nothing or a mark behind that.
        if (tokens[at].Shape == WordShape.Number)
            return IsVersion(text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start)) && at + 1 < tokens.Count && tokens[at + 1].IsLower && !tokens[at + 1].Has(TokenFlags.LineStart) ? Against : 0;
        if (tokens[at].Word < 0 || candidate.Words > 1 && !tokens[candidate.First].Is(NameTraits.Given))
            return 0;
        var noun = vocabulary.Folded(tokens[at].Word);
        return Technology.Contains(noun) || candidate.Words == 1 && tokens[candidate.First].Is(NameTraits.Given) && !tokens[candidate.First].Is(NameTraits.Surname) && TechnologyOfGivenNames.Contains(noun) ? Against : 0;
    }

    /// <summary>Points against a person: the kind of body right before or behind the name. A name that the lists know as one is not doubted, for people own and edit what stands beside them.</summary>
    public static double BodyPoints(Vocabulary vocabulary, List<NameToken> tokens, in NameCandidate candidate)
    {
        var head = tokens[candidate.First];
        if (candidate.Titles != 0 || candidate.Words > 1 && head.Is(NameTraits.Given) || candidate.Words == 1 && head.Is(NameTraits.Given | NameTraits.Surname) && !head.Is(NameTraits.Word | NameTraits.Place))
            return 0;
        var at = candidate.End;
        if (at < tokens.Count && IsWithin(tokens, at) && !tokens[at - 1].Has(TokenFlags.Possessive)
            && (BodiesBehind.Contains(Folded(vocabulary, tokens, at)) || Folded(vocabulary, tokens, at) == "news" && at + 1 < tokens.Count && IsWithin(tokens, at + 1) && NewsBodies.Contains(Folded(vocabulary, tokens, at + 1))))
            return Against;
        at = candidate.Outer - 1;
        // "told the newspaper Wiesner had left": what follows is a sentence of its own.
        return at >= 0 && tokens[at].IsLower && tokens[candidate.Outer].Has(TokenFlags.SpaceBefore) && !tokens[candidate.Outer].Has(TokenFlags.LineStart) && Bodies.Contains(Folded(vocabulary, tokens, at))
            && !(at > 0 && Folded(vocabulary, tokens, at - 1) == "the" && candidate.End < tokens.Count && tokens[candidate.End].Is(NameTraits.Doing | NameTraits.Function)) ? Against : 0;
    }

    private static bool IsWithin(List<NameToken> tokens, int at) => tokens[at].IsLower && tokens[at].Has(TokenFlags.SpaceBefore) && !tokens[at].Has(TokenFlags.LineStart);

    private static string Folded(Vocabulary vocabulary, List<NameToken> tokens, int at) => tokens[at].Word >= 0 ? vocabulary.Folded(tokens[at].Word) : "";

    private static bool IsVersion(ReadOnlySpan<char> number)
    {
        var dot = number.IndexOf('.');
        return dot is 1 or 2 && number.Length - dot is 2 or 3 or 4 or 5 && number.IndexOf(':') < 0 && number.IndexOf(',') < 0;
    }
}
