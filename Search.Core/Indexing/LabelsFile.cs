using System.Text;
using Search.Core.Model;

namespace Search.Core.Indexing;

/// <summary>
/// The labels of the slugs of one field, in a file of the generation: what filters and facets show. Sorted by slug.
/// </summary>
public static class LabelsFile
{
    private const int Magic = 0x4C42_4C31;

    public static string NameOf(string field) => $"labels-{field}.bin";

    public static void Write(Stream stream, IEnumerable<Label> labels)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var sorted = labels.OrderBy(l => l.Slug, StringComparer.Ordinal).ToList();
        writer.Write(Magic);
        writer.Write(sorted.Count);
        foreach (var label in sorted)
        {
            writer.Write(label.Slug);
            writer.Write(label.Text);
        }
    }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static Dictionary<string, string> Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        try
        {
            if (reader.ReadInt32() != Magic)
                throw new InvalidDataException($"{path} is no file of labels.");
            var count = reader.ReadInt32();
            if (count < 0 || count > stream.Length)
                throw new InvalidDataException($"{path} is damaged.");
            var labels = new Dictionary<string, string>(count, StringComparer.Ordinal);
            for (var i = 0; i < count; i++)
                labels[reader.ReadString()] = reader.ReadString();
            return labels;
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"{path} is cut short.", e);
        }
    }
}
