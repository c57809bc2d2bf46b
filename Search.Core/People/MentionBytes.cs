namespace Search.Core.People;

/// <summary>Mentions as bytes, for keeping a document's names while a run goes on.</summary>
internal static class MentionBytes
{
    /// <summary>As many people as facts keep of a document; mentions of more cannot be told by number.</summary>
    public static bool CanBeKept(DocumentNames names) => names.People.Count <= NameFacts.MostPeople;

    public static void Write(BinaryWriter writer, IReadOnlyList<NameMention> mentions)
    {
        writer.Write7BitEncodedInt(mentions.Count);
        foreach (var mention in mentions)
        {
            writer.Write7BitEncodedInt(mention.Start);
            writer.Write7BitEncodedInt(mention.End);
            writer.Write7BitEncodedInt(mention.OuterStart);
            writer.Write7BitEncodedInt(mention.Person);
            writer.Write((byte)mention.Kind);
            writer.Write((byte)mention.Field);
            writer.Write(mention.Adjectival);
            writer.Write(mention.Confidence);
        }
    }

    public static NameMention[] Read(BinaryReader reader)
    {
        var mentions = new NameMention[reader.Read7BitEncodedInt()];
        for (var i = 0; i < mentions.Length; i++)
            mentions[i] = new(
                reader.Read7BitEncodedInt(),
                reader.Read7BitEncodedInt(),
                reader.Read7BitEncodedInt(),
                reader.Read7BitEncodedInt(),
                (MentionKind)reader.ReadByte(),
                (NameField)reader.ReadByte(),
                reader.ReadBoolean(),
                reader.ReadDouble());
        return mentions;
    }
}
