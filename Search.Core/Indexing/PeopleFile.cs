using System.Text.Json;

namespace Search.Core.Indexing;

/// <summary>A person of the collection as the index keeps it.</summary>
/// <param name="Slug">Unique in the collection.</param>
/// <param name="Label">The canonical full name.</param>
/// <param name="Aliases">Other forms of the name.</param>
/// <param name="Roles">Offices.</param>
/// <param name="Declared">True where the site's owner has an entry for the person: all aliases are meant.</param>
public sealed record PersonEntry(string Slug, string Label, IReadOnlyList<string> Aliases, IReadOnlyList<PersonRole> Roles, bool Declared = false);

/// <summary>A role as the text gives it; <see cref="From"/> and <see cref="To"/> are months (<c>yyyy-MM</c>).</summary>
public sealed record PersonRole(string Text, string? From, string? To, int Count);

/// <summary>The people of a collection, in a file of the generation.</summary>
public static class PeopleFile
{
    public const string Name = "people.json";

    public static void Write(Stream stream, IEnumerable<PersonEntry> people) =>
        JsonSerializer.Serialize(stream, [.. people], StoredJson.Default.PersonEntryArray);

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static IReadOnlyList<PersonEntry> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, StoredJson.Default.PersonEntryArray) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is damaged: {e.Message}", e);
        }
    }
}
