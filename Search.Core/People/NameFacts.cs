namespace Search.Core.People;

/// <summary>
/// What a collection's catalog of people needs of one document: its local people without their places. Small, and the same bytes for the
/// same document, so that it can be kept beside the index and the catalog rebuilt from all of them.
/// </summary>
public sealed record NameFacts(IReadOnlyList<LocalPerson> People, IReadOnlyList<NameParts> Bylines)
{
    private const byte Version = 2;
    internal const int MostPeople = 4096;

    /// <summary>The facts of a document.</summary>
    public static NameFacts Of(DocumentNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        // As exact as they are written, so that facts read back give the same answers as fresh ones.
        return new NameFacts([.. names.People.Select(p => p with { Points = (float)p.Points })], names.Bylines);
    }

    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Version);
        var count = Math.Min(People.Count, MostPeople);
        writer.Write7BitEncodedInt(count);
        for (var i = 0; i < count; i++)
            WritePerson(writer, People[i]);
        writer.Write7BitEncodedInt(Bylines.Count);
        foreach (var byline in Bylines)
            WriteName(writer, byline);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another version or damaged.</exception>
    public static NameFacts Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.ReadByte() != Version)
            throw new InvalidDataException("The facts about names are of another version.");
        var people = new LocalPerson[Count(reader)];
        for (var i = 0; i < people.Length; i++)
            people[i] = ReadPerson(reader);
        var bylines = new NameParts[Count(reader)];
        for (var i = 0; i < bylines.Length; i++)
            bylines[i] = ReadName(reader);
        return new NameFacts(people, bylines);
    }

    private static int Count(BinaryReader reader)
        => reader.Read7BitEncodedInt() is var count and >= 0 and <= 1 << 20 ? count : throw new InvalidDataException("The facts about names are damaged.");

    private static void WritePerson(BinaryWriter writer, LocalPerson person)
    {
        WriteName(writer, person.Name);
        writer.Write7BitEncodedInt(person.Forms.Count);
        foreach (var form in person.Forms)
        {
            WriteName(writer, form.Name);
            writer.Write7BitEncodedInt(form.Count);
        }
        writer.Write((byte)person.Gender);
        writer.Write((byte)person.Fields);
        writer.Write7BitEncodedInt(person.FullMentions);
        writer.Write7BitEncodedInt(person.PartMentions);
        writer.Write7BitEncodedInt(person.AdjectivalMentions);
        writer.Write((float)person.Points);
        writer.Write7BitEncodedInt(person.Roles.Count);
        foreach (var role in person.Roles)
        {
            writer.Write(role.Text);
            writer.Write7BitEncodedInt(role.Count);
        }
    }

    private static LocalPerson ReadPerson(BinaryReader reader)
    {
        var name = ReadName(reader);
        var forms = new NameForm[Count(reader)];
        for (var i = 0; i < forms.Length; i++)
            forms[i] = new NameForm(ReadName(reader), reader.Read7BitEncodedInt());
        var person = new LocalPerson
        {
            Name = name,
            Forms = forms,
            Gender = (Gender)reader.ReadByte(),
            Fields = (NameField)reader.ReadByte(),
            FullMentions = reader.Read7BitEncodedInt(),
            PartMentions = reader.Read7BitEncodedInt(),
            AdjectivalMentions = reader.Read7BitEncodedInt(),
            Points = reader.ReadSingle(),
        };
        var roles = new LocalRole[Count(reader)];
        for (var i = 0; i < roles.Length; i++)
            roles[i] = new LocalRole(reader.ReadString(), reader.Read7BitEncodedInt());
        return person with { Roles = roles };
    }

    internal static void WriteName(BinaryWriter writer, NameParts name)
    {
        writer.Write(name.Given);
        writer.Write(name.Middle);
        writer.Write(name.Surname);
        writer.Write((byte)((name.Suffix.Length > 0 ? 1 : 0) | (name.Nickname.Length > 0 ? 2 : 0) | (name.Style.Length > 0 ? 4 : 0) | (name.FamilyFirst ? 8 : 0)));
        if (name.Suffix.Length > 0)
            writer.Write(name.Suffix);
        if (name.Nickname.Length > 0)
            writer.Write(name.Nickname);
        if (name.Style.Length > 0)
            writer.Write(name.Style);
    }

    internal static NameParts ReadName(BinaryReader reader)
    {
        var given = reader.ReadString();
        var middle = reader.ReadString();
        var surname = reader.ReadString();
        var has = reader.ReadByte();
        return new NameParts(given, middle, surname, (has & 1) != 0 ? reader.ReadString() : "", (has & 2) != 0 ? reader.ReadString() : "", (has & 4) != 0 ? reader.ReadString() : "", (has & 8) != 0);
    }
}
