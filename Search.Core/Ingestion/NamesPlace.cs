namespace Search.Core.Ingestion;

/// <summary>Where the facts about a document's names stand in <see cref="NamesFile"/>, and the hash of those bytes.</summary>
internal readonly record struct NamesPlace(long Start, int Length, UInt128 Hash);
