using Lucene.Net.Util;
using Search.Core.Querying;
using Search.Core.Tagging;
using Search.Core.Text;

namespace Search.Core.Searching;

/// <summary>
/// Finds the labels that a value of <c>tag:</c>, <c>category:</c> or <c>person:</c> names: the one with that slug, or else all whose words
/// hold the value's words side by side (<c>person:musk</c> is everyone of that name).
/// </summary>
internal sealed class LabelSearch(LabelledColumn column, Action<string> warn)
{
    /// <summary>Documents with the labels that a value names.</summary>
    public FixedBitSet Documents(QueryNode value, FixedBitSet live)
    {
        switch (value)
        {
            case Word word:
                return Named(word.Text);
            case Phrase phrase:
                return Named(phrase.Text);
            case Prefix prefix:
                return column.Slugs.DocumentsWithAny(Ordinals(slug => HasWords(slug, Slug.Of(prefix.Text), asPrefix: true)));
            case Fuzzy fuzzy:
                return column.Slugs.DocumentsWithAny(Ordinals(slug => HasWordsNear(slug, Slug.Of(fuzzy.Text), fuzzy.MaxEdits)));
            case And and:
                return Combine(and.Operands, live, all: true);
            case Or or:
                return Combine(or.Operands, live, all: false);
            case Not not:
                return Without(live, Documents(not.Operand, live));
            case Sequence sequence:
                var kept = Combine([.. sequence.Clauses.Where(c => c.Demand != Demand.Excluded).Select(c => c.Node)], live, all: true);
                foreach (var excluded in sequence.Excluded)
                    kept.AndNot(Documents(excluded, live));
                return kept;
            default:
                return live.Clone();
        }
    }

    private FixedBitSet Named(string text)
    {
        var slug = Slug.Of(text);
        var exact = column.OrdinalOf(slug);
        if (exact >= 0)
            return column.Slugs.DocumentsWithAny([exact]);
        var found = slug.Length == 0 ? [] : Ordinals(candidate => HasWords(candidate, slug, asPrefix: false));
        if (found.Count == 0)
            warn($"Nothing is labelled “{text}”.");
        return column.Slugs.DocumentsWithAny(found);
    }

    private List<int> Ordinals(Func<string, bool> matches)
    {
        var found = new List<int>();
        for (var ordinal = 0; ordinal < column.Slugs.Count; ordinal++)
            if (matches(column.Slugs.SlugOf(ordinal)))
                found.Add(ordinal);
        return found;
    }

    private static bool HasWords(string slug, string words, bool asPrefix)
    {
        for (var at = slug.IndexOf(words, StringComparison.Ordinal); at >= 0; at = slug.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || slug[at - 1] == '-') && (asPrefix || end == slug.Length || slug[end] == '-'))
                return true;
        }
        return false;
    }

    // The words side by side, each at most so many edits away.
    private static bool HasWordsNear(string slug, string words, int edits)
    {
        var (all, sought) = (slug.Split('-'), words.Split('-'));
        for (var at = 0; words.Length > 0 && at + sought.Length <= all.Length; at++)
            if (sought.Select((word, i) => EditDistance.Between(all[at + i], word, edits) <= edits).All(near => near))
                return true;
        return false;
    }

    private FixedBitSet Combine(IReadOnlyList<QueryNode> nodes, FixedBitSet live, bool all)
    {
        var combined = all ? live.Clone() : new FixedBitSet(live.Length);
        foreach (var node in nodes)
        {
            if (all)
                combined.And(Documents(node, live));
            else
                combined.Or(Documents(node, live));
        }
        return combined;
    }

    private static FixedBitSet Without(FixedBitSet all, FixedBitSet some)
    {
        var rest = all.Clone();
        rest.AndNot(some);
        return rest;
    }
}
