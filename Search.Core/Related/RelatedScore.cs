namespace Search.Core.Related;

/// <summary>How related a post is, with the parts that make it so: each 0 to 1, before its weight.</summary>
internal readonly record struct RelatedScore(
    double Total, double Words, double Titles, double TitleInText, double Tags, double People, double Sources, bool Linked, double Nearness)
{
    public static RelatedScore Of(RelatedWeights weights, double words, double titles, double titleInText, double tags, double people, double sources, bool linked, double nearness)
    {
        var alike = (weights.Words * words) + (weights.Titles * titles) + (weights.TitleInText * titleInText) + (weights.Tags * tags)
            + (weights.People * people) + (weights.Sources * sources) + (linked ? weights.Link : 0);
        return new(alike * (1 + (weights.Nearness * nearness)), words, titles, titleInText, tags, people, sources, linked, nearness);
    }
}
