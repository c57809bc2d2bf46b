using System.Globalization;
using Search.Core.Quotes;

namespace Search.Bench.Evaluation;

/// <summary>
/// Counts of a finder of quotations against labelled ones: how many of the labelled are found, how many of the found are labelled, and for how many of
/// those the speaker is right.
/// </summary>
public sealed class QuoteScore
{
    public int Labelled { get; private set; }

    public int Found { get; private set; }

    public int Matched { get; private set; }

    /// <summary>Matched quotations whose label names a speaker that counts.</summary>
    public int SpeakersAsked { get; private set; }

    public int SpeakersRight { get; private set; }

    public double Precision => Found == 0 ? 1 : (double)Matched / Found;

    public double Recall => Labelled == 0 ? 1 : (double)Matched / Labelled;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double SpeakerAccuracy => SpeakersAsked == 0 ? 1 : (double)SpeakersRight / SpeakersAsked;

    /// <summary>Adds a document's counts.</summary>
    public void Add(int labelled, int found, int matched)
    {
        Labelled += labelled;
        Found += found;
        Matched += matched;
    }

    /// <summary>Adds a matched quotation's speaker.</summary>
    public void AddSpeaker(bool right)
    {
        SpeakersAsked++;
        SpeakersRight += right ? 1 : 0;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"P {Precision:F3} ({Matched}/{Found})  R {Recall:F3} ({Matched}/{Labelled})  F1 {F1:F3}  speaker {SpeakerAccuracy:F3} ({SpeakersRight}/{SpeakersAsked})");

    /// <summary>The last word of a name without Jr., II and the like, folded: what two spellings of one person share.</summary>
    public static string Surname(string? name)
    {
        if (name is null)
            return "";
        var words = QuoteKey.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = words.Length - 1;
        while (last > 0 && words[last] is "jr" or "sr" or "ii" or "iii" or "iv")
            last--;
        return last < 0 ? "" : words[last];
    }

    /// <summary>True where two words for an outlet, an office or a document share a word that says something.</summary>
    public static bool ShareWord(string? a, string? b)
    {
        if (a is null || b is null)
            return false;
        var words = Telling(a);
        return words.Overlaps(Telling(b));
    }

    private static HashSet<string> Telling(string text) =>
        QuoteKey.Of(text).Split(' ').Where(w => w.Length > 2 && w is not ("the" or "and" or "for" or "his" or "her" or "who" or "news")).ToHashSet(StringComparer.Ordinal);
}
