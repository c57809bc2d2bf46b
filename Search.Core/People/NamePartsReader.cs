namespace Search.Core.People;

/// <summary>Takes the words of a candidate apart into given name, middle names, family name and suffix.</summary>
internal sealed class NamePartsReader(string text, List<NameToken> tokens)
{
    private readonly List<int> _words = [];

    public NameParts Read(in NameCandidate candidate)
    {
        _words.Clear();
        var nicknameEnd = candidate.Nickname;
        while (nicknameEnd >= 0 && nicknameEnd < candidate.End && tokens[nicknameEnd].Shape > WordShape.Number)
            nicknameEnd++;
        for (var i = candidate.First; i < candidate.End; i++)
            if (tokens[i].Shape > WordShape.Number && i != candidate.Suffix && !(i >= candidate.Nickname && i < nicknameEnd) && !(candidate.Suffix >= 0 && i > candidate.Suffix - 1 && tokens[i].Is(NameTraits.Suffix)))
                _words.Add(i);
        var suffix = candidate.Suffix >= 0 ? Text(candidate.Suffix) : "";
        var nickname = candidate.Nickname >= 0 ? text[tokens[candidate.Nickname].Start..tokens[nicknameEnd - 1].End] : "";
        var royal = (candidate.Titles & NameTraits.RoyalTitle) != 0 && candidate.Outer < candidate.First && tokens[candidate.First - 1].Is(NameTraits.RoyalTitle) ? Text(candidate.First - 1) : "";
        if (_words.Count == 1)
        {
            var only = Text(_words[0]);
            var token = tokens[_words[0]];
            if (royal.Length > 0)
                return new NameParts(only, "", "", suffix, nickname, royal);
            return token.Is(NameTraits.Given) && !token.Is(NameTraits.Surname) && candidate.Titles == 0 ? new NameParts(only, "", "", suffix, nickname) : new NameParts("", "", only, suffix, nickname);
        }
        if (candidate.Has(CandidateFlags.FamilyFirst))
            return new NameParts(Range(1, _words.Count), "", Text(_words[0]), suffix, nickname, FamilyFirst: true);
        var surname = _words.Count - 1;
        while (surname > 1 && tokens[_words[surname - 1]].Is(NameTraits.Particle) && IsParticle(_words[surname - 1]))
            surname--;
        if (surname == 1 && tokens[_words[0]].Is(NameTraits.Particle) && !tokens[_words[0]].Is(NameTraits.Given))
            return new NameParts("", "", Range(0, _words.Count), suffix, nickname);
        return new NameParts(Text(_words[0]), Range(1, surname), Range(surname, _words.Count), suffix, nickname);
    }

    // "Van" is a particle in "Dick Van Dyke" and a given name in "Van Morrison".
    private bool IsParticle(int token) => tokens[token].IsLower || !tokens[token].Is(NameTraits.Given) || tokens[token].End - tokens[token].Start <= 3;

    private string Range(int first, int end)
    {
        if (first >= end)
            return "";
        if (end - first == 1)
            return Text(_words[first]);
        return string.Join(' ', _words.Skip(first).Take(end - first).Select(Text));
    }

    private string Text(int token)
    {
        var span = text.AsSpan(tokens[token].Start, tokens[token].End - tokens[token].Start);
        // An address or a line set in capitals is no spelling to keep.
        if (tokens[token].Has(TokenFlags.CapitalsLine) && span.Length > 2)
            return string.Create(span.Length, (text, tokens[token].Start), static (chars, from) =>
            {
                from.text.AsSpan(from.Start, chars.Length).CopyTo(chars);
                for (var i = 1; i < chars.Length; i++)
                    if (char.IsLetter(chars[i - 1]))
                        chars[i] = char.ToLowerInvariant(chars[i]);
            });
        return span.ToString();
    }
}
