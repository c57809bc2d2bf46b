using System.Globalization;
using Search.Core.Querying;

namespace Search.Tests.Querying;

/// <summary>
/// A query tree in one line, as the case files spell it; spans are left out.
/// </summary>
internal static class QueryTree
{
    public static string Describe(ParsedQuery query) => query.AsksForEverything ? "everything" : Clauses(query.Root);

    private static string Clauses(Sequence sequence) => string.Join(' ', sequence.Clauses.Select(clause => clause.Demand switch
    {
        Demand.Wanted => "want:",
        Demand.Required => "must:",
        _ => "not:",
    } + Describe(clause.Node)));

    private static string Describe(QueryNode node) => node switch
    {
        Everything => "everything",
        Word word => word.Text,
        Phrase phrase => $"“{phrase.Text}”",
        Prefix prefix => $"prefix({prefix.Text})",
        Fuzzy fuzzy => $"fuzzy({fuzzy.Text} {fuzzy.MaxEdits})",
        FieldClause field => $"{field.Field.ToString().ToLowerInvariant()}({Describe(field.Value)})",
        KindIs kind => $"kind({kind.Kind.ToString().ToLowerInvariant()})",
        DateBound date => $"{date.Side.ToString().ToLowerInvariant()}({date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})",
        And and => $"and({string.Join(' ', and.Operands.Select(Describe))})",
        Or or => $"or({string.Join(' ', or.Operands.Select(Describe))})",
        Not not => $"not({Describe(not.Operand)})",
        Sequence sequence => $"[{Clauses(sequence)}]",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "A new kind of node needs a description here"),
    };

    /// <summary>All nodes, the root included.</summary>
    public static IEnumerable<QueryNode> Nodes(QueryNode root)
    {
        yield return root;
        var children = root switch
        {
            FieldClause field => [field.Value],
            And and => and.Operands,
            Or or => or.Operands,
            Not not => [not.Operand],
            Sequence sequence => sequence.Clauses.Select(clause => clause.Node),
            _ => Enumerable.Empty<QueryNode>(),
        };
        foreach (var node in children.SelectMany(Nodes))
            yield return node;
    }
}
