namespace Search.Core.Postings;

/// <summary>
/// What kind of search a plan comes to. Any and all of some terms have kernels of their own; what only filters is kept apart, since adding
/// nothing changes no sum. Everything else is a tree: first what matches, as bits, then the best of it.
/// </summary>
internal sealed record PlanShape(ShapeKind Kind, IReadOnlyList<TermPlan> Terms, IReadOnlyList<QueryPlan> Filters, IReadOnlyList<QueryPlan> Excluded)
{
    public static PlanShape Of(QueryPlan plan)
    {
        if (plan is TermPlan term)
            return new(ShapeKind.Any, [term], [], []);
        if (plan is not BooleanPlan boolean)
            return Tree(plan);
        var filters = boolean.Required.Where(p => p is ConstantPlan { Value: 0 }).ToList();
        var required = boolean.Required.Where(p => p is not ConstantPlan { Value: 0 }).ToList();
        if (boolean.Optional.Count == 0 && boolean.AtLeast == 0)
        {
            if (required.Count > 0 && required.TrueForAll(p => p is TermPlan))
                return new(required.Count == 1 ? ShapeKind.Any : ShapeKind.All, [.. required.Cast<TermPlan>()], filters, boolean.Excluded);
            // A sum of one part and nothing is that part.
            if (required.Count == 1 && Of(required[0]) is { Kind: not ShapeKind.Tree } inner)
                return inner with { Filters = [.. inner.Filters, .. filters], Excluded = [.. inner.Excluded, .. boolean.Excluded] };
            return Tree(plan);
        }
        var onlyOptional = required.Count == 0 && boolean.Optional.Count > 0 && boolean.AtLeast <= 1 && (filters.Count == 0 || boolean.AtLeast == 1);
        return onlyOptional && boolean.Optional.TrueForAll(p => p is TermPlan)
            ? new(ShapeKind.Any, [.. boolean.Optional.Cast<TermPlan>()], filters, boolean.Excluded)
            : Tree(plan);
    }

    private static PlanShape Tree(QueryPlan plan) => new(ShapeKind.Tree, [.. plan.ScoringTerms()], [], []);
}

/// <summary>See <see cref="PlanShape"/>.</summary>
internal enum ShapeKind
{
    Any,
    All,
    Tree,
}
