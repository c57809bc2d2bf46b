using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Core.Analysis;
using Search.Core.Indexing;
using Search.Core.Querying;
using Search.Core.Text;

namespace Search.Core.Searching;

/// <summary>
/// Turns the values of <c>title:</c> and <c>speaker:</c> into Lucene's form. A title is looked into by stems, names of speakers as they stand; all of the
/// query language but fields may stand in a value.
/// </summary>
internal sealed class FieldCompiler(QueryCompiler compiler, TextAnalysis analysis)
{
    // Of so many words the beginning is so short that no stem is shorter.
    private const int MaxStemmed = 1000;

    /// <summary>Posts whose title has the value; null where it asks for nothing that can be looked for.</summary>
    public Query? Title(QueryNode value) => InField(value, leaf => leaf switch
    {
        Word word => TitleWords(analysis.Stems(word.Text).Select(s => s.Term)),
        Phrase phrase => compiler.PhraseOf(phrase.Text, IndexFields.Title, stems: true),
        Prefix prefix => TitlePrefix(prefix.Text),
        Fuzzy fuzzy => compiler.FuzzyOf(fuzzy, IndexFields.Title),
        _ => null,
    });

    private static Query? TitleWords(IEnumerable<string> stems) => QueryCompiler.Join([.. stems.Select(s => new TermQuery(new Term(IndexFields.Title, s)))], Occur.MUST);

    // The field has stems. That of a word that begins so begins so too, or is shorter than what was typed.
    private Query? TitlePrefix(string text)
    {
        if (analysis.Surface(text) is not [.., var last] words)
            return null;
        var begins = new BooleanQuery(disableCoord: true) { { QueryCompiler.Unscored(new PrefixQuery(new Term(IndexFields.Title, last.Term))), Occur.SHOULD } };
        foreach (var stem in compiler.TermsThatBegin(last.Term).Take(MaxStemmed).SelectMany(t => analysis.Stems(t.Term)).Select(s => s.Term).Where(s => !s.StartsWith(last.Term, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
            begins.Add(new TermQuery(new Term(IndexFields.Title, stem)), Occur.SHOULD);
        return TitleWords(words.SkipLast(1).SelectMany(w => analysis.Stems(w.Term)).Select(s => s.Term)) is { } before ? QueryCompiler.Conjunction([before, begins]) : begins;
    }

    /// <summary>Quotes by those whom the value names; null where it asks for nothing that can be looked for.</summary>
    public Query? Speaker(QueryNode value) => InField(value, leaf => leaf switch
    {
        Word word => SpeakerNamed(word.Text),
        Phrase phrase => SpeakerNamed(phrase.Text),
        Prefix prefix => SpeakerPrefix(prefix.Text),
        Fuzzy fuzzy => compiler.FuzzyOf(fuzzy, IndexFields.SpeakerWords),
        _ => null,
    });

    private Query? SpeakerPrefix(string text)
    {
        if (analysis.Surface(text) is not [.., var last] words)
            return null;
        var before = words.SkipLast(1).Select(w => (Query)new TermQuery(new Term(IndexFields.SpeakerWords, w.Term)));
        return QueryCompiler.Unscored(QueryCompiler.Conjunction([.. before, new PrefixQuery(new Term(IndexFields.SpeakerWords, last.Term))]));
    }

    private Query? SpeakerNamed(string text)
    {
        var words = analysis.Surface(text);
        if (words.Count == 0)
            return null;
        return new BooleanQuery(disableCoord: true)
        {
            { QueryCompiler.Unscored(new TermQuery(new Term(IndexFields.Speaker, Slug.Of(text)))), Occur.SHOULD },
            { QueryCompiler.Unscored(QueryCompiler.Conjunction([.. words.Select(w => new TermQuery(new Term(IndexFields.SpeakerWords, w.Term)))])), Occur.SHOULD },
        };
    }

    private static Query? InField(QueryNode value, Func<QueryNode, Query?> leaf) => value switch
    {
        And and => QueryCompiler.Join([.. and.Operands.Select(o => InField(o, leaf)).OfType<Query>()], Occur.MUST),
        Or or => QueryCompiler.Join([.. or.Operands.Select(o => InField(o, leaf)).OfType<Query>()], Occur.SHOULD),
        Not not => InField(not.Operand, leaf) is { } operand ? QueryCompiler.Excluding(operand) : null,
        Sequence sequence => QueryCompiler.SequenceOf(sequence, node => InField(node, leaf)),
        _ => leaf(value),
    };
}
