using Search.Core.Analysis;
using Search.Core.Highlighting;
using Search.Core.Querying;

namespace Search.Core.Searching;

/// <summary>What of a query is to be marked in a text: the stems of its words, its prefixes, its phrases word by word.</summary>
internal sealed class HitTerms(TextAnalysis analysis)
{
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, int Index)> prefixes = [];
    private int count;

    public static HitTerms None { get; } = new(TextAnalysis.English);

    public bool IsEmpty => count == 0;

    public static HitTerms Of(Sequence root, TextAnalysis analysis)
    {
        var terms = new HitTerms(analysis);
        terms.Add(root);
        return terms;
    }

    /// <summary>Places of the query's words in a text, with the number of the word.</summary>
    public TokenMatch[] In(string text)
    {
        var found = new List<TokenMatch>();
        if (IsEmpty || text.Length == 0)
            return [];
        foreach (var token in analysis.Stems(text))
            if (stems.TryGetValue(token.Term, out var index))
                found.Add(new(token.Start, token.End - token.Start, index));
        if (prefixes.Count == 0)
            return [.. found];
        foreach (var token in analysis.Surface(text))
            foreach (var (prefix, index) in prefixes)
                if (token.Term.StartsWith(prefix, StringComparison.Ordinal))
                    found.Add(new(token.Start, token.End - token.Start, index));
        return [.. found.DistinctBy(f => f.Start).OrderBy(f => f.Start)];
    }

    private void Add(QueryNode node)
    {
        switch (node)
        {
            case Word word:
                AddWords(word.Text);
                break;
            case Phrase phrase:
                AddWords(phrase.Text);
                break;
            case Fuzzy fuzzy:
                AddWords(fuzzy.Text);
                break;
            case Prefix prefix:
                if (analysis.Surface(prefix.Text) is [.., var last])
                    prefixes.Add((last.Term, count++));
                break;
            case FieldClause { Field: QueryField.Title } title:
                Add(title.Value);
                break;
            case And and:
                foreach (var operand in and.Operands)
                    Add(operand);
                break;
            case Or or:
                foreach (var operand in or.Operands)
                    Add(operand);
                break;
            case Sequence sequence:
                foreach (var clause in sequence.Clauses)
                    if (clause.Demand != Demand.Excluded)
                        Add(clause.Node);
                break;
        }
    }

    private void AddWords(string text)
    {
        var words = analysis.Surface(text);
        var roots = analysis.Stems(text);
        for (var i = 0; i < words.Count; i++)
            if (!analysis.Language.IsStopWord(words[i].Term) && stems.TryAdd(roots[i].Term, count))
                count++;
    }
}
