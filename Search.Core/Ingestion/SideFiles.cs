using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>What belongs to a generation beside its documents. Only files whose content may differ from the base's are written.</summary>
internal sealed class SideFiles(string folder, string language, SiteReader site, Collection collection, Ledger? before)
{
    public void Write(IReadOnlyList<FileFacts> files, NamesFile names)
    {
        names.Complete(files);
        if (collection.HasNewTags)
        {
            Write(GenerationFileNames.Tags, collection.Tags.Write);
            WriteLabels(IndexFields.Tag, collection.Tags.Tags.Select(t => new Label(t.Slug, t.Label)));
        }
        if (before?.Knowledge.Others != collection.Knowledge.Others)
            WriteLabels(IndexFields.Category, collection.Categories.Used);
        if (collection.HasNewPeople)
            WritePeople();
        var suggested = SuggestFile.HashOf(files, collection);
        if (before?.Suggested != suggested)
            SuggestFile.Write(folder);
        SpellingFile.Write(folder);
        if (before is null)
            Write(GenerationFileNames.Site, new SiteFile(site.SiteTitle ?? "", site.SiteUrl ?? "", language).Write);
        Write(Ledger.FileName, new Ledger { Setup = site.Setup, Knowledge = collection.Knowledge, Suggested = suggested, Files = files }.Write);
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
