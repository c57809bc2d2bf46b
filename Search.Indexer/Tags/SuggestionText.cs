using System.Globalization;
using Search.Core.Searching;

namespace Search.Indexer.Tags;

/// <summary>Suggestions for a draft as lines for the terminal.</summary>
internal static class SuggestionText
{
    public static void Write(TagSuggestAnswer answer, TextWriter output)
    {
        List("Tags", answer.Tags, output);
        List("Categories", answer.Categories, output);
        List("People", answer.People, output);
    }

    private static void List(string name, IReadOnlyList<SuggestedLabel> labels, TextWriter output)
    {
        output.WriteLine(name);
        if (labels.Count == 0)
            output.WriteLine("  none");
        foreach (var label in labels)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {label.Score:0.00}  {label.Label}  ({label.Reason})"));
    }
}
