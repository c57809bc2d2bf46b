using System.Buffers;

namespace Search.Core.Querying;

/// <summary>
/// Pairs of quotation marks in one text, straight, curly, low, angled and corner ones, found in time linear in the text: that a mark is
/// never closed is known without looking for it again. Single quotation marks are apostrophes and no pairs.
/// </summary>
internal sealed class QuoteMarks
{
    private static readonly SearchValues<char> HighClosers = SearchValues.Create("\"”＂");
    private static readonly SearchValues<char> LowClosers = SearchValues.Create("\"”＂“");
    private static readonly SearchValues<char> Right = SearchValues.Create("»");
    private static readonly SearchValues<char> Left = SearchValues.Create("«");
    private static readonly SearchValues<char> Corner = SearchValues.Create("」");
    private static readonly SearchValues<char> WhiteCorner = SearchValues.Create("』");

    private readonly string _text;
    private readonly int _lastHigh;
    private readonly int _lastLow;
    private readonly int _lastRight;
    private readonly int _lastLeft;
    private readonly int _lastCorner;
    private readonly int _lastWhiteCorner;

    public QuoteMarks(string text)
    {
        _text = text;
        _lastHigh = text.AsSpan().LastIndexOfAny(HighClosers);
        _lastLow = text.AsSpan().LastIndexOfAny(LowClosers);
        _lastRight = text.LastIndexOf('»');
        _lastLeft = text.LastIndexOf('«');
        _lastCorner = text.LastIndexOf('」');
        _lastWhiteCorner = text.LastIndexOf('』');
    }

    /// <summary>True for a mark that can begin a phrase.</summary>
    public static bool CanOpen(char c) => c is '"' or '“' or '”' or '„' or '‟' or '＂' or '«' or '»' or '「' or '『';

    /// <summary>True for a mark that does nothing but begin a phrase, so that one without an end was left open and did not merely stray in.</summary>
    public static bool OnlyOpens(char c) => CanOpen(c) && c is not ('”' or '»');

    /// <summary>Offset of the mark that ends what the one at <paramref name="open"/> begins; -1 where there is none.</summary>
    public int Close(int open)
    {
        var from = open + 1;
        var (closers, last) = _text[open] switch
        {
            '„' or '‟' => (LowClosers, _lastLow),
            '«' => (Right, _lastRight),
            '»' => (Left, _lastLeft),
            '「' => (Corner, _lastCorner),
            '『' => (WhiteCorner, _lastWhiteCorner),
            _ => (HighClosers, _lastHigh),
        };
        return last < from ? -1 : from + _text.AsSpan(from).IndexOfAny(closers);
    }

    /// <summary>The phrase in a pair of marks that does not end inside it.</summary>
    public static string Quote(string phrase)
    {
        if (phrase.AsSpan().IndexOfAny(HighClosers) < 0)
            return $"\"{phrase}\"";
        foreach (var pair in (string[])["«»", "»«", "「」", "『』"])
            if (!phrase.Contains(pair[1]))
                return $"{pair[0]}{phrase}{pair[1]}";
        // No parser yields such a phrase: whatever pair it stood in does not occur within.
        return $"\"{phrase.Replace('"', ' ').Replace('”', ' ').Replace('＂', ' ')}\"";
    }
}
