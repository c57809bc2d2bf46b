using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Model;
using Search.Core.Querying;

namespace Search.Core.Searching;

/// <summary>
/// Decides how a query is read. First as it stands: all of its words. Where that finds little, misspelt words are mended; where it still does,
/// words are given up, the commonest first, until enough is found. Each step is said in words.
/// </summary>
internal sealed class Interpreter
{
    /// <summary>A reading that finds fewer is thin: a first page would be left with gaps.</summary>
    private const int Thin = 30;

    private readonly OpenGeneration generation;
    private readonly FilterSet filters;
    private readonly FirstStage firstStage;
    private readonly int keep;
    private readonly QueryMender mender;
    private readonly Dictionary<DocumentKind, QueryCompiler> compilers;

    /// <param name="generation">The index.</param>
    /// <param name="filters">Documents that may be hits.</param>
    /// <param name="firstStage">Runs the readings.</param>
    /// <param name="keep">How many of the best of a reading to keep.</param>
    public Interpreter(OpenGeneration generation, FilterSet filters, FirstStage firstStage, int keep)
    {
        this.generation = generation;
        this.filters = filters;
        this.firstStage = firstStage;
        this.keep = keep;
        mender = new(generation);
        compilers = new()
        {
            [DocumentKind.Post] = new(generation, DocumentKind.Post),
            [DocumentKind.Quote] = new(generation, DocumentKind.Quote),
        };
    }

    /// <summary>What could not be taken as it was written.</summary>
    public IEnumerable<string> Warnings => compilers.Values.SelectMany(c => c.Warnings).Distinct(StringComparer.Ordinal);

    /// <summary>The query as people mean it: all words wished for together.</summary>
    public Interpretation Read(ParsedQuery parsed)
    {
        var strict = Strict(parsed.Root);
        var hits = Hits(strict);
        if (hits >= Thin || !parsed.Root.Wanted.Any())
            return strict;
        var mended = Mended(parsed, strict, hits);
        var enough = mended.Root.Wanted.Count() <= Relaxation.AllMeant ? 1 : Thin;
        var read = Hits(mended) >= enough ? mended : new Relaxation(generation, filters, firstStage, compilers, keep).Of(mended);
        return ReferenceEquals(read, strict) ? strict : read with { StrictHits = hits };
    }

    /// <summary>The query as test collections mean it: none of its words is demanded.</summary>
    public Interpretation ReadLoosely(ParsedQuery parsed)
    {
        var mended = mender.Corrected(parsed, findsNothing: false, widens: false, _ => 0);
        return mended is null ? Any(parsed.Root) : And(Any(mended.Root), mended);
    }

    private Interpretation Mended(ParsedQuery parsed, Interpretation asTyped, int hits)
    {
        var mended = mender.Completed(parsed) ?? mender.Corrected(parsed, hits == 0, widens: true, root => Hits(Strict(root, 0)));
        if (mended is null)
            return asTyped;
        var reading = Strict(mended.Root);
        return hits == 0 || Hits(reading) > hits ? And(reading, mended) : asTyped;
    }

    private static Interpretation And(Interpretation reading, MendedQuery mended) =>
        reading with { DidYouMean = mended.Text, Relaxed = reading.Relaxed is { } said ? $"{mended.Said} {said}" : mended.Said };

    private Interpretation Strict(Sequence root) => Strict(root, keep);

    private Interpretation Strict(Sequence root, int count)
    {
        var (wide, said) = generation.Synonyms.Widened(root);
        Query QueryOf(DocumentKind kind) => compilers[kind].Compile(wide, compilers[kind].WantedParts(wide));
        return new(root, QueryOf, firstStage.Run(QueryOf, count)) { Wide = wide, Relaxed = said };
    }

    private Interpretation Any(Sequence root)
    {
        var (wide, said) = generation.Synonyms.Widened(root);
        Query QueryOf(DocumentKind kind) => compilers[kind].Compile(wide, compilers[kind].WantedParts(wide), anyOfThemIn: AllOf(kind));
        return new(root, QueryOf, firstStage.Run(QueryOf, keep)) { Wide = wide, Relaxed = said };
    }

    private FixedBitSet AllOf(DocumentKind kind) => kind == DocumentKind.Post ? generation.Posts : generation.Quotes;

    private int Hits(Interpretation reading) => filters.Apply(reading.Found.Matched).Cardinality;
}
