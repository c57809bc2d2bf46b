using System.Text;

namespace Search.Core.People;

/// <summary>
/// The catalog of people as bytes: people in order, the forms of their names, and who is meant by parts of names. The same catalog gives
/// the same bytes.
/// </summary>
internal static class PeopleCatalogFile
{
    private const int Magic = 0x504C5043;
    private const int Version = 1;
    private const int MostEntries = 1 << 24;

    public static void Write(Stream stream, IReadOnlyList<KnownPerson> people, IEnumerable<KeyValuePair<string, int>> byForm, IEnumerable<KeyValuePair<string, PartMeaning>> byPart,
        IReadOnlyDictionary<int, Dictionary<int, int>> company, int documents)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(documents);
        writer.Write7BitEncodedInt(people.Count);
        foreach (var person in people)
            WritePerson(writer, person);
        var forms = byForm.OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        writer.Write7BitEncodedInt(forms.Count);
        foreach (var (key, person) in forms)
        {
            writer.Write(key);
            writer.Write7BitEncodedInt(person);
        }
        var parts = byPart.OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        writer.Write7BitEncodedInt(parts.Count);
        foreach (var (key, meaning) in parts)
            WritePart(writer, key, meaning);
        writer.Write7BitEncodedInt(company.Count);
        foreach (var (person, with) in company.OrderBy(c => c.Key))
        {
            writer.Write7BitEncodedInt(person);
            writer.Write7BitEncodedInt(with.Count);
            foreach (var (other, count) in with.OrderBy(w => w.Key))
            {
                writer.Write7BitEncodedInt(other);
                writer.Write7BitEncodedInt(count);
            }
        }
    }

    public static PeopleCatalog Read(Stream stream, NameData data)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadInt32() != Magic || reader.ReadInt32() != Version)
                throw new InvalidDataException("This is no catalog of people of this version.");
            var documents = reader.ReadInt32();
            var people = new List<KnownPerson>();
            for (var i = Count(reader); i > 0; i--)
                people.Add(ReadPerson(reader));
            var byForm = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = Count(reader); i > 0; i--)
                byForm[reader.ReadString()] = Index(reader, people.Count);
            var byPart = new Dictionary<string, PartMeaning>(StringComparer.Ordinal);
            for (var i = Count(reader); i > 0; i--)
                byPart[reader.ReadString()] = ReadPart(reader, people.Count);
            var company = new Dictionary<int, Dictionary<int, int>>();
            for (var i = Count(reader); i > 0; i--)
            {
                var with = company[Index(reader, people.Count)] = [];
                for (var j = Count(reader); j > 0; j--)
                    with[Index(reader, people.Count)] = reader.Read7BitEncodedInt();
            }
            return new PeopleCatalog(data, people, byForm, byPart, company, documents);
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The catalog of people is damaged: " + exception.Message, exception);
        }
    }

    private static int Count(BinaryReader reader)
        => reader.Read7BitEncodedInt() is var count and >= 0 and <= MostEntries ? count : throw new InvalidDataException("The catalog of people is damaged.");

    private static int Index(BinaryReader reader, int people)
        => reader.Read7BitEncodedInt() is var index && index >= 0 && index < people ? index : throw new InvalidDataException("The catalog of people is damaged.");

    private static void WritePerson(BinaryWriter writer, KnownPerson person)
    {
        writer.Write(person.Slug);
        writer.Write(person.Label);
        NameFacts.WriteName(writer, person.Name);
        writer.Write7BitEncodedInt(person.Aliases.Count);
        foreach (var alias in person.Aliases)
            writer.Write(alias);
        writer.Write7BitEncodedInt(person.Roles.Count);
        foreach (var role in person.Roles)
        {
            writer.Write(role.Text);
            writer.Write(role.From ?? "");
            writer.Write(role.To ?? "");
            writer.Write7BitEncodedInt(role.Count);
        }
        writer.Write((byte)person.Gender);
        writer.Write7BitEncodedInt(person.Documents);
        writer.Write(person.Confidence);
        writer.Write((byte)((person.IsAuthority ? 1 : 0) | (person.IsAuthorOnly ? 2 : 0) | (person.Url is null ? 0 : 4)));
        if (person.Url is not null)
            writer.Write(person.Url);
        WriteDate(writer, person.First);
        WriteDate(writer, person.Last);
    }

    private static KnownPerson ReadPerson(BinaryReader reader)
    {
        var slug = reader.ReadString();
        var label = reader.ReadString();
        var name = NameFacts.ReadName(reader);
        var aliases = new string[Count(reader)];
        for (var i = 0; i < aliases.Length; i++)
            aliases[i] = reader.ReadString();
        var roles = new DatedRole[Count(reader)];
        for (var i = 0; i < roles.Length; i++)
            roles[i] = new DatedRole(reader.ReadString(), NullIfEmpty(reader.ReadString()), NullIfEmpty(reader.ReadString()), reader.Read7BitEncodedInt());
        var gender = (Gender)reader.ReadByte();
        var documents = reader.Read7BitEncodedInt();
        var confidence = reader.ReadDouble();
        var has = reader.ReadByte();
        return new KnownPerson
        {
            Slug = slug,
            Label = label,
            Name = name,
            Aliases = aliases,
            Roles = roles,
            Gender = gender,
            Documents = documents,
            Confidence = confidence,
            IsAuthority = (has & 1) != 0,
            IsAuthorOnly = (has & 2) != 0,
            Url = (has & 4) != 0 ? reader.ReadString() : null,
            First = ReadDate(reader),
            Last = ReadDate(reader),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static void WriteDate(BinaryWriter writer, DateTimeOffset? date)
    {
        writer.Write(date is not null);
        if (date is not { } value)
            return;
        writer.Write(value.Ticks);
        writer.Write((short)value.TotalOffsetMinutes);
    }

    private static DateTimeOffset? ReadDate(BinaryReader reader)
        => reader.ReadBoolean() ? new DateTimeOffset(reader.ReadInt64(), TimeSpan.FromMinutes(reader.ReadInt16())) : null;

    private static void WritePart(BinaryWriter writer, string key, PartMeaning meaning)
    {
        writer.Write(key);
        writer.Write7BitEncodedInt(meaning.OpenDocuments);
        writer.Write(meaning.OpenPoints);
        writer.Write7BitEncodedInt(meaning.People.Count);
        foreach (var owner in meaning.People)
        {
            writer.Write7BitEncodedInt(owner.Person);
            writer.Write7BitEncodedInt(owner.Full);
            writer.Write7BitEncodedInt(owner.Part);
            writer.Write((byte)((owner.IsFamily ? 1 : 0) | (owner.IsOwned ? 2 : 0)));
        }
    }

    private static PartMeaning ReadPart(BinaryReader reader, int people)
    {
        var meaning = new PartMeaning(reader.Read7BitEncodedInt(), reader.ReadDouble());
        for (var i = Count(reader); i > 0; i--)
        {
            var person = Index(reader, people);
            var full = reader.Read7BitEncodedInt();
            var part = reader.Read7BitEncodedInt();
            var kind = reader.ReadByte();
            meaning.People.Add(new PartOwner(person, full, part, (kind & 1) != 0, (kind & 2) != 0));
        }
        return meaning;
    }
}
