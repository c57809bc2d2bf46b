using System.Text.Json;
using Search.Core.Searching;

namespace Search.Indexer.Export;

/// <summary>A list of the people, most named first: names, dated roles, counts, with whom and about what.</summary>
internal static class PeopleExport
{
    public static int Write(SearchService service, Utf8JsonWriter json, CancellationToken cancel)
    {
        var count = 0;
        json.WriteStartArray();
        foreach (var listed in service.People("", int.MaxValue).Values)
        {
            cancel.ThrowIfCancellationRequested();
            if (service.Person(listed.Slug) is not { } person)
                continue;
            json.WriteStartObject();
            json.WriteString("slug", person.Slug);
            json.WriteString("label", person.Label);
            json.WriteTexts("aliases", person.Aliases);
            json.WriteStartArray("roles");
            foreach (var role in person.Roles)
            {
                json.WriteStartObject();
                json.WriteString("text", role.Text);
                json.WriteOptional("from", role.From);
                json.WriteOptional("to", role.To);
                json.WriteNumber("count", role.Count);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("posts", person.Posts);
            json.WriteNumber("quotesBy", person.QuotesBy);
            json.WriteNumber("quotesAbout", person.QuotesAbout);
            json.WriteScored("with", person.With);
            json.WriteScored("topics", person.Topics);
            json.WriteEndObject();
            count++;
        }
        json.WriteEndArray();
        return count;
    }
}
