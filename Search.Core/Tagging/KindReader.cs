using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>Decides what kind of thing a tag names, from its words, its form and what else the collection has.</summary>
internal sealed class KindReader
{
    private readonly int _documents;

    public KindReader(int documents) => _documents = documents;

    public void Decide(TagGroup group)
    {
        if (group.Authority?.Kind is { } said)
        {
            group.Kind = said;
            group.Confidence = 1;
            return;
        }
        var spelling = group.Main;
        if (spelling is null || _documents == 0)
            return;
        var words = TagWords.Split(TagWords.Key(spelling.Core));
        if (group.KnownPerson is not null || spelling.Person is { Strength: >= 0.7 } || spelling.HasParty)
            (group.Kind, group.Confidence) = (TagKind.Person, 0.9);
        else if (PlaceName.IsPlace(spelling.Key) || Vocabulary.PlaceWords.AtEnd(words) > 0)
            (group.Kind, group.Confidence) = (TagKind.Place, 0.8);
        else if (Vocabulary.Works.AtEnd(words) > 0 || Vocabulary.Works.Within(words))
            (group.Kind, group.Confidence) = (TagKind.Work, 0.8);
        else if (spelling.Acronym is not null || Vocabulary.Organisations.AtEnd(words) > 0 || Vocabulary.Organisations.AtStart(words) > 0 || Vocabulary.Organisations.Within(words))
            (group.Kind, group.Confidence) = (TagKind.Organisation, 0.8);
        else
            (group.Kind, group.Confidence) = (TagKind.Topic, 0.5);
    }
}
