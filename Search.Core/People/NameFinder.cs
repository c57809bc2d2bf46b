using System.Collections.Concurrent;
using Search.Core.Model;

namespace Search.Core.People;

/// <summary>
/// Finds the names of people in one document by word lists and what stands around them, and gathers them into people of the document:
/// <c>Smith</c> behind <c>Ann Smith</c> is Ann Smith. It knows no person beforehand. In time linear in the text; any text is accepted.
/// May be used by many threads.
/// </summary>
public sealed class NameFinder
{
    private readonly NameData _data;
    private readonly OwnersNames _owned;
    private readonly ConcurrentBag<NameReading> _readings = [];

    /// <summary>A finder that knows word lists only.</summary>
    public NameFinder(NameData data)
        : this(data, [])
    {
    }

    /// <summary>A finder that also knows the entries of the owner's <c>people.yml</c>, which outrank what it infers.</summary>
    public NameFinder(NameData data, IReadOnlyList<AuthorityEntry> owned)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(owned);
        _data = data;
        _owned = new OwnersNames(owned);
    }

    /// <summary>Finds nobody in any text: for runs without recognition.</summary>
    public static NameFinder OfNobody { get; } = new(NameData.Default) { IsOfNobody = true };

    internal bool IsOfNobody { get; private init; }

    /// <summary>The names in a post: in its text, title and excerpt, its bylines, tags, categories and people.</summary>
    public DocumentNames Find(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return IsOfNobody ? DocumentNames.Empty : WithReading(reading => reading.Read(post));
    }

    /// <summary>The names in a text. Offsets count UTF-16 code units.</summary>
    public DocumentNames Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsOfNobody ? DocumentNames.Empty : WithReading(reading => reading.Read(text));
    }

    /// <summary>Takes a name by itself apart (a tag, an author, an entry of an authority file); null where it has not the form of a person's name.</summary>
    public NameParts? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return WithReading(reading => reading.Parse(name, 1.2));
    }

    private T WithReading<T>(Func<NameReading, T> read)
    {
        if (!_readings.TryTake(out var reading))
            reading = new NameReading(_data, _owned);
        var result = read(reading);
        _readings.Add(reading);
        return result;
    }
}
