using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Core.Analysis;
using Search.Core.Indexing;
using Search.Core.Querying;
using Search.Core.Text;

namespace Search.Core.Searching;

/// <summary>
/// Turns a query tree into Lucene's form, as strict as asked for. Words are looked for by their stem in the ranked field, phrases and
/// prefixes as they stand.
/// </summary>
internal sealed class QueryCompiler(OpenGeneration generation)
{
    /// <summary>Most terms that <c>word~</c> may stand for; the nearest and most frequent are taken.</summary>
    private const int MaxFuzzyTerms = 50;

    private readonly List<string> warnings = [];

    /// <summary>What could not be taken as it was written.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The wanted parts of a query that ask for anything at all, with what each looks for.</summary>
    public List<WantedPart> WantedParts(Sequence root)
    {
        var parts = new List<WantedPart>();
        foreach (var node in root.Wanted)
            if (Compile(node) is { } query)
                parts.Add(new(node, query, IsStopWord(node)));
        // Function words are only wished for, unless there is nothing else.
        if (parts.Count > 0 && parts.TrueForAll(p => p.IsStopWord) && !root.Required.Any())
            return [.. parts.Select(p => p with { IsStopWord = false })];
        return parts;
    }

    /// <summary>
    /// The whole query. Of the demanded parts (those that are no function words) at least <paramref name="atLeast"/> must match.
    /// </summary>
    public Query Compile(Sequence root, IReadOnlyList<WantedPart> wanted, int atLeast)
    {
        var query = new BooleanQuery(disableCoord: true);
        var demands = false;
        foreach (var node in root.Required)
            if (Compile(node) is { } required)
            {
                query.Add(required, Occur.MUST);
                demands = true;
            }
        var demanded = wanted.Where(w => !w.IsStopWord).ToList();
        if (demanded.Count > 0)
        {
            if (atLeast >= demanded.Count)
                foreach (var part in demanded)
                    query.Add(part.Query, Occur.MUST);
            else
            {
                var some = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = Math.Max(1, atLeast) };
                foreach (var part in demanded)
                    some.Add(part.Query, Occur.SHOULD);
                query.Add(some, Occur.MUST);
            }
            demands = true;
        }
        foreach (var part in wanted.Where(w => w.IsStopWord))
            query.Add(part.Query, Occur.SHOULD);
        AddNearness(query, root, wanted);
        foreach (var node in root.Excluded)
            if (Compile(node) is { } excluded)
                query.Add(excluded, Occur.MUST_NOT);
        if (!demands)
            query.Add(new ConstantScoreQuery(new MatchAllDocsQuery()) { Boost = 0 }, Occur.MUST);
        return query;
    }

    /// <summary>Null where the node asks for nothing that can be looked for, such as a lone dash.</summary>
    private Query? Compile(QueryNode node) => node switch
    {
        Word word => Words(word.Text),
        Phrase phrase => PhraseOf(phrase.Text, IndexFields.Prose, stems: false),
        Prefix prefix => PrefixOf(prefix.Text),
        Fuzzy fuzzy => FuzzyOf(fuzzy),
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

    private static Query? Words(string text)
    {
        var stems = TextAnalysis.Stems(text);
        return stems.Count switch
        {
            0 => null,
            1 => new TermQuery(new Term(IndexFields.Ranked, stems[0].Term)),
            _ => Conjunction([.. stems.Select(s => s.Term).Distinct(StringComparer.Ordinal).Select(s => new TermQuery(new Term(IndexFields.Ranked, s)))]),
        };
    }

    private static Query? PhraseOf(string text, string field, bool stems)
    {
        var tokens = stems ? TextAnalysis.Stems(text) : TextAnalysis.Surface(text);
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
        foreach (var stem in TextAnalysis.Stems(text).Select(t => t.Term).Distinct(StringComparer.Ordinal))
            query.Add(new TermQuery(new Term(IndexFields.Ranked, stem)), Occur.SHOULD);
        return query;
    }

    private static Query? PrefixOf(string text)
    {
        var words = TextAnalysis.Surface(text);
        if (words.Count == 0)
            return null;
        var query = new BooleanQuery(disableCoord: true);
        foreach (var word in words.SkipLast(1))
            query.Add(Words(word.Term)!, Occur.MUST);
        // The word itself ranks above those that only begin like it.
        var last = new BooleanQuery(disableCoord: true)
        {
            { new PrefixQuery(new Term(IndexFields.Words, words[^1].Term)), Occur.MUST },
            { Words(words[^1].Term)!, Occur.SHOULD },
        };
        query.Add(last, Occur.MUST);
        return query;
    }

    private static Query? FuzzyOf(Fuzzy fuzzy)
    {
        var words = TextAnalysis.Surface(fuzzy.Text);
        if (words.Count == 0)
            return null;
        return Conjunction([.. words.Select(w => (Query)new FuzzyQuery(new Term(IndexFields.Words, w.Term), fuzzy.MaxEdits, 0, MaxFuzzyTerms, transpositions: true))]);
    }

    private Query? Field(FieldClause clause) => clause.Field switch
    {
        QueryField.Title => Title(clause.Value),
        QueryField.Speaker => Speaker(clause.Value),
        QueryField.Tag => Labelled(generation.Tags, clause.Value),
        QueryField.Category => Labelled(generation.Categories, clause.Value),
        _ => Labelled(generation.People, clause.Value),
    };

    private Query Labelled(LabelledColumn column, QueryNode value) =>
        SliceFilter.Query(new LabelSearch(column, warnings.Add).Documents(value, generation.Live));

    private static Query? Title(QueryNode value) => InField(value, text =>
    {
        var stems = TextAnalysis.Stems(text);
        return stems.Count == 0 ? null : Conjunction([.. stems.Select(s => new TermQuery(new Term(IndexFields.Title, s.Term)))]);
    }, text => PhraseOf(text, IndexFields.Title, stems: true));

    private static Query? Speaker(QueryNode value) => InField(value, SpeakerNamed, SpeakerNamed);

    private static Query? SpeakerNamed(string text)
    {
        var words = TextAnalysis.Surface(text);
        if (words.Count == 0)
            return null;
        return new BooleanQuery(disableCoord: true)
        {
            { Unscored(new TermQuery(new Term(IndexFields.Speaker, Slug.Of(text)))), Occur.SHOULD },
            { Unscored(Conjunction([.. words.Select(w => new TermQuery(new Term(IndexFields.SpeakerWords, w.Term)))])), Occur.SHOULD },
        };
    }

    private static Query? InField(QueryNode value, Func<string, Query?> words, Func<string, Query?> phrase) => value switch
    {
        Word word => words(word.Text),
        Phrase quoted => phrase(quoted.Text),
        Prefix prefix => words(prefix.Text),
        Fuzzy fuzzy => words(fuzzy.Text),
        And and => Join([.. and.Operands.Select(o => InField(o, words, phrase)).OfType<Query>()], Occur.MUST),
        Or or => Join([.. or.Operands.Select(o => InField(o, words, phrase)).OfType<Query>()], Occur.SHOULD),
        Not not => InField(not.Operand, words, phrase) is { } operand ? Excluding(operand) : null,
        Sequence sequence => SequenceOf(sequence, node => InField(node, words, phrase)),
        _ => null,
    };

    private Query? Joined(IReadOnlyList<QueryNode> nodes, Occur occur) => Join([.. nodes.Select(Compile).OfType<Query>()], occur);

    private Query? All(IReadOnlyList<QueryNode> nodes) => Joined(nodes, Occur.MUST);

    private Query? Any(IReadOnlyList<QueryNode> nodes) => Joined(nodes, Occur.SHOULD);

    private Query? AllBut(QueryNode node) => Compile(node) is { } query ? Excluding(query) : null;

    private Query? Nested(Sequence sequence) => SequenceOf(sequence, Compile);

    private static BooleanQuery? SequenceOf(Sequence sequence, Func<QueryNode, Query?> compile)
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

    private Query Dates(DateBound bound) => SliceFilter.Query(bound.Side == DateSide.Before
        ? generation.Days.Between(null, bound.Day == DateOnly.MinValue ? bound.Day : bound.Day.AddDays(-1))
        : generation.Days.Between(bound.Day, null));

    // What stands in the query's order, close together, is more likely what was meant. Never decides what matches.
    private void AddNearness(BooleanQuery query, Sequence root, IReadOnlyList<WantedPart> wanted)
    {
        var text = string.Join(' ', wanted.Select(w => w.Node).OfType<Word>().Select(w => w.Text));
        var stems = TextAnalysis.Stems(text);
        if (stems.Count is < 2 or > 12 || root.Clauses.Count > 32)
            return;
        var title = new PhraseQuery { Slop = 1, Boost = generation.Profile.TitlePhrase };
        foreach (var stem in stems)
            title.Add(new Term(IndexFields.Title, stem.Term));
        query.Add(title, Occur.SHOULD);
        var prose = new PhraseQuery { Slop = generation.Profile.ProximitySlop, Boost = generation.Profile.Proximity };
        foreach (var word in TextAnalysis.Surface(text))
            prose.Add(new Term(IndexFields.Prose, word.Term));
        query.Add(prose, Occur.SHOULD);
    }

    private static bool IsStopWord(QueryNode node) =>
        node is Word word && TextAnalysis.Surface(word.Text) is [var only] && StopWords.Contains(only.Term);

    private static Query Unscored(Query query) => new ConstantScoreQuery(query) { Boost = 0 };

    private static BooleanQuery Excluding(Query query) => new(disableCoord: true)
    {
        { Unscored(new MatchAllDocsQuery()), Occur.MUST },
        { query, Occur.MUST_NOT },
    };

    private static Query Conjunction(IReadOnlyList<Query> queries) => Join(queries, Occur.MUST)!;

    private static Query? Join(IReadOnlyList<Query> queries, Occur occur)
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
internal sealed record WantedPart(QueryNode Node, Query Query, bool IsStopWord);
