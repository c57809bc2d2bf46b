using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Suggest;

namespace Search.Core.Ingestion;

/// <summary>Makes the list of words that misspellings are told by, from what a generation holds.</summary>
internal static class SpellingFile
{
    /// <summary>The words of the names of a generation's people, without names that are typed for want of knowing better.</summary>
    public static IReadOnlySet<string> NamesIn(string folder) =>
        SpellingIndex.WordsOf(PeopleFile.Read(Path.Combine(folder, PeopleFile.Name)).SelectMany(p => p.Aliases.Where(alias => !IsSlipOf(alias, p.Label)).Prepend(p.Label)));

    /// <param name="folder">Folder of the generation, its documents written.</param>
    /// <param name="names">As <see cref="NamesIn"/> gives them.</param>
    public static void Write(string folder, IReadOnlySet<string> names)
    {
        using var inventory = new IndexInventory(folder);
        // What holds a digit is never mended, and a word of one letter is none.
        var words = inventory.Words().Where(w => w.Term.Length > 1 && w.Term.AsSpan().IndexOfAnyInRange('0', '9') < 0);
        var spelling = SpellingIndex.Build(words, names);
        AtomicFile.Write(Path.Combine(folder, GenerationFileNames.Spelling), spelling.Write);
    }

    /// <summary>True where a word of the alias is nearly one of the name: who types it so may well mean the name as it is usually spelt.</summary>
    internal static bool IsSlipOf(string alias, string name)
    {
        var words = SuggestWords.Of(name).ConvertAll(word => word.Text);
        return SuggestWords.Of(alias).Exists(word => !words.Contains(word.Text) && words.Exists(other => Typos.InWord(word.Text, other, Typos.Budget(word.Text)) != Typos.TooMany));
    }
}
