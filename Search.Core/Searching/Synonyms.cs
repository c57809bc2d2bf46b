using Lucene.Net.Index;
using Search.Core.Analysis;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.Querying;
using Search.Core.Tagging;

namespace Search.Core.Searching;

/// <summary>
/// Other names of what a query names: all those that the site's owner declares in <c>tags.yml</c> and <c>people.yml</c>, and of the rest what an acronym
/// stands for (<c>SCOTUS</c>), and words that are written in one piece and in two (<c>email</c>, <c>e-mail</c>). What is found by another name counts as well, and the answer says which. A name that two things share means neither. Words
/// that are marked with a sign, quoted or joined by operators are left as they are.
/// </summary>
internal sealed class Synonyms
{
    private const int MaxWords = 8;

    // Spellings of one thing that are looked for, the most frequent first.
    private const int MaxNames = 5;

    // Of a shorter name nobody can say what it means.
    private const int MinNameChars = 2;

    private readonly IndexReader reader;
    private readonly TextAnalysis analysis;
    private readonly CompoundForms compounds;

    // By the words of a name; null where it is the name of several.
    private readonly Dictionary<string, Named?> byWords = new(StringComparer.Ordinal);

    public Synonyms(IndexReader reader, TextAnalysis analysis, TagCatalog tags, IEnumerable<PersonEntry> people)
    {
        this.reader = reader;
        this.analysis = analysis;
        compounds = new(reader, analysis);
        foreach (var tag in tags.Tags)
            if (tag.Kind is not (TagKind.Heading or TagKind.Other) || tag.Authoritative)
                // What stands below every post says nothing of any.
                Add(tag.Boilerplate ? null : (QueryField.Tag, tag.Slug), tag.Label, [.. tag.Aliases.Select(a => a.Text)], tag.Authoritative);
        foreach (var person in people)
            Add((QueryField.Person, person.Slug), person.Label, person.Aliases, person.Declared);
    }

    /// <returns>The query with the other names beside those in it, and what that means in words; null where there are none.</returns>
    public (Sequence Root, string? Said) Widened(Sequence root)
    {
        List<Clause>? clauses = null;
        var said = new List<string>();
        for (var at = root.Clauses.Count - 1; at >= 0; at--)
            for (var first = Math.Max(0, at - MaxWords + 1); first <= at; first++)
                if (Widened(clauses ?? root.Clauses, first, at - first + 1, said) is { } wide)
                {
                    clauses ??= [.. root.Clauses];
                    clauses.RemoveRange(first, at - first + 1);
                    clauses.Insert(first, new(Demand.Wanted, wide));
                    at = first;
                    break;
                }
        said.Reverse();
        return clauses is null ? (root, null) : (root with { Clauses = clauses }, string.Join(' ', said));
    }

    private Or? Widened(IReadOnlyList<Clause> clauses, int first, int count, List<string> said)
    {
        var words = new List<Word>();
        for (var i = first; i < first + count; i++)
        {
            if (clauses[i] is not { Demand: Demand.Wanted, Node: Word word })
                return null;
            words.Add(word);
        }
        var span = QuerySpan.Of(words[0].Span.Start, words[^1].Span.End);
        var typed = string.Join(' ', words.Select(w => w.Text));
        if (KeyOf(typed) is not { } key || IsFunctionWord(key, typed))
            return null;
        if (OthersOf(key) is not { } others)
            return null;
        said.Add($"“{others.Spoken}” counts for “{typed}” as well.");
        QueryNode asTyped = words.Count == 1 ? words[0] : new And([.. words], span);
        var nodes = others.Names.Select(n => n.Contains(' ', StringComparison.Ordinal) ? (QueryNode)new Phrase(n, span) : new Word(n, span)).Prepend(asTyped);
        return new([.. others.Labelled is { } label ? nodes.Append(new FieldClause(label.Field, new Word(label.Slug, span), span)) : nodes], span);
    }

    // "who" is the World Health Organization in capitals only.
    private bool IsFunctionWord(string key, string typed) => analysis.Language.IsStopWord(key) && typed.Any(char.IsLower);

    /// <summary>All that has other names, by its words as they are searched, parted by blanks.</summary>
    public IEnumerable<(string Key, OtherNames Others)> All() =>
        byWords.Keys.Concat(LetterNames.All).Concat(compounds.All()).Distinct(StringComparer.Ordinal).Select(key => (key, Others: OthersOf(key))).Where(found => found.Others is not null).Select(found => (found.key, found.Others!));

    private OtherNames? OthersOf(string key)
    {
        if (byWords.GetValueOrDefault(key) is not { } named)
            return (LetterNames.OtherOf(key) is { } letter && IsKnown(letter) ? letter : compounds.OtherOf(key)) is { } other ? new(other, [other], null) : null;
        var names = named.Names.Where(n => KeyOf(n) != key && IsKnown(n)).ToList();
        var all = new OtherNames(KeyOf(named.Label) == key && names.Count > 0 ? names[0] : named.Label, names, named.Labelled);
        if (all.LabelTerm is { } term && reader.DocFreq(term) == 0)
            all = all with { Labelled = null };
        return names.Count == 0 && all.Labelled is null ? null : all;
    }

    private void Add((QueryField Field, string Slug)? labelled, string label, IReadOnlyList<string> aliases, bool isDeclared)
    {
        List<string>? names = null;
        foreach (var alias in aliases.Prepend(label).Where(a => !SaysWhichOne(a)))
            foreach (var (name, stands) in NamesIn(alias))
                if ((isDeclared || stands) && name.Length >= MinNameChars && KeyOf(name) is { } key)
                {
                    names ??= NamesOf(label, aliases);
                    // A label of one other name only, such as an acronym known by nothing else, widens nothing.
                    if (byWords.TryGetValue(key, out var known))
                        byWords[key] = known is not null && known.Label == label ? known : null;
                    else
                        byWords.Add(key, new(labelled, label, names));
                }
    }

    // "Luna (moon)": a common word in brackets says which of several; without it the name may be any of them.
    private static bool SaysWhichOne(string alias) => alias.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && open + 1 < alias.Length && char.IsLower(alias[open + 1]);

    // A name as it stands, and the acronym in brackets behind it, each with whether it is one that stands for a longer name.
    private static IEnumerable<(string Name, bool StandsForLonger)> NamesIn(string alias)
    {
        var bracket = TagBracket.Cut(alias);
        // RFK, and RFK Jr as well.
        var words = bracket.Rest.Split(' ');
        yield return (bracket.Rest, Acronym.IsWritten(words[0]) && (words.Length == 1 || (words.Length == 2 && words[1].TrimEnd('.') is "Jr" or "Sr" or "II" or "III")));
        if (bracket.Acronym is { } acronym && Acronym.Fits(acronym, TagWords.Key(bracket.Rest)))
            yield return (acronym, true);
    }

    private List<string> NamesOf(string label, IReadOnlyList<string> aliases) =>
    [
        .. aliases.Prepend(label)
            .Where(a => !SaysWhichOne(a))
            .Select(a => TagBracket.Cut(a).Rest)
            .Where(n => n.Length >= MinNameChars)
            .DistinctBy(KeyOf, StringComparer.Ordinal)
            .Take(MaxNames),
    ];

    // Only what has all of its words can be found by it.
    private bool IsKnown(string name) => analysis.Surface(name).TrueForAll(w => reader.DocFreq(new Term(IndexFields.Words, w.Term)) > 0);

    private string? KeyOf(string name)
    {
        var words = analysis.Surface(name);
        return words.Count is 0 or > MaxWords ? null : string.Join(' ', words.Select(w => w.Term));
    }

    /// <summary>What else is looked for.</summary>
    /// <param name="Spoken">What it is called.</param>
    /// <param name="Names">Words, and phrases.</param>
    /// <param name="Labelled">The tag or person that it is; null for neither.</param>
    internal sealed record OtherNames(string Spoken, IReadOnlyList<string> Names, (QueryField Field, string Slug)? Labelled)
    {
        /// <summary>The term of the documents that are labelled with it; null where it is no label.</summary>
        public Term? LabelTerm => Labelled is { } label ? new(label.Field == QueryField.Tag ? IndexFields.Tag : IndexFields.Person, label.Slug) : null;
    }

    /// <summary>What has several names.</summary>
    private sealed record Named((QueryField Field, string Slug)? Labelled, string Label, IReadOnlyList<string> Names);
}
