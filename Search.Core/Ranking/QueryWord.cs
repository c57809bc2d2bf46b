namespace Search.Core.Ranking;

/// <summary>A word of a query as the second stage looks for it.</summary>
/// <param name="Surface">Folded, as typed.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Idf">How much it tells; 0 for function words, which count for phrases and titles only.</param>
/// <param name="Place">Its place among the words of the query; words with others between them are further apart.</param>
/// <param name="StemIsWord">False where the stem is a function word (that of <c>having</c>): as it stands it is another word.</param>
internal readonly record struct QueryWord(string Surface, string Stem, float Idf, int Place, bool StemIsWord = true);
