using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Api.Answers;

/// <summary>Writes an enum as a lower-case word; words within a name are parted by hyphens.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
