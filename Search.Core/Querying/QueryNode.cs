using Search.Core.Model;

namespace Search.Core.Querying;

/// <summary>A stretch of the query's text, in UTF-16 code units.</summary>
internal readonly record struct QuerySpan(int Start, int Length)
{
    public int End => Start + Length;

    public static QuerySpan Of(int start, int end) => new(start, end - start);
}

/// <summary>
/// A part of a query as its writer meant it, before any analysis: immutable, each with its place in the text. Leaves hold the words as
/// typed; one may well yield several terms (<c>AT&amp;T</c>, a URL) or none (<c>–</c>), and one that yields none must not count against a document.
/// </summary>
internal abstract record QueryNode(QuerySpan Span)
{
    /// <summary>True where a bare mention already demands a match, because the writer used syntax to say so.</summary>
    public virtual bool IsStrict => true;

    /// <summary>The canonical form in the query language; parsing it gives an equal tree.</summary>
    public sealed override string ToString() => QueryWriter.Write(this);
}

/// <summary>Every document: <c>*</c>.</summary>
internal sealed record Everything(QuerySpan Span) : QueryNode(Span)
{
    public override bool IsStrict => false;
}

/// <summary>What stood between two blanks or brackets.</summary>
internal sealed record Word(string Text, QuerySpan Span) : QueryNode(Span)
{
    public override bool IsStrict => false;
}

/// <summary>Words to be found side by side as they stand, stop words included; no stemming needed, no typos allowed.</summary>
/// <param name="Text">What stood between the quotation marks, trimmed.</param>
/// <param name="Span">With the marks.</param>
internal sealed record Phrase(string Text, QuerySpan Span) : QueryNode(Span);

/// <summary>Any word that begins so: <c>nor*</c>.</summary>
/// <param name="Text">Without the star; holds at least <see cref="QueryLimits.MinPrefixLetters"/> letters or digits.</param>
/// <param name="Span">With the star.</param>
internal sealed record Prefix(string Text, QuerySpan Span) : QueryNode(Span)
{
    public override bool IsStrict => false;
}

/// <summary>Any word at most so many edits away: <c>word~</c>.</summary>
/// <param name="Text">Without the tilde.</param>
/// <param name="MaxEdits">1 or 2; where the writer gave no number, 1 up to eight letters and 2 from nine on.</param>
/// <param name="Span">With the tilde.</param>
internal sealed record Fuzzy(string Text, int MaxEdits, QuerySpan Span) : QueryNode(Span)
{
    public override bool IsStrict => false;
}

/// <summary>Fields that a value can be asked of by name.</summary>
internal enum QueryField
{
    Title,
    Tag,
    Category,
    Person,
    Speaker,
}

/// <summary>A value in one field. In <see cref="QueryField.Title"/> it is text; in the others it names a label, by slug or as people write it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Words, phrases and what joins them; never another field, kind or date.</param>
/// <param name="Span">With the field's name.</param>
internal sealed record FieldClause(QueryField Field, QueryNode Value, QuerySpan Span) : QueryNode(Span);

/// <summary>Posts or quotes only.</summary>
internal sealed record KindIs(DocumentKind Kind, QuerySpan Span) : QueryNode(Span);

/// <summary>Which side of a date.</summary>
internal enum DateSide
{
    /// <summary>Strictly before the day.</summary>
    Before,

    /// <summary>On the day or after it.</summary>
    After,
}

/// <summary>Dated before <see cref="Day"/> begins, or not before it begins. Of a year or a month, the day is its first.</summary>
/// <param name="Side">Which side.</param>
/// <param name="Day">In the site's zone.</param>
/// <param name="Written">As typed: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</param>
/// <param name="Span">With the field's name.</param>
internal sealed record DateBound(DateSide Side, DateOnly Day, string Written, QuerySpan Span) : QueryNode(Span);

/// <summary>All of them; at least two.</summary>
internal sealed record And(IReadOnlyList<QueryNode> Operands, QuerySpan Span) : QueryNode(Span);

/// <summary>Any of them; at least two.</summary>
internal sealed record Or(IReadOnlyList<QueryNode> Operands, QuerySpan Span) : QueryNode(Span);

/// <summary>What does not match the operand. Stands only as an operand of <see cref="And"/> and <see cref="Or"/>; in a sequence it is <see cref="Demand.Excluded"/>.</summary>
internal sealed record Not(QueryNode Operand, QuerySpan Span) : QueryNode(Span);

/// <summary>How much a part of a sequence is asked for.</summary>
internal enum Demand
{
    /// <summary>A plain word: asked for, but the first to be given up where nothing has all of them.</summary>
    Wanted,

    /// <summary>Marked with <c>+</c>, or strict by its nature: a phrase, a field, a date, AND, OR.</summary>
    Required,

    /// <summary>Marked with <c>-</c> or NOT.</summary>
    Excluded,
}

/// <summary>A part of a sequence with its demand.</summary>
internal readonly record struct Clause(Demand Demand, QueryNode Node);

/// <summary>
/// Parts side by side, without an operator between them: what people mostly type. As the root its wanted parts may be relaxed; deeper
/// down, inside AND, OR, NOT, a field or <c>+( )</c>, all that are not excluded are required. One that only excludes matches all the rest.
/// </summary>
internal sealed record Sequence(IReadOnlyList<Clause> Clauses, QuerySpan Span) : QueryNode(Span)
{
    public override bool IsStrict => false;

    public IEnumerable<QueryNode> Wanted => With(Demand.Wanted);

    public IEnumerable<QueryNode> Required => With(Demand.Required);

    public IEnumerable<QueryNode> Excluded => With(Demand.Excluded);

    private IEnumerable<QueryNode> With(Demand demand) => Clauses.Where(clause => clause.Demand == demand).Select(clause => clause.Node);
}
