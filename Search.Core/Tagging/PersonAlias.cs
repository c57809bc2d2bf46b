namespace Search.Core.Tagging;

/// <summary>Whom a spelling of a person's name means.</summary>
/// <param name="Name">Canonical name; null where the spelling was given for several people.</param>
/// <param name="FromOwner">True where the site's owner says so.</param>
internal sealed record PersonAlias(string? Name, bool FromOwner);
