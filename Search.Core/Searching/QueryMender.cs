using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Core.Indexing;
using Search.Core.Querying;
using Search.Core.Suggest;

namespace Search.Core.Searching;

/// <summary>A query in other words.</summary>
/// <param name="Root">The query.</param>
/// <param name="Text">The query as it would be typed; null where no misspelling was mended.</param>
/// <param name="Said">What was done, in words.</param>
internal sealed record MendedQuery(Sequence Root, string? Text, string Said);

/// <summary>
/// Finds what a query may have been meant to be: misspelt words mended, words wrongly joined or parted, a word that is still being typed
/// completed. Only plain words that are wished for are touched: never a phrase, a field, what is marked with a sign, a number, and names and
/// acronyms only where nothing else is found. A word that some document has is never replaced: another one is looked for beside it.
/// </summary>
internal sealed class QueryMender(OpenGeneration generation)
{
    /// <summary>Words of one query that are mended at most.</summary>
    private const int MaxMends = 6;

    /// <summary>Words that are compared for one misspelt one.</summary>
    private const int MaxCandidates = 4;

    /// <summary>Longer queries are pasted texts: none of their words matters so much.</summary>
    private const int MaxWords = 40;

    private const int MinCompletedChars = 2;

    /// <summary>So many letters must be left of a word whose end is given up.</summary>
    private const int MinShortenedChars = 5;

    /// <summary>How much more frequent a neighbour in spelling must be to be looked for beside a word that is known.</summary>
    private const int MuchMoreFrequent = 10;

    /// <summary>A word of so few texts may be a slip of theirs.</summary>
    private const int FewTexts = 2;

    /// <param name="query">The query as it was read.</param>
    /// <param name="findsNothing">True where it found nothing at all.</param>
    /// <param name="widens">True: known words may get another one beside them.</param>
    /// <param name="countOf">How many documents another reading finds: decides between words that are equally near.</param>
    /// <returns>Null where there is nothing to mend.</returns>
    public MendedQuery? Corrected(ParsedQuery query, bool findsNothing, bool widens, Func<Sequence, int> countOf)
    {
        var words = WordsOf(query);
        if (words.Count is 0 or > MaxWords)
            return null;
        var edits = new List<Edit>();
        var typed = words.ConvertAll(w => w.Typed);
        var mended = new HashSet<int>();
        foreach (var mend in generation.Spelling.Mends(typed, findsNothing).Where(m => IsUnknown(words[m.First]) || IsUnknown(words[m.First + m.Count - 1])).Take(MaxMends))
        {
            edits.Add(Replacing(words, mend));
            mended.UnionWith(Enumerable.Range(mend.First, mend.Count));
        }
        for (var i = 0; i < words.Count && edits.Count < MaxMends; i++)
            if (!mended.Contains(i) && (IsUnknown(words[i]) ? Shortened(words[i]) : widens ? Widened(words[i], i) : null) is { } edit)
                edits.Add(edit);
        if (edits.Count == 0)
            return null;
        // From the end, so that the places of the others stay.
        edits.Sort((a, b) => b.First.CompareTo(a.First));
        var root = query.Root;
        var text = query.Text;
        var said = new List<string>();
        foreach (var edit in edits)
        {
            var node = edit.Nodes[0];
            if (edit.Nodes.Count > 1)
                node = edit.Nodes.MaxBy(n => countOf(With(root, words, edit, n)))!;
            root = With(root, words, edit, node);
            var (start, end) = (words[edit.First].Start, words[edit.First + edit.Count - 1].End);
            said.Insert(0, edit.Said(query.Text[start..end], node));
            if (edit.Corrects)
                text = text[..start] + Spoken(node) + text[end..];
        }
        return new(root, edits.Exists(e => e.Corrects) ? text : null, string.Join(' ', said));
    }

    /// <summary>The last word as the beginning of one, where nothing has it as it stands; null where nothing begins so.</summary>
    public MendedQuery? Completed(ParsedQuery query)
    {
        if (WordsOf(query) is not [.., var last] || last.End != query.Text.Length || last.Clause != query.Root.Clauses.Count - 1
            || (last.Typed.Term.Length < MinCompletedChars && !IsCharacter(last.Typed.Term)) || !IsUnknown(last) || !HasPrefix(last.Typed.Term))
            return null;
        var node = (Word)query.Root.Clauses[last.Clause].Node;
        var root = Replaced(query.Root, last.Clause, 1, new Prefix(node.Text, node.Span));
        return new(root, null, $"Nothing has “{node.Text}” as a word; these have words that begin so.");
    }

    // One of Chinese or Japanese is a word or the beginning of one, as no single letter is.
    private static bool IsCharacter(string term) => char.GetUnicodeCategory(term, 0) == System.Globalization.UnicodeCategory.OtherLetter;

    private Edit Replacing(List<PlacedWord> words, Mend mend)
    {
        var span = QuerySpan.Of(words[mend.First].Start, words[mend.First + mend.Count - 1].End);
        IEnumerable<string> texts = mend.Count > 1 || mend.With.IsTwoWords
            ? [mend.With.Text]
            : generation.Spelling.Corrections(words[mend.First].Typed.Term, MaxCandidates).Where(c => c.Typos == mend.With.Typos && !c.IsTwoWords).Select(c => c.Text);
        return new(mend.First, mend.Count, [.. texts.Select(t => (QueryNode)new Word(t, span))], Corrects: true, (typed, node) => $"“{typed}” was read as “{Spoken(node)}”.");
    }

    // The end of a word is what is least sure: zelenski finds what begins with zelensk.
    private Edit? Shortened(PlacedWord word)
    {
        var term = word.Typed.Term;
        if (term.Length <= MinShortenedChars || generation.Spelling.IsExempt(word.Typed) || !HasPrefix(term[..^1]))
            return null;
        return new(word.Number, 1, [new Prefix(term[..^1], QuerySpan.Of(word.Start, word.End))], Corrects: false,
            (typed, _) => $"Nothing has “{typed}”; words that begin with “{term[..^1]}” count for it.");
    }

    private Edit? Widened(PlacedWord word, int number)
    {
        if (generation.Spelling.IsExempt(word.Typed))
            return null;
        var span = QuerySpan.Of(word.Start, word.End);
        if (BesideOf(word.Typed.Term) is not { } other)
            return MayBeASlip(word.Typed.Term) ? Begun(word, number, span) : null;
        QueryNode beside = other.Contains(' ', StringComparison.Ordinal) ? new Phrase(other, span) : new Word(other, span);
        return new(number, 1, [new Or([new Word(word.Typed.Term, span), beside], span)], Corrects: false, (typed, _) => $"“{other}” counts for “{typed}” as well.");
    }

    /// <summary>
    /// What may be looked for beside a known word: a neighbour in spelling that is far more frequent, or the two words that it is made of where texts
    /// have them side by side; null for nothing, and for what is exempt as it stands.
    /// </summary>
    public string? BesideOf(string term)
    {
        if (generation.Spelling.IsExempt(new(term, term)))
            return null;
        var frequency = generation.Spelling.Documents(term);
        foreach (var other in generation.Spelling.Corrections(term, MaxCandidates * 2, mostTypos: 1))
            if (other.IsTwoWords ? PhraseFrequency(other.Text) >= Math.Max(2, frequency) : other.Documents >= (long)MuchMoreFrequent * frequency && !SameStem(other.Text, term))
                return other.Text;
        return null;
    }

    /// <summary>True for a word of so few texts that it may be a slip, where many have words that begin alike: those are looked for beside it.</summary>
    public bool MayBeASlip(string term) =>
        generation.Spelling.Documents(term) is <= FewTexts and var frequency && BegunAlike(term) >= MuchMoreFrequent * Math.Max(1, frequency);

    private static Edit Begun(PlacedWord word, int number, QuerySpan span)
    {
        var prefix = word.Typed.Term[..^1];
        return new(number, 1, [new Or([new Word(word.Typed.Term, span), new Prefix(prefix, span)], span)], Corrects: false,
            (typed, _) => $"Words that begin with “{prefix}” count for “{typed}” as well.");
    }

    // How many texts have other words that begin so but for the last letter.
    private int BegunAlike(string term)
    {
        var terms = term.Length > MinShortenedChars ? MultiFields.GetTerms(generation.Reader, IndexFields.Words)?.GetEnumerator() : null;
        var prefix = term[..^1];
        var texts = 0;
        for (var more = terms is not null && terms.SeekCeil(new(prefix)) != TermsEnum.SeekStatus.END; more; more = terms!.MoveNext())
        {
            var other = terms!.Term.Utf8ToString();
            if (!other.StartsWith(prefix, StringComparison.Ordinal))
                break;
            if (!SameStem(other, term))
                texts += terms.DocFreq;
        }
        return texts;
    }

    private bool SameStem(string a, string b) => StemOf(a) == StemOf(b);

    private int PhraseFrequency(string text)
    {
        var counter = new TotalHitCountCollector();
        generation.Searcher.Search(ProsePhrase.Of(generation.Analysis, text), counter);
        return counter.TotalHits;
    }

    private List<PlacedWord> WordsOf(ParsedQuery query)
    {
        var words = new List<PlacedWord>();
        for (var clause = 0; clause < query.Root.Clauses.Count; clause++)
            if (query.Root.Clauses[clause] is { Demand: Demand.Wanted, Node: Word word })
                foreach (var token in generation.Analysis.Surface(word.Text))
                {
                    var start = word.Span.End - word.Text.Length;
                    words.Add(new(words.Count, clause, new(token.Term, word.Text[token.Start..token.End]), start + token.Start, start + token.End));
                }
        return words;
    }

    // The clause of the words gives way to the new node; of a clause of several words (rock-n-roll) the others stay beside it.
    private static Sequence With(Sequence root, List<PlacedWord> words, Edit edit, QueryNode node)
    {
        var (first, last) = (words[edit.First].Clause, words[edit.First + edit.Count - 1].Clause);
        var others = words.Where(w => w.Clause >= first && w.Clause <= last && (w.Number < edit.First || w.Number >= edit.First + edit.Count))
            .Select(w => (QueryNode)new Word(w.Typed.AsTyped, QuerySpan.Of(w.Start, w.End))).ToList();
        // Several edits in one clause: the later ones are in place already.
        if (others.Count > 0 && root.Clauses[first].Node is not Word)
            return root;
        return Replaced(root, first, last - first + 1, others.Count == 0 ? node : new And([.. others, node], root.Clauses[first].Node.Span));
    }

    private static Sequence Replaced(Sequence root, int first, int count, QueryNode node)
    {
        var clauses = root.Clauses.ToList();
        clauses.RemoveRange(first, count);
        clauses.Insert(first, new(Demand.Wanted, node));
        return root with { Clauses = clauses };
    }

    private static string Spoken(QueryNode node) => node is Word word ? word.Text : node.ToString();

    // An inflected form that no document has is known by its stem.
    private bool IsUnknown(PlacedWord word)
    {
        var term = word.Typed.Term;
        var stem = StemOf(term);
        return generation.Reader.DocFreq(new Term(IndexFields.Words, term)) == 0 && generation.Reader.DocFreq(new Term(IndexFields.Ranked, stem)) == 0
            && generation.Reader.DocFreq(new Term(IndexFields.RankedQuote, stem)) == 0;
    }

    private string StemOf(string term) => generation.Analysis.Stems(term) is [var stem] ? stem.Term : term;

    private bool HasPrefix(string prefix)
    {
        var terms = MultiFields.GetTerms(generation.Reader, IndexFields.Words)?.GetEnumerator();
        return terms is not null && terms.SeekCeil(new(prefix)) != TermsEnum.SeekStatus.END && terms.Term.Utf8ToString().StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>A word of the query with its number, its clause and its place in the text.</summary>
    private readonly record struct PlacedWord(int Number, int Clause, TypedTerm Typed, int Start, int End);

    /// <summary>What is to be put for so many words from one on: one of the nodes.</summary>
    private sealed record Edit(int First, int Count, IReadOnlyList<QueryNode> Nodes, bool Corrects, Func<string, QueryNode, string> Said);
}
