using System.Text;

namespace Search.Core.Text;

/// <summary>
/// The word lists that come with the program, as sections of lines: <c>[section]</c> opens one, <c>#</c> a remark. Those that several rooms
/// rest on (given names, ordinary words) lie in this room; a room's own lie with it.
/// </summary>
internal static class WordLists
{
    /// <summary>Given names of many languages; the section says which gender a name usually has.</summary>
    public const string GivenNames = "Text.Words.given-names";

    /// <summary>Short forms and spellings of given names; the section says which (see <see cref="GivenForms"/>).</summary>
    public const string Nicknames = "Text.Words.nicknames";

    /// <summary>Titles before a name; the section says whose, and whether they are ordinary words as well.</summary>
    public const string Titles = "Text.Words.titles";

    /// <summary>Before the code of a language: its small words, verbs of saying and phrases before a source.</summary>
    public const string Languages = "Text.Languages.";

    /// <summary>Ordinary words.</summary>
    public const string Words = "Text.Words.words";

    /// <param name="list">The list's place under <c>Search.Core</c>, with stops: <c>Text.Words.words</c>.</param>
    /// <returns>Lines with the section that they stand in; the empty section before the first.</returns>
    public static IEnumerable<(string Section, string Line)> Read(string list)
    {
        var resource = $"Search.Core.{list}.txt";
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The word list {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[' && line[^1] == ']')
                section = line[1..^1];
            else
                yield return (section, line);
        }
    }
}
