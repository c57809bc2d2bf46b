namespace Search.Core.Model;

/// <summary>A slug with the words that people see for it.</summary>
/// <param name="Slug">Lower-case letters and digits with single hyphens; see the Text room.</param>
/// <param name="Text">The words shown.</param>
public readonly record struct Label(string Slug, string Text);

/// <summary>What a tag names.</summary>
public enum TagKind
{
    Topic,
    Person,
    Organisation,
    Place,
    Work,
    Event,
    Heading,
    Other,
}

/// <summary>An entry of <c>people.yml</c> or <c>tags.yml</c>: what the site's owner says of a name. It outranks all that is inferred.</summary>
/// <param name="Name">Canonical name or label.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="Kind">What it names; null where the entry does not say.</param>
/// <param name="Url">A page about it; null where none is given.</param>
/// <param name="Source">Where the entry stands.</param>
public sealed record AuthorityEntry(string Name, IReadOnlyList<string> Aliases, TagKind? Kind, string? Url, SourceSpan Source);
