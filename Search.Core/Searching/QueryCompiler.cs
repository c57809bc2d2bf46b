using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Analysis;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.Postings;
using Search.Core.Querying;

namespace Search.Core.Searching;

/// <summary>
/// Turns a query tree into Lucene's form for one kind of document, as strict as asked for. Words are looked for by their stem in the ranked field of
/// the kind, phrases and prefixes as they stand.
/// </summary>
internal sealed class QueryCompiler(OpenGeneration generation, DocumentKind kind)
{
    /// <summary>Words that <c>word~</c> is looked at for the order of its hits; all within its edits match.</summary>
    private const int MaxFuzzyTerms = 50;

    /// <summary>Words that a prefix is looked at for the order of its hits; all of them match.</summary>
    private const int MaxPrefixTermsSeen = 5000;

    private const int MaxPrefixTermsScored = 24;

    private readonly TextAnalysis analysis = generation.Analysis;
    private readonly string ranked = IndexFields.RankedOf(kind);
    private readonly List<string> warnings = [];

    /// <summary>What could not be taken as it was written.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>
    /// The wanted parts of a query that ask for anything at all, with what each looks for. Function words are no parts: they are wished for, and only
    /// order the hits, unless there is nothing else.
    /// </summary>
    public List<WantedPart> WantedParts(Sequence root)
    {
        var parts = new List<WantedPart>();
        foreach (var node in root.Wanted)
            if (Compile(node) is { } query)
                parts.Add(new(node, query));
        var demanded = parts.FindAll(p => !IsStopWord(p.Node));
        return demanded.Count == 0 && !root.Required.Any() ? parts : demanded;
    }

    /// <summary>The whole query: what is required, and all or any of the wanted parts; of those that are any, only the documents given.</summary>
    public Query Compile(Sequence root, IReadOnlyList<WantedPart> wanted, FixedBitSet? anyOfThemIn = null)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var node in root.Required)
            if (Compile(node) is { } required)
                query.Add(required, Occur.MUST);
        foreach (var part in wanted)
            query.Add(part.Query, anyOfThemIn is null ? Occur.MUST : Occur.SHOULD);
        if (anyOfThemIn is not null)
            query.Add(DocumentsFilter.Query(anyOfThemIn), Occur.MUST);
        if (wanted.Count > 0 && wanted.All(w => IsStopWord(w.Node)))
            AddPhrases(query, wanted);
        foreach (var node in root.Excluded)
            if (Compile(node) is { } excluded)
                query.Add(excluded, Occur.MUST_NOT);
        if (query.Clauses.All(c => c.Occur == Occur.MUST_NOT))
            query.Add(Unscored(new MatchAllDocsQuery()), Occur.MUST);
        return query;
    }

    /// <summary>Null where the node asks for nothing that can be looked for, such as a lone dash.</summary>
    private Query? Compile(QueryNode node) => node switch
    {
        Word word => Words(word.Text),
        Phrase phrase => PhraseOf(phrase.Text, IndexFields.Prose, stems: false),
        Prefix prefix => PrefixOf(prefix.Text),
        Fuzzy fuzzy => FuzzyOf(fuzzy, IndexFields.Words),
        FieldClause field => Field(field),
        KindIs kind => Unscored(new TermQuery(new Term(IndexFields.Kind, LuceneDocuments.KindName(kind.Kind)))),
        DateBound bound => Dates(bound),
        And and => All(and.Operands),
        Or or => Any(or.Operands),
        Not not => AllBut(not.Operand),
        Sequence sequence => Nested(sequence),
        Everything => Unscored(new MatchAllDocsQuery()),
        _ => null,
    };

    // A function word inside a word of several (state-of-the-art) is demanded as it stands.
    private Query? Words(string text)
    {
        var words = analysis.Words(text).DistinctBy(w => w.Stem, StringComparer.Ordinal).ToList();
        return words.Count == 0 ? null : Conjunction([.. words.Select(w => WordOf(w.Surface.Term, w.Stem))]);
    }

    private Query WordOf(string surface, string stem) => analysis.Language.IsStopWord(surface)
        ? Unscored(new TermQuery(new Term(IndexFields.Words, surface)))
        : new TermQuery(new Term(ranked, stem));

    internal Query? PhraseOf(string text, string field, bool stems)
    {
        var tokens = stems ? analysis.Stems(text) : analysis.Surface(text);
        if (tokens.Count == 0)
            return null;
        Query found;
        if (tokens.Count == 1)
            found = new TermQuery(new Term(field, tokens[0].Term));
        else
        {
            var phrase = new PhraseQuery();
            foreach (var token in tokens)
                phrase.Add(new Term(field, token.Term), token.Position);
            found = phrase;
        }
        // The phrase decides what matches; its words, ranked like all others, decide the order.
        var query = new BooleanQuery(disableCoord: true) { { Unscored(found), Occur.MUST } };
        foreach (var (surface, stem) in analysis.Words(text).DistinctBy(w => w.Stem, StringComparer.Ordinal))
            query.Add(WordOf(surface.Term, stem), Occur.SHOULD);
        return query;
    }

    private Query? PrefixOf(string text)
    {
        var words = analysis.Surface(text);
        if (words.Count == 0)
            return null;
        var query = new BooleanQuery(disableCoord: true);
        foreach (var word in words.SkipLast(1))
            if (Words(word.Term) is { } before)
                query.Add(before, Occur.MUST);
        query.Add(Unscored(new PrefixQuery(new Term(IndexFields.Words, words[^1].Term))), Occur.MUST);
        query.Add(Beginnings(words[^1].Term), Occur.SHOULD);
        return query;
    }

    // What decides the order among all that begins so: the most frequent of these words, as each would score if it had been typed.
    private DisjunctionMaxQuery Beginnings(string prefix)
    {
        var found = new PriorityQueue<string, int>();
        foreach (var (term, documents) in TermsThatBegin(prefix))
        {
            found.Enqueue(term, documents);
            if (found.Count > MaxPrefixTermsScored)
                found.Dequeue();
        }
        var any = new DisjunctionMaxQuery(0.1f);
        foreach (var stem in found.UnorderedItems.Select(f => f.Element).Append(prefix).SelectMany(analysis.Stems).Select(t => t.Term).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            any.Add(new TermQuery(new Term(ranked, stem)));
        return any;
    }

    internal IEnumerable<(string Term, int Documents)> TermsThatBegin(string prefix)
    {
        var terms = MultiFields.GetTerms(generation.Reader, IndexFields.Words)?.GetEnumerator();
        var seen = 0;
        for (var more = terms is not null && terms.SeekCeil(new(prefix)) != TermsEnum.SeekStatus.END; more && seen < MaxPrefixTermsSeen; more = terms!.MoveNext(), seen++)
        {
            var term = terms!.Term.Utf8ToString();
            if (!term.StartsWith(prefix, StringComparison.Ordinal))
                yield break;
            yield return (term, terms.DocFreq);
        }
    }

    internal Query? FuzzyOf(Fuzzy fuzzy, string field)
    {
        var words = analysis.Surface(fuzzy.Text);
        return words.Count == 0 ? null : Conjunction([.. words.Select(w => Near(new Term(field, w.Term), fuzzy.MaxEdits))]);
    }

    // All that is spelt nearly so matches; the nearest decide the order.
    private static BooleanQuery Near(Term term, int edits) => new(disableCoord: true)
    {
        { Unscored(new FuzzyQuery(term, edits) { MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE }), Occur.MUST },
        { new FuzzyQuery(term, edits, 0, MaxFuzzyTerms, transpositions: true), Occur.SHOULD },
    };

    private Query? Field(FieldClause clause) => clause.Field switch
    {
        QueryField.Title => new FieldCompiler(this, analysis).Title(clause.Value),
        QueryField.Speaker => new FieldCompiler(this, analysis).Speaker(clause.Value),
        QueryField.Tag => Labelled(generation.Tags, clause.Value),
        QueryField.Category => Labelled(generation.Categories, clause.Value),
        _ => Labelled(generation.People, clause.Value),
    };

    private Query Labelled(LabelledColumn column, QueryNode value) =>
        DocumentsFilter.Query(new LabelSearch(column, warnings.Add).Documents(value, generation.Live));

    private Query? Joined(IReadOnlyList<QueryNode> nodes, Occur occur) => Join([.. nodes.Select(Compile).OfType<Query>()], occur);

    private Query? All(IReadOnlyList<QueryNode> nodes) => Joined(nodes, Occur.MUST);

    private Query? Any(IReadOnlyList<QueryNode> nodes) => Joined(nodes, Occur.SHOULD);

    private Query? AllBut(QueryNode node) => Compile(node) is { } query ? Excluding(query) : null;

    private Query? Nested(Sequence sequence) => SequenceOf(sequence, Compile);

    internal static BooleanQuery? SequenceOf(Sequence sequence, Func<QueryNode, Query?> compile)
    {
        var query = new BooleanQuery(disableCoord: true);
        var demands = false;
        foreach (var clause in sequence.Clauses)
        {
            if (compile(clause.Node) is not { } part)
                continue;
            query.Add(part, clause.Demand == Demand.Excluded ? Occur.MUST_NOT : Occur.MUST);
            demands |= clause.Demand != Demand.Excluded;
        }
        if (query.Clauses.Count == 0)
            return null;
        if (!demands)
            query.Add(Unscored(new MatchAllDocsQuery()), Occur.MUST);
        return query;
    }

    private Query Dates(DateBound bound) => DocumentsFilter.Query(bound.Side == DateSide.Before
        ? generation.Days.Between(null, bound.Day == DateOnly.MinValue ? bound.Day : bound.Day.AddDays(-1))
        : generation.Days.Between(bound.Day, null));

    // Function words alone score nothing by themselves; side by side they do ("The Who", "to be or not to be").
    private void AddPhrases(BooleanQuery query, IReadOnlyList<WantedPart> wanted)
    {
        var words = analysis.Words(string.Join(' ', wanted.Select(w => w.Node).OfType<Word>().Take(16).Select(w => w.Text)));
        foreach (var field in new[] { IndexFields.Title, IndexFields.Prose })
        {
            var phrase = new PhraseQuery();
            foreach (var (surface, stem) in words)
                phrase.Add(new Term(field, field == IndexFields.Title ? stem : surface.Term));
            query.Add(phrase, Occur.SHOULD);
        }
    }

    private bool IsStopWord(QueryNode node) =>
        node is Word word && analysis.Surface(word.Text) is [var only] && analysis.Language.IsStopWord(only.Term);

    internal static Query Unscored(Query query) => new ConstantScoreQuery(query) { Boost = 0 };

    internal static BooleanQuery Excluding(Query query) => new(disableCoord: true)
    {
        { Unscored(new MatchAllDocsQuery()), Occur.MUST },
        { query, Occur.MUST_NOT },
    };

    internal static Query Conjunction(IReadOnlyList<Query> queries) => Join(queries, Occur.MUST)!;

    internal static Query? Join(IReadOnlyList<Query> queries, Occur occur)
    {
        if (queries.Count <= 1)
            return queries.Count == 0 ? null : queries[0];
        var joined = new BooleanQuery(disableCoord: true);
        foreach (var query in queries)
            joined.Add(query, occur);
        return joined;
    }
}

/// <summary>A part of a query that is asked for, and may be given up where nothing has all of them.</summary>
internal sealed record WantedPart(QueryNode Node, Query Query);
