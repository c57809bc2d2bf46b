using Search.Core.Model;

namespace Search.Core.People;

/// <summary>One reading of a document: the buffers that are used again, and the order of the steps.</summary>
internal sealed class NameReading
{
    private const int MostBufferedTokens = 1 << 18;
    private const string FieldBreak = "\n\n";

    private readonly NameData _data;
    private readonly OwnersNames _owned;
    private readonly Vocabulary _vocabulary;
    private readonly NameTokenizer _tokenizer;
    private readonly List<NameToken> _tokens = [];
    private readonly List<NameCandidate> _candidates = [];

    public NameReading(NameData data, OwnersNames owned)
    {
        _data = data;
        _owned = owned;
        _vocabulary = new Vocabulary(data);
        _tokenizer = new NameTokenizer(_vocabulary);
    }

    public DocumentNames Read(string text) => ReadFields(text, text.Length, text.Length);

    /// <summary>The title stands behind the text, so that names in it are tied to the full names of the text.</summary>
    public DocumentNames Read(Post post)
    {
        var excerpt = post.Excerpt ?? "";
        var all = string.Concat(post.Text, FieldBreak, post.Title, excerpt.Length > 0 ? FieldBreak + excerpt : "");
        var names = ReadFields(all, post.Text.Length, post.Text.Length + FieldBreak.Length + post.Title.Length);
        var bylines = new List<NameParts>(names.Bylines);
        foreach (var byline in post.Bylines)
            bylines.AddRange(ParseAll(byline));
        if (post.Author is { } author)
            bylines.AddRange(ParseAll(author));
        var people = new List<LocalPerson>(names.People);
        foreach (var tag in post.Tags.Concat(post.Categories).Distinct(StringComparer.Ordinal))
            if (Parse(TagNames.NameOf(tag), 1.9) is { IsFull: true } name)
                people.Add(new LocalPerson { Name = name, Forms = [new NameForm(name, 1)], Fields = NameField.Tag, Points = 1 });
        foreach (var person in post.People)
            if (Parse(person, -10) is { } name)
                people.Add(new LocalPerson { Name = name, Forms = [new NameForm(name, 1)], Fields = NameField.Record, Points = 5 });
        return names with { Bylines = bylines.DistinctBy(b => b.Key).ToList(), People = people };
    }

    /// <summary>A name that stands by itself, where its form has at least so many points; null otherwise.</summary>
    public NameParts? Parse(string name, double leastPoints)
    {
        if (name.Length is 0 or > 200)
            return null;
        Candidates(name);
        if (_candidates.Count == 0)
            return null;
        var candidate = _candidates[0];
        if (candidate.Form < leastPoints || candidate.Has(CandidateFlags.Fragment) || candidate.End < _tokens.Count)
            return null;
        for (var i = 0; i < candidate.Outer; i++)
            if (!_tokens[i].Is(NameTraits.Title | NameTraits.Role | NameTraits.RoleModifier | NameTraits.Demonym | NameTraits.Place))
                return null;
        return new NamePartsReader(name, _tokens).Read(candidate);
    }

    // "Ann Lee and Bob Fox, Associated Press"
    private List<NameParts> ParseAll(string byline)
    {
        var found = new List<NameParts>();
        if (byline.Length is 0 or > 400)
            return found;
        Candidates(byline);
        var parts = new NamePartsReader(byline, _tokens);
        foreach (var candidate in _candidates)
            if (candidate.Words > 1 && candidate.Form >= (found.Count == 0 && candidate.Outer == 0 ? 0.2 : 1.5))
                found.Add(parts.Read(candidate));
        return found;
    }

    private void Candidates(string text)
    {
        _tokens.Clear();
        _candidates.Clear();
        _vocabulary.BeginText();
        _tokenizer.Read(text, _tokens);
        var phrases = new PhraseReader(text, _tokens, _vocabulary, null);
        var parser = new NameParser(_data, _vocabulary, null, _tokens, _candidates);
        var at = 0;
        while (phrases.Next(ref at))
            parser.Read(phrases);
    }

    private DocumentNames ReadFields(string text, int textEnd, int titleEnd)
    {
        _tokens.Clear();
        _candidates.Clear();
        _vocabulary.BeginText();
        _tokenizer.Read(text, _tokens);
        var foreign = ForeignText.Of(_tokens, _vocabulary);
        foreign?.Mark(text, _tokens, _vocabulary);
        LineShapes.Mark(_tokens);
        var phrases = new PhraseReader(text, _tokens, _vocabulary, foreign);
        var parser = new NameParser(_data, _vocabulary, foreign, _tokens, _candidates);
        var at = 0;
        while (phrases.Next(ref at))
            parser.Read(phrases);
        var context = new ContextReader(text, _vocabulary, _tokens);
        foreach (ref var candidate in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_candidates))
            context.Weigh(ref candidate);
        if (!_owned.IsEmpty)
            _owned.Apply(_vocabulary, _tokens, _candidates);
        BylineLines.Mark(_vocabulary, _tokens, _candidates);
        var parts = new NamePartsReader(text, _tokens);
        var clusters = new NameClusters(_data, _vocabulary, _tokens, _candidates, parts, foreign is { HasTwoFamilyNames: true });
        clusters.Gather();
        var names = new NamesWriter(_data, text, textEnd, titleEnd, _vocabulary, _tokens, _candidates, clusters).Write();
        var signed = new List<NameParts>();
        foreach (var candidate in _candidates)
            if (candidate.Has(CandidateFlags.Byline) && candidate.Words > 1)
                signed.Add(parts.Read(candidate));
        if (signed.Count > 0)
            names = names with { Bylines = signed };
        if (_tokens.Capacity > MostBufferedTokens)
        {
            _tokens.Clear();
            _tokens.TrimExcess();
            _candidates.Clear();
            _candidates.TrimExcess();
        }
        return names;
    }
}
