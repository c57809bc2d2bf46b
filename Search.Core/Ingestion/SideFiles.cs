using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>What belongs to a generation beside its documents. Only files whose content may differ from the base's are written.</summary>
internal sealed class SideFiles(string folder, string language, SiteReader site, Collection collection, Ledger? before, MemoryBound memory, bool settleLater)
{
    private Task<IReadOnlySet<string>>? namesToSpell;

    /// <summary>False where catalogs or suggestions are left as they were before other documents came. Known once <see cref="WriteRest"/> is done.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Writes what is known before the documents are written.</summary>
    public void WriteCatalogs()
    {
        if (collection.HasNewTags)
        {
            Write(GenerationFileNames.Tags, collection.Tags.Write);
            WriteLabels(IndexFields.Tag, collection.Tags.Tags.Select(t => new Label(t.Slug, t.Label)));
        }
        if (before?.Knowledge.Others != collection.Knowledge.Others || !collection.IsSettled)
            WriteLabels(IndexFields.Category, collection.Categories.Used);
        if (collection.HasNewPeople)
            WritePeople();
        if (before is null)
            Write(GenerationFileNames.Site, new SiteFile(site.SiteTitle ?? "", site.SiteUrl ?? "", language).Write);
        namesToSpell = Task.Run(() => SpellingFile.NamesIn(folder));
    }

    /// <summary>Writes the rest. The catalogs and the documents are written.</summary>
    public void WriteRest(IReadOnlyList<FileFacts> files, NamesFile names)
    {
        var spelling = Task.Run(async () => SpellingFile.Write(folder, await namesToSpell!.ConfigureAwait(false)));
        names.Complete(files);
        settleLater &= before is not null;
        var hashOfNames = before is not null && (settleLater || before.Knowledge == collection.Knowledge) ? before.SuggestedNames : collection.NamesHash();
        var suggested = SuggestFile.HashOf(files, hashOfNames);
        IsSettled = collection.IsSettled && (!settleLater || before?.Suggested == suggested);
        if (before?.Suggested != suggested && !settleLater)
            SuggestFile.Write(folder, memory);
        memory.Keep();
        Write(Ledger.FileName, new Ledger
        {
            Setup = site.Setup,
            Knowledge = IsSettled ? collection.Knowledge : collection.Knowledge.Unsettled(),
            SuggestedNames = hashOfNames,
            Suggested = settleLater ? before!.Suggested : suggested,
            Files = files,
        }.Write);
        spelling.GetAwaiter().GetResult();
    }

    private void WritePeople()
    {
        var people = collection.People.People;
        Write(GenerationFileNames.PeopleCatalog, collection.People.Write);
        WriteLabels(IndexFields.Person, people.Select(p => new Label(p.Slug, p.Label)));
        Write(PeopleFile.Name, s => PeopleFile.Write(s, people.Select(p => new PersonEntry(p.Slug, p.Label, p.Aliases, [.. p.Roles.Select(r => new PersonRole(r.Text, r.From, r.To, r.Count))], p.IsAuthority))));
    }

    private void WriteLabels(string field, IEnumerable<Label> labels) => Write(LabelsFile.NameOf(field), s => LabelsFile.Write(s, labels));

    // Replaced, never written into: a file of this name is often a hard link to the one of the generation before.
    private void Write(string name, Action<Stream> write) => AtomicFile.Write(Path.Combine(folder, name), stream =>
    {
        var buffered = new BufferedStream(stream, 1 << 17); // Not disposed: the stream is not ours to close.
        write(buffered);
        buffered.Flush();
    });
}
