namespace Search.Core.Generations;

/// <summary>What pruning did.</summary>
/// <param name="Removed">Ids of the generations that are gone.</param>
/// <param name="InUse">Ids that were due but are leased; the next publish tries again.</param>
/// <param name="Problems">What could not be removed, and why. They never make a publish fail: the new generation is already served.</param>
public sealed record PruneReport(IReadOnlyList<string> Removed, IReadOnlyList<string> InUse, IReadOnlyList<VerifyProblem> Problems);
