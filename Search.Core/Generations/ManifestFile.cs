namespace Search.Core.Generations;

/// <summary>One file of a generation, as it was when the generation was named.</summary>
/// <param name="Name">Relative to the generation's folder, parts joined with <c>/</c>.</param>
/// <param name="Length">In bytes.</param>
/// <param name="XxHash128">XXH128 of the content, 32 lower-case hexadecimal digits: it finds broken disks, not forgers.</param>
public sealed record ManifestFile(string Name, long Length, string XxHash128);
