namespace Search.Core.Generations;

/// <summary>What a verification found: the generation is whole where there is no problem.</summary>
/// <param name="Id">The generation that was checked; null where <c>CURRENT</c> does not say which.</param>
/// <param name="Files">How many files the manifest lists.</param>
/// <param name="Bytes">How many bytes were read and compared with their checksums.</param>
/// <param name="Problems">All of them, in order of the paths.</param>
public sealed record VerifyReport(string? Id, int Files, long Bytes, IReadOnlyList<VerifyProblem> Problems)
{
    public bool IsWhole => Problems.Count == 0;
}
