using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Core.Generations;

/// <summary>
/// The bytes of <c>manifest.json</c>: JSON whose second line is the checksum of all the lines that follow it, so that a manifest that
/// was cut off or changed is told from a whole one even where it still parses.
/// </summary>
internal static class ManifestFormat
{
    private const string Opening = "{\n  \"checksum\": \"";
    private const string AfterChecksum = "\",\n";
    private const int HashDigits = 32;

    /// <summary>Far above any real one (a file takes about 100 bytes), so that a wrong file by that name is not read into memory.</summary>
    private const long MaxBytes = 64 << 20;

    public static byte[] ToBytes(Manifest manifest)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.Manifest);
        byte[] rest = [.. json.AsSpan("{\n".Length), (byte)'\n'];
        var hash = Convert.ToHexStringLower(XxHash128.Hash(rest));
        return [.. Encoding.ASCII.GetBytes(Opening + hash + AfterChecksum), .. rest];
    }

    /// <summary>Reads the manifest in <paramref name="folder"/>.</summary>
    /// <exception cref="GenerationException"><c>manifest-unreadable</c>: not there, cut off, changed, or of another generation; <c>manifest-newer</c>.</exception>
    public static Manifest Read(string folder, string id)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > MaxBytes)
                throw Unreadable(path, $"it has {file.Length} bytes, more than any manifest");
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Parse(bytes, path, id);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable(path, "there is no such file", e);
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException)
        {
            throw Unreadable(path, e.Message, e);
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            throw Unreadable(path, e.Message, e);
        }
    }

    private static Manifest Parse(byte[] bytes, string path, string id)
    {
        var headLength = Opening.Length + HashDigits + AfterChecksum.Length;
        if (bytes.Length <= headLength || !bytes.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Opening)))
            throw Unreadable(path, bytes.Length == 0 ? "it is empty" : "it does not begin with its checksum");
        var expected = Encoding.ASCII.GetString(bytes, Opening.Length, HashDigits);
        if (expected != Convert.ToHexStringLower(XxHash128.Hash(bytes.AsSpan(headLength))))
            throw Unreadable(path, "its checksum does not match: it was cut off or changed after it was written");
        var manifest = JsonSerializer.Deserialize(bytes, ManifestJson.Default.Manifest) ?? throw Unreadable(path, "it holds null");
        if (manifest.Format > Manifest.CurrentFormat)
            throw new GenerationException("manifest-newer", path, $"it has format {manifest.Format}; this version reads up to {Manifest.CurrentFormat}");
        if (manifest.Id != id)
            throw Unreadable(path, $"it belongs to generation {manifest.Id}");
        if (manifest.Files.FirstOrDefault(f => !IsInside(f.Name)) is { } outside)
            throw Unreadable(path, $"it names a file outside of the generation: {outside.Name}");
        return manifest;
    }

    private static bool IsInside(string name) =>
        name.Length > 0 && !name.Contains('\\') && !name.Contains('\0') && !Path.IsPathRooted(name) && !name.Split('/').Any(part => part is "" or "." or "..");

    private static GenerationException Unreadable(string path, string reason, Exception? inner = null) =>
        new("manifest-unreadable", path, reason, inner);
}

[JsonSourceGenerationOptions(WriteIndented = true, IndentSize = 2, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
