namespace Search.Core.StaticSearch;

/// <summary>What has other names.</summary>
/// <param name="Key">Its words, parted by blanks.</param>
/// <param name="Names">Its other names, with the places of the documents that have those of several words.</param>
/// <param name="Labelled">Places of the documents that are labelled with it.</param>
internal sealed record OtherNamed(string Key, IReadOnlyList<(string Name, List<int>? Documents)> Names, List<int> Labelled);
