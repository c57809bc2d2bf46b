using Search.Core.Text;

namespace Search.Core.Suggest;

/// <summary>A name as it is stored: that of an entry, or another one for it.</summary>
/// <param name="Row">Its number; the lower, the better its entry ranks.</param>
/// <param name="Main">Number of the row with the entry's own name; its own, where it is that.</param>
/// <param name="Text">The name.</param>
internal readonly record struct SuggestName(int Row, int Main, string Text)
{
    public bool IsAlias => Row != Main;
}

/// <summary>
/// The names of all entries with what is shown of them, in order of rank: an entry's own name, then its aliases. Texts are shortened by one
/// table for names, keys and addresses each.
/// </summary>
/// <remarks>
/// <code>
/// own name: length | kind + 8 (has URL) + 16 (has count) | name | key | [URL] | [count]        alias: length | 7 | distance to the own name | name
/// </code>
/// Sections: byte offset of every 8th row; rows; tables.
/// </remarks>
internal sealed class SuggestRows
{
    public const int Sections = 3;

    private const int BlockRows = 8;
    private const int AliasMark = 7;
    private const int HasUrl = 8;
    private const int HasCount = 16;

    private readonly SectionFile _file;
    private readonly int _section;
    private readonly SymbolTable _names;
    private readonly SymbolTable _keys;
    private readonly SymbolTable _urls;

    public SuggestRows(SectionFile file, int section)
    {
        _file = file;
        _section = section;
        var tables = new ByteReader(file[section + 2]);
        _names = SymbolTable.Read(tables.Bytes(tables.Number()));
        _keys = SymbolTable.Read(tables.Bytes(tables.Number()));
        _urls = SymbolTable.Read(tables.Bytes(tables.Number()));
    }

    /// <summary>Rows of entries in order of rank, with the aliases that are worth a row.</summary>
    public static ByteWriter[] Write(IEnumerable<(SuggestEntry Entry, IReadOnlyList<string> Aliases)> entries)
    {
        var tables = SymbolTable.For(entries.Select(one => new[] { Folding.WellFormed(one.Entry.Text), Folding.WellFormed(one.Entry.Key), Folding.WellFormed(one.Entry.Url ?? "") }), 3);
        var (names, keys, urls) = (tables[0], tables[1], tables[2]);
        var (offsets, rows, written, one) = (new ByteWriter(), new ByteWriter(), new ByteWriter(), new ByteWriter());
        var number = 0;
        foreach (var (entry, aliases) in entries)
        {
            one.Clear();
            one.Byte((byte)((int)entry.Kind + (entry.Url is null ? 0 : HasUrl) + (entry.Count == 0 ? 0 : HasCount)));
            names.Shorten(Folding.WellFormed(entry.Text), one);
            keys.Shorten(Folding.WellFormed(entry.Key), one);
            if (entry.Url is not null)
                urls.Shorten(Folding.WellFormed(entry.Url), one);
            if (entry.Count != 0)
                one.Number(entry.Count);
            Append();
            for (var i = 0; i < aliases.Count; i++)
            {
                one.Clear();
                one.Byte(AliasMark);
                one.Number(i + 1);
                names.Shorten(Folding.WellFormed(aliases[i]), one);
                Append();
            }
        }
        foreach (var table in tables)
        {
            one.Clear();
            table.Write(one);
            written.Number(one.Length);
            written.Bytes(one.Written);
        }
        return [offsets, rows, written];

        void Append()
        {
            if (number++ % BlockRows == 0)
                offsets.Int32(rows.Length);
            rows.Number(one.Length);
            rows.Bytes(one.Written);
        }
    }

    public SuggestName Name(int row)
    {
        var reader = At(row);
        var mark = reader.Byte();
        return new SuggestName(row, mark == AliasMark ? row - reader.Number() : row, _names.Restore(ref reader));
    }

    /// <summary>The row with the own name of the entry that a row belongs to.</summary>
    public int Main(int row)
    {
        var reader = At(row);
        return reader.Byte() == AliasMark ? row - reader.Number() : row;
    }

    /// <summary>The entry whose own name stands in a row, without its aliases.</summary>
    public SuggestEntry Entry(int row)
    {
        var reader = At(row);
        int mark = reader.Byte();
        var text = _names.Restore(ref reader);
        var key = _keys.Restore(ref reader);
        var url = (mark & HasUrl) != 0 ? _urls.Restore(ref reader) : null;
        return new SuggestEntry(text, (SuggestionKind)(mark & AliasMark), key, url, (mark & HasCount) != 0 ? reader.Number() : 0, []);
    }

    private ByteReader At(int row)
    {
        var reader = new ByteReader(_file[_section + 1]) { Position = _file.Numbers(_section)[row / BlockRows] };
        for (var skip = row % BlockRows; skip > 0; skip--)
            reader.Bytes(reader.Number());
        reader.Number();
        return reader;
    }
}
