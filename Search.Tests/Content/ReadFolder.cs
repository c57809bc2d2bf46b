using Microsoft.Extensions.Time.Testing;
using Search.Core.Content;

namespace Search.Tests.Content;

/// <summary>All that reading a folder gives, on a fixed clock.</summary>
internal static class ReadFolder
{
    public static List<ReadItem> Items(string path)
    {
        var source = ContentSource.Open(path);
        var reader = new ContentReader(source, new ReadOptions { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) });
        return [.. source.Files().SelectMany(reader.Read)];
    }
}
