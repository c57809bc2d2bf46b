using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Core.Analysis;
using Search.Core.Indexing;

namespace Search.Core.Searching;

/// <summary>
/// Words that the collection has in one piece and in two, with a hyphen or a blank: <c>email</c> and <c>e-mail</c>, <c>cooperate</c> and <c>co-operate</c>,
/// <c>covid19</c> and <c>covid-19</c>. Only where the first part is short and no function word, or a number follows letters: <c>car pet</c> would be rarer than
/// its sense, but <c>some times</c> and <c>over time</c> are not <c>sometimes</c> and <c>overtime</c>.
/// </summary>
internal sealed class CompoundForms(IndexReader reader, TextAnalysis analysis)
{
    /// <summary>Of so many texts that have it in one piece one at least must have it in two: fewer are slips of the pen (<c>li brary</c>).</summary>
    private const int OneIn = 20;

    private const int MostFirst = 3;
    private const int LeastSecond = 3;

    private readonly IndexSearcher searcher = new(reader);

    /// <summary>The other form of a word, or of two parted by a blank; null where no text has it, and for anything else.</summary>
    /// <param name="key">Words as they are searched.</param>
    public string? OtherOf(string key)
    {
        if (key.IndexOf(' ', StringComparison.Ordinal) is not (>= 0 and var blank))
            return Cuts(key).Select(cut => key.Insert(cut, " ")).FirstOrDefault(apart => AreTogether(apart, key));
        var joined = key.Remove(blank, 1);
        return !joined.Contains(' ', StringComparison.Ordinal) && Cuts(joined).Contains(blank) && IsKnown(joined) && AreTogether(key, joined) ? joined : null;
    }

    /// <summary>Both forms of all words that have two.</summary>
    public IEnumerable<string> All()
    {
        var terms = MultiFields.GetTerms(reader, IndexFields.Words)?.GetEnumerator();
        while (terms?.MoveNext() == true)
            if (terms.Term.Utf8ToString() is var word && OtherOf(word) is { } apart)
            {
                yield return word;
                yield return apart;
            }
    }

    private IEnumerable<int> Cuts(string word)
    {
        for (var cut = 1; cut < word.Length; cut++)
            if (char.IsLetter(word[cut - 1]) && char.IsDigit(word[cut]) && !word.AsSpan(cut).ContainsAnyExceptInRange('0', '9'))
                yield return cut;
            else if (cut <= MostFirst && word.Length - cut >= LeastSecond && char.IsLetter(word[cut]) && !analysis.Language.IsStopWord(word[..cut]) && !analysis.Language.IsStopWord(word[cut..]))
                yield return cut;
    }

    private bool IsKnown(string word) => TextsWith(word) > 0;

    private int TextsWith(string word) => reader.DocFreq(new Term(IndexFields.Words, word));

    private bool AreTogether(string words, string joined)
    {
        var parts = words.Split(' ');
        var least = Math.Max(1, (TextsWith(joined) + OneIn - 1) / OneIn);
        if (!Array.TrueForAll(parts, part => TextsWith(part) >= least))
            return false;
        return searcher.Search(ProsePhrase.Of(analysis, words), 1).TotalHits >= least;
    }
}
