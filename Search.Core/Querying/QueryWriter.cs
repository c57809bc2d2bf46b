using System.Globalization;
using System.Text;
using Search.Core.Model;

namespace Search.Core.Querying;

/// <summary>
/// Writes a query tree in the query language, in one form for all spellings of the same query. Parsing what it wrote gives an equal tree
/// and no notices, for every tree that a parser made.
/// </summary>
internal static class QueryWriter
{
    public static string Write(QueryNode node)
    {
        var text = new StringBuilder();
        if (node is Sequence root)
            WriteClauses(text, root);
        else
            WriteNode(text, node);
        return text.ToString();
    }

    private static void WriteClauses(StringBuilder text, Sequence sequence)
    {
        var isFirst = true;
        foreach (var (demand, node) in sequence.Clauses)
        {
            if (!isFirst)
                text.Append(' ');
            isFirst = false;
            var sign = demand == Demand.Excluded ? "-" : demand == Demand.Required && !node.IsStrict ? "+" : "";
            text.Append(sign);
            // Brackets keep "(a AND b) c d …" from being taken for a sentence. Where there are some within, that can't happen, and more would
            // make the tree deeper than it was.
            if (node is And or Or && (sign.Length > 0 || (sequence.Clauses.Count > 1 && !HasBrackets(node))))
                WriteInBrackets(text, node);
            else if (sign.Length > 0 && node is Word { Text: ['+' or '-', ..] } word)
                text.Append('\\').Append(word.Text);
            else
                WriteNode(text, node);
        }
    }

    private static bool HasBrackets(QueryNode node) => node switch
    {
        Sequence => true,
        FieldClause field => NeedsBrackets(field.Value, field),
        Not not => NeedsBrackets(not.Operand, inside: not) || HasBrackets(not.Operand),
        And and => and.Operands.Any(operand => NeedsBrackets(operand, and) || HasBrackets(operand)),
        Or or => or.Operands.Any(operand => NeedsBrackets(operand, or) || HasBrackets(operand)),
        _ => false,
    };

    private static bool NeedsBrackets(QueryNode node, QueryNode inside) => node is Sequence or Or
        || (node is And && inside is not Or) || (node is Everything && inside is FieldClause);

    private static void WriteNode(StringBuilder text, QueryNode node)
    {
        switch (node)
        {
            case Everything:
                text.Append('*');
                break;
            case Word word:
                text.Append(QueryLexer.IsPlainWord(word.Text) ? "" : "\\").Append(word.Text);
                break;
            case Phrase phrase:
                text.Append(QuoteMarks.Quote(phrase.Text));
                break;
            case Prefix prefix:
                text.Append(prefix.Text).Append('*');
                break;
            case Fuzzy fuzzy:
                text.Append(fuzzy.Text).Append('~').Append(fuzzy.MaxEdits.ToString(CultureInfo.InvariantCulture));
                break;
            case KindIs kind:
                text.Append(kind.Kind == DocumentKind.Quote ? "kind:quote" : "kind:post");
                break;
            case DateBound date:
                text.Append(date.Side == DateSide.Before ? "before:" : "after:").Append(date.Written);
                break;
            case FieldClause field:
                text.Append(field.Field.ToString().ToLowerInvariant()).Append(':');
                WriteOperand(text, field.Value, field);
                break;
            case And and:
                WriteJoined(text, and.Operands, " AND ", and);
                break;
            case Or or:
                WriteJoined(text, or.Operands, " OR ", or);
                break;
            case Not not:
                text.Append("NOT ");
                WriteOperand(text, not.Operand, not);
                break;
            case Sequence sequence:
                WriteInBrackets(text, sequence);
                break;
        }
    }

    private static void WriteJoined(StringBuilder text, IReadOnlyList<QueryNode> operands, string joint, QueryNode inside)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            if (i > 0)
                text.Append(joint);
            WriteOperand(text, operands[i], inside);
        }
    }

    private static void WriteOperand(StringBuilder text, QueryNode node, QueryNode inside)
    {
        if (NeedsBrackets(node, inside))
            WriteInBrackets(text, node);
        else
            WriteNode(text, node);
    }

    private static void WriteInBrackets(StringBuilder text, QueryNode node)
    {
        text.Append('(');
        if (node is Sequence sequence)
            WriteClauses(text, sequence);
        else
            WriteNode(text, node);
        text.Append(')');
    }
}
