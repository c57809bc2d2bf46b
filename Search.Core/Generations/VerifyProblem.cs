namespace Search.Core.Generations;

/// <summary>One thing that is wrong with a generation.</summary>
/// <param name="Path">Full path of the file or folder.</param>
/// <param name="Reason">In words, such as "its checksum does not match".</param>
public sealed record VerifyProblem(string Path, string Reason);
