using System.Text.Json;

namespace Search.Core.Content;

/// <summary>
/// Reads JSON from a stream token by token, in a buffer that grows only to the longest single value that is asked for, and never over a bound.
/// </summary>
/// <exception cref="JsonException">Thrown by every method where the JSON is not valid.</exception>
internal sealed class JsonPull(Stream stream, int maxValueBytes)
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool isAtEnd;
    private bool hasStarted;
    private JsonReaderState state = new(Lenient);
    private long consumedBytes;

    public JsonTokenType Token { get; private set; }

    /// <summary>Name of the property, where the token is one.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Offset of the token in the stream.</summary>
    public long Position { get; private set; }

    /// <summary>Goes on to the next token; false at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            SkipMark();
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isAtEnd, state);
            if (reader.Read())
            {
                Token = reader.TokenType;
                Position = consumedBytes + reader.TokenStartIndex;
                Name = Token == JsonTokenType.PropertyName ? NameOf(ref reader) : "";
                Consume(ref reader);
                return true;
            }
            // A token that was begun stays in the buffer, and so does the state before it.
            Consume(ref reader);
            if (isAtEnd)
                return false;
            Fill();
        }
    }

    /// <summary>The next item of the array that is open; false at the array's end, which is read.</summary>
    /// <param name="item">Null where it is longer than the bound, and then passed over.</param>
    public bool NextItem(out JsonDocument? item)
    {
        item = null;
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isAtEnd, state);
            if (reader.Read())
            {
                Position = consumedBytes + reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    Consume(ref reader);
                    return false;
                }
                if (JsonDocument.TryParseValue(ref reader, out item))
                {
                    Consume(ref reader);
                    return true;
                }
            }
            if (isAtEnd)
                throw new JsonException("The file ends within a list.");
            if (end - start > maxValueBytes)
            {
                Skip();
                return true;
            }
            Fill();
        }
    }

    /// <summary>Passes over the value that comes next, however long it is.</summary>
    public void Skip()
    {
        if (!Next())
            throw new JsonException("A value is missing.");
        if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        for (var depth = 1; depth > 0;)
        {
            if (!Next())
                throw new JsonException("The file ends within a value.");
            depth += Token switch { JsonTokenType.StartObject or JsonTokenType.StartArray => 1, JsonTokenType.EndObject or JsonTokenType.EndArray => -1, _ => 0 };
        }
    }

    private void Consume(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        start += (int)reader.BytesConsumed;
        consumedBytes += reader.BytesConsumed;
    }

    // A name that is no text is none that is looked for.
    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private void SkipMark()
    {
        if (hasStarted)
            return;
        hasStarted = true;
        while (end < 3 && !isAtEnd)
            Fill();
        if (buffer.AsSpan(0, end) is [0xEF, 0xBB, 0xBF, ..])
            start = 3;
    }

    private void Fill()
    {
        if (end == buffer.Length)
        {
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (end, start) = (end - start, 0);
            }
            else if (buffer.Length > Math.Max(4L * maxValueBytes, 1 << 20))
                throw new JsonException("A single text is longer than any that is read.");
            else
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, int.MaxValue - 64));
        }
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        isAtEnd = read == 0;
    }
}
