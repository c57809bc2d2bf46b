using Search.Core.Model;

namespace Search.Core.Highlighting;

/// <summary>
/// Finds the passage of a text that says best why it was found: whole sentences where they fit, the more of the query's terms the better,
/// the rarer and the closer together the better, and the earlier of two that are equal. Time is linear in the blocks around the matches.
/// </summary>
/// <remarks>
/// <code>
/// sentences:  s1 [ s2 s3 ] s4      A window of neighbours, at most maxChars wide, slides over the sentences. Its score: the weights of
///             s1   s2 [ s3 s4 ]    the different terms in it, and how close different terms stand. A step adds what comes in and takes
///                                  away what goes out, so each match is touched twice.
/// </code>
/// </remarks>
internal sealed class PassageFinder
{
    // Fixed point, so that what was added can be taken away again without a remainder.
    private const int One = 1024;

    // Two words this far apart are half as close as neighbours.
    private const int HalfwayChars = 8;

    private readonly string _text;
    private readonly int _maxChars;
    private readonly List<PassageUnit> _units;
    private readonly List<TokenMatch> _matches = [];

    /// <summary>Index of the first match of each unit; of the one behind the last unit, their number.</summary>
    private readonly int[] _firstMatch;

    private readonly long[] _weights = new long[TokenMatch.MaxTerms];
    private readonly int[] _counts = new int[TokenMatch.MaxTerms];
    private long _terms;
    private int _different;
    private long _closeness;

    private PassageFinder(string text, TokenMatch[] matches, int maxChars, List<PassageUnit> units)
    {
        _text = text;
        _maxChars = maxChars;
        _units = units;
        _firstMatch = new int[units.Count + 1];
        var next = 0;
        for (var u = 0; u < units.Count; u++)
        {
            _firstMatch[u] = _matches.Count;
            for (; next < matches.Length && matches[next].Start < units[u].End; next++)
                if (matches[next].Start >= units[u].Start)
                    _matches.Add(matches[next]);
        }
        _firstMatch[^1] = _matches.Count;
        foreach (var match in _matches)
            _weights[TermOf(match)] = Math.Max(_weights[TermOf(match)], WeightOf(match));
    }

    /// <summary>The best passage; the beginning of the prose where nothing matches.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Its blocks, in order; none for a text that is one paragraph.</param>
    /// <param name="matches">What the query found, in any order.</param>
    /// <param name="maxChars">Longest passage, in UTF-16 code units; at least 20.</param>
    public static Snippet Best(string text, IReadOnlyList<TextBlock> blocks, ReadOnlySpan<TokenMatch> matches, int maxChars) =>
        Best(text, blocks, matches, maxChars, 1) is [var only, ..] ? only : Snippet.Empty;

    /// <summary>
    /// The best passages in the order of the text, each at most <paramref name="maxChars"/> long and each further one for terms that the others lack.
    /// </summary>
    public static IReadOnlyList<Snippet> Best(string text, IReadOnlyList<TextBlock> blocks, ReadOnlySpan<TokenMatch> matches, int maxChars, int maxPassages)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChars, 20);
        var ordered = TokenMatch.InOrder(text, matches);
        var units = PassageUnit.Around(text, blocks, ordered, maxChars);
        if (units.Count == 0 && ordered.Length > 0)
            (ordered, units) = ([], PassageUnit.Around(text, blocks, [], maxChars));
        return units.Count == 0 ? [] : new PassageFinder(text, ordered, maxChars, units).Choose(maxPassages);
    }

    private List<Snippet> Choose(int maxPassages)
    {
        var chosen = new List<(int First, int Last)>();
        while (chosen.Count < maxPassages && BestWindow(chosen) is { } window)
        {
            window.Last = LastWhole(window);
            window.First = FirstWithContext(window, chosen);
            chosen.Add(window);
            for (var m = _firstMatch[window.First]; m < _firstMatch[window.Last + 1]; m++)
                _weights[TermOf(_matches[m])] = 0;
        }
        if (chosen.Count == 0 && maxPassages > 0)
            chosen.Add((0, LastWhole((0, LastFrom(0, 0)))));
        return [.. chosen.Order().Select(Cut)];
    }

    private (int First, int Last)? BestWindow(List<(int First, int Last)> taken)
    {
        Array.Clear(_counts);
        (_terms, _different, _closeness) = (0, 0, 0);
        (int First, int Last)? best = null;
        long bestScore = 0;
        var last = -1;
        for (var first = 0; first < _units.Count; first++)
        {
            if (last < first)
                Enter(last = first, first);
            while (last + 1 < _units.Count && Fits(first, last, last + 1))
                Enter(++last, first);
            if (_firstMatch[first] < _firstMatch[first + 1] && _different > 0 && !taken.Exists(other => other.First <= last && first <= other.Last))
            {
                // Closeness counts for at most half of a term: another term is always worth more.
                var score = (_terms + Math.Min(_closeness, One) * (_terms / _different) / (2 * One)) * _units[first].Percent;
                if (score > bestScore)
                    (best, bestScore) = ((first, last), score);
            }
            Leave(first, last);
        }
        return best;
    }

    private void Enter(int unit, int first)
    {
        for (var m = _firstMatch[unit]; m < _firstMatch[unit + 1]; m++)
        {
            var term = TermOf(_matches[m]);
            if (_counts[term]++ == 0 && _weights[term] > 0)
            {
                _terms += _weights[term];
                _different++;
            }
            if (m > _firstMatch[first])
                _closeness += Closeness(m - 1);
        }
    }

    private void Leave(int unit, int last)
    {
        for (var m = _firstMatch[unit]; m < _firstMatch[unit + 1]; m++)
        {
            var term = TermOf(_matches[m]);
            if (--_counts[term] == 0 && _weights[term] > 0)
            {
                _terms -= _weights[term];
                _different--;
            }
            if (m + 1 < _firstMatch[last + 1])
                _closeness -= Closeness(m);
        }
    }

    /// <summary>How close a match stands to the next one, where that is another term.</summary>
    private long Closeness(int m)
    {
        var (a, b) = (TermOf(_matches[m]), TermOf(_matches[m + 1]));
        return a == b || _weights[a] == 0 || _weights[b] == 0 ? 0 : One * HalfwayChars / (HalfwayChars + Math.Max(0, _matches[m + 1].Start - _matches[m].End));
    }

    /// <summary>True where the window from <paramref name="first"/> to <paramref name="last"/> reads on over the joint after <paramref name="joint"/> and is not too wide.</summary>
    private bool Fits(int first, int joint, int last) => _units[joint].JoinsNext && _units[last].End - _units[first].Start <= _maxChars;

    private int LastFrom(int first, int last)
    {
        while (last + 1 < _units.Count && Fits(first, last, last + 1))
            last++;
        return last;
    }

    /// <summary>Room that is left goes to what leads up to the match: whole sentences, or the beginning of the match's own.</summary>
    private int FirstWithContext((int First, int Last) window, List<(int First, int Last)> taken)
    {
        var whole = window.First;
        for (var first = window.First; first > 0 && Fits(first - 1, first - 1, window.Last) && !taken.Exists(other => other.Last == first - 1);)
        {
            first--;
            if (_units[first].Sentence == _units[window.First].Sentence || BeginsSentence(first))
                whole = first;
        }
        return whole;
    }

    /// <summary>The last unit without the beginning of a sentence that holds no match and does not end in the window.</summary>
    private int LastWhole((int First, int Last) window)
    {
        var last = window.Last;
        while (last > window.First && !EndsSentence(window.Last) && _units[last].Sentence == _units[window.Last].Sentence)
        {
            if (_firstMatch[last] < _firstMatch[last + 1])
                return window.Last;
            last--;
        }
        return _units[last].Sentence == _units[window.Last].Sentence ? window.Last : last;
    }

    private bool BeginsSentence(int unit) => unit == 0 || _units[unit - 1].Sentence != _units[unit].Sentence;

    private bool EndsSentence(int unit) => unit == _units.Count - 1 || _units[unit + 1].Sentence != _units[unit].Sentence;

    private Snippet Cut((int First, int Last) window)
    {
        var (first, last) = (_units[window.First], _units[window.Last]);
        var matches = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_matches)[_firstMatch[window.First].._firstMatch[window.Last + 1]];
        return Snippet.Of(_text, first.Start, last.End, matches, !first.IsBlockStart, !last.IsBlockEnd);
    }

    private static int TermOf(TokenMatch match) => match.Term % TokenMatch.MaxTerms;

    private static long WeightOf(TokenMatch match) => match.Weight > 0 ? (long)(Math.Min(match.Weight, 1000) * One) : 1;
}
