using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// Reads <c>people.yml</c> and <c>tags.yml</c>: a list of names or of maps (<c>name</c>, <c>aliases</c>, <c>kind</c>, <c>url</c>), or a map from
/// name to aliases or to such a map. An entry that cannot be read is reported and costs no other.
/// </summary>
internal sealed class AuthorityFiles(string siteRoot, List<ContentProblem> problems)
{
    private const int MaxBytes = 64 * 1024 * 1024;

    private static readonly string[] KeysOfEntries = ["name", "label", "canonical", "title", "tag", "aliases", "alias", "also", "names", "variants", "spellings", "url", "link", "website", "href", "kind", "type"];

    /// <summary>Files that were read, relative to the site's root.</summary>
    public List<string> FilesRead { get; } = [];

    /// <summary>The entries of the file of that name in the root, in <c>_data</c> or in <c>data</c>; of all of them where there are several.</summary>
    /// <param name="name">File name without ending.</param>
    /// <param name="kind">Kind of entries that name none.</param>
    public IReadOnlyList<AuthorityEntry> Read(string name, TagKind? kind)
    {
        var entries = new List<AuthorityEntry>();
        foreach (var folder in new[] { "", "_data/", "data/" })
            foreach (var ending in new[] { ".yml", ".yaml" })
            {
                var path = folder + name + ending;
                if (!File.Exists(Path.Combine(siteRoot, path)))
                    continue;
                FilesRead.Add(path);
                var log = new ProblemLog(path);
                var before = entries.Count;
                foreach (var document in Documents(path, log))
                    ReadEntries(document, kind, entries, log);
                if (entries.Count > before)
                    entries = Settled(entries, name == "tags" ? "tag-alias-claimed-twice" : "person-alias-claimed-twice", log);
                problems.AddRange(log.Take());
            }
        return entries;
    }

    // Of one name there is one entry, and of two that claim one spelling the first has it: in this file and in those before.
    private static List<AuthorityEntry> Settled(List<AuthorityEntry> entries, string code, ProblemLog log)
    {
        var settled = new List<AuthorityEntry>(entries.Count);
        var aliases = new List<List<string>>(entries.Count);
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        var claimed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (at.TryAdd(entry.Name, settled.Count))
            {
                settled.Add(entry);
                aliases.Add([]);
                Claim(entry.Name, settled.Count - 1, entry);
            }
            else
                log.Warn("authority-name-twice", entry.Source.Line, $"`{entry.Name}` has an entry already ({settled[at[entry.Name]].Source})", "one entry with the aliases of both", "Put the two together");
            var own = at[entry.Name];
            settled[own] = settled[own] with { Kind = settled[own].Kind ?? entry.Kind, Url = settled[own].Url ?? entry.Url };
            aliases[own].AddRange(entry.Aliases.Where(alias => Claim(alias, own, entry)));
        }
        return [.. settled.Select((entry, i) => entry with { Aliases = aliases[i] })];

        bool Claim(string spelling, int owner, AuthorityEntry entry)
        {
            if (claimed.TryAdd(spelling, owner))
                return true;
            var first = settled[claimed[spelling]];
            if (claimed[spelling] != owner)
                log.Warn(code, entry.Source.Line, $"`{spelling}` is claimed by `{entry.Name}` and already by `{first.Name}` ({first.Source})", $"a spelling of `{first.Name}`", "Take it out of one of the two entries");
            return false;
        }
    }

    private List<FrontValue> Documents(string path, ProblemLog log)
    {
        try
        {
            using var stream = new FileStream(Path.Combine(siteRoot, path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var text = ContentText.Decode(BoundedBytes.Read(stream, MaxBytes, out var cut), log);
            if (cut)
                log.Fail("file-too-large", 0, $"The file is larger than {MaxBytes} bytes", "its beginning", "Part it into several files");
            return YamlRecords.Read(text, log);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Fail("file-not-readable", 0, $"The file cannot be read: {exception.Message}", "nothing", "Make the file readable for the indexer");
            return [];
        }
    }

    private static void ReadEntries(FrontValue document, TagKind? kind, List<AuthorityEntry> entries, ProblemLog log)
    {
        switch (document)
        {
            case FrontList list:
                foreach (var item in list.Items)
                    // A name over its aliases, as an item of the list or as what is left of a broken file.
                    if (item is FrontMap { Entries: [var only] } && !KeysOfEntries.Contains(only.Key))
                        Add(only.Key, only.Value, kind, entries, log);
                    else
                        Add(null, item, kind, entries, log);
                break;
            case FrontMap map when NameOf(map) is not null:
                Add(null, map, kind, entries, log);
                break;
            case FrontMap map:
                foreach (var entry in map.Entries)
                    if (entry.Value is FrontList nested && entry.Key is "people" or "tags" or "entries")
                        ReadEntries(nested, kind, entries, log);
                    else
                        Add(entry.Key, entry.Value, kind, entries, log);
                break;
        }
    }

    private static void Add(string? key, FrontValue value, TagKind? kind, List<AuthorityEntry> entries, ProblemLog log)
    {
        var name = key?.Trim();
        IReadOnlyList<string> aliases = [];
        string? url = null;
        switch (value)
        {
            case FrontScalar scalar when key is null:
                name = scalar.AsText?.Trim();
                break;
            case FrontScalar scalar when scalar.AsText is { Length: > 0 } alias:
                aliases = [alias.Trim()];
                break;
            case FrontList list:
                aliases = Listing.Read("aliases", list, Listing.Words.OneName, log);
                break;
            case FrontMap map:
                name = NameOf(map) ?? name;
                aliases = Listing.Read("aliases", map["aliases"] ?? map["alias"] ?? map["also"] ?? map["names"] ?? map["variants"] ?? map["spellings"], Listing.Words.OneName, log);
                url = map.Text("url") ?? map.Text("link") ?? map.Text("website") ?? map.Text("href");
                kind = KindOf(map, kind, log);
                break;
        }
        if (string.IsNullOrWhiteSpace(name))
            log.Warn("authority-without-name", value.Line, "The entry has no name", "left out", "Give it a `name:`");
        else
        {
            if (aliases.Contains(name, StringComparer.Ordinal))
                log.Warn("authority-alias-of-itself", value.Line, $"`{name}` is an alias of itself", "once", "Take it out of the aliases");
            entries.Add(new AuthorityEntry(name, [.. aliases.Where(alias => alias != name).Distinct()], kind, url, log.At(value.Line)));
        }
    }

    private static string? NameOf(FrontMap map) => (map.Text("name") ?? map.Text("label") ?? map.Text("canonical") ?? map.Text("title") ?? map.Text("tag"))?.Trim();

    private static TagKind? KindOf(FrontMap map, TagKind? otherwise, ProblemLog log)
    {
        if ((map["kind"] ?? map["type"]) is not FrontScalar { AsText: { } text } scalar)
            return otherwise;
        if (text.Equals("organization", StringComparison.OrdinalIgnoreCase))
            return TagKind.Organisation;
        if (Enum.TryParse<TagKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0]))
            return kind;
        log.Warn("authority-kind-unknown", scalar.Line, $"`{text}` is no kind of tag", otherwise?.ToString() ?? "no kind", $"Write one of {string.Join(", ", Enum.GetNames<TagKind>()).ToLowerInvariant()}");
        return otherwise;
    }
}
