using Search.Core.Searching;

namespace Search.Core.Assistants;

/// <summary>What was found, best or newest first.</summary>
/// <param name="Total">How many there are in all; exact.</param>
/// <param name="Sources">The first of them.</param>
/// <param name="Notes">How the query was read, where otherwise than it was written.</param>
public sealed record FoundSources(int Total, IReadOnlyList<Source> Sources, IReadOnlyList<string> Notes);

/// <summary>A post in full with its source.</summary>
public sealed record FullPost(Source Source, string? Author, string Text, bool IsCut, IReadOnlyList<string> Tags, IReadOnlyList<string> People, IReadOnlyList<QuotedWords> Quotes);

/// <summary>Words that a post quotes, and the address of their place in it.</summary>
public sealed record QuotedWords(string Text, string? Speaker, string? Role, string? Url);

/// <summary>A person, or those of whom one may have been meant.</summary>
/// <param name="Person">Names, roles, months, company and topics; null where the name means nobody, or several.</param>
/// <param name="Candidates">People with such a name where it is not clear which is meant; where nobody has it, those with a part of it.</param>
/// <param name="Said">Newest quotations of the person, with sources.</param>
/// <param name="Notes">Why there is no person.</param>
public sealed record FoundPerson(PersonView? Person, IReadOnlyList<CountView> Candidates, IReadOnlyList<Source> Said, IReadOnlyList<string> Notes);
