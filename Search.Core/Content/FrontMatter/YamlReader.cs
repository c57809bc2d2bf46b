using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Search.Core.Content;

/// <summary>
/// Strict YAML to <see cref="FrontValue"/>, in bounded depth and size. Aliases share their anchor's value and are never copied, so that a
/// few lines of them cannot grow; duplicate keys stay side by side for the caller to merge.
/// </summary>
internal static class YamlReader
{
    public const int MaxChars = 512 * 1024;
    private const int MaxDepth = 40;

    /// <summary>The first document of the text.</summary>
    /// <param name="text">YAML without its fences.</param>
    /// <param name="firstLine">Line of the file on which the text begins.</param>
    /// <param name="error">Why it could not be read; null on success.</param>
    /// <param name="errorLine">Line of the file of the error.</param>
    public static FrontValue? Read(string text, int firstLine, out string? error, out int errorLine)
    {
        errorLine = firstLine;
        if (text.Length > MaxChars)
        {
            error = $"it is longer than {MaxChars} characters";
            return null;
        }
        if (FlowDepth(text) > MaxDepth)
        {
            error = $"it is nested deeper than {MaxDepth} levels";
            return null;
        }
        try
        {
            var reader = new Reading(new Parser(new StringReader(text)), firstLine);
            error = null;
            return reader.Document();
        }
        catch (YamlException exception)
        {
            errorLine = firstLine + (int)Math.Max(0, exception.Start.Line - 1);
            error = FirstSentence(exception.Message);
        }
        catch (Exception exception) when (ParserFault.Is(exception))
        {
            // The scanner has thrown these on hostile input; they mean no more than "not YAML".
            error = FirstSentence(exception.Message);
        }
        return null;
    }

    /// <summary>Every document of the text, for files that hold several parted by <c>---</c>.</summary>
    public static List<FrontValue> ReadAll(string text, out string? error, out int errorLine)
    {
        var documents = new List<FrontValue>();
        error = null;
        errorLine = 1;
        if (FlowDepth(text) > MaxDepth)
        {
            error = $"it is nested deeper than {MaxDepth} levels";
            return documents;
        }
        try
        {
            var reader = new Reading(new Parser(new StringReader(text)), 1);
            while (reader.Document() is { } document)
                documents.Add(document);
        }
        catch (YamlException exception)
        {
            errorLine = (int)exception.Start.Line;
            error = FirstSentence(exception.Message);
        }
        catch (Exception exception) when (ParserFault.Is(exception))
        {
            error = FirstSentence(exception.Message);
        }
        return documents;
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf('\n', StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).Trim();
    }

    // The scanner's work per token grows with the flow depth, so depth is bounded before it starts.
    private static int FlowDepth(string text)
    {
        int depth = 0, deepest = 0;
        foreach (var c in text)
        {
            if (c is '[' or '{')
                deepest = Math.Max(deepest, ++depth);
            else if (c is ']' or '}')
                depth = Math.Max(0, depth - 1);
        }
        return deepest;
    }

    private sealed class Reading(IParser parser, int firstLine)
    {
        private readonly Dictionary<string, FrontValue> anchors = [];
        private int mergeBudget = 10_000;

        public FrontValue? Document()
        {
            while (parser.MoveNext())
            {
                if (parser.Current is not NodeEvent)
                    continue;
                return Node(0);
            }
            return null;
        }

        private int Line => firstLine + (int)Math.Max(0, parser.Current!.Start.Line - 1);

        private FrontValue Node(int depth)
        {
            if (depth > MaxDepth)
                throw new FormatException($"it is nested deeper than {MaxDepth} levels");
            var line = Line;
            switch (parser.Current)
            {
                case AnchorAlias alias:
                    return anchors.TryGetValue(alias.Value.Value, out var shared) ? shared : new FrontScalar("", false, line);
                case Scalar scalar:
                    return Anchored(scalar, new FrontScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, line));
                case SequenceStart sequence:
                    var items = new List<FrontValue>();
                    while (parser.MoveNext() && parser.Current is not SequenceEnd)
                        items.Add(Node(depth + 1));
                    return Anchored(sequence, new FrontList(items, line));
                case MappingStart mapping:
                    var entries = new List<FrontEntry>();
                    while (parser.MoveNext() && parser.Current is not MappingEnd)
                    {
                        var keyLine = Line;
                        var key = Node(depth + 1);
                        if (!parser.MoveNext())
                            break;
                        var value = Node(depth + 1);
                        if (key is FrontScalar { Text: "<<", Quoted: false } && value is FrontMap merged)
                            Merge(entries, merged);
                        else
                            entries.Add(new FrontEntry(key.AsText ?? "", value, keyLine));
                    }
                    return Anchored(mapping, new FrontMap(entries, line));
                default:
                    throw new FormatException("it ends in the middle of a value");
            }
        }

        // Merged maps are the one thing that grows by copying.
        private void Merge(List<FrontEntry> entries, FrontMap merged)
        {
            var count = Math.Min(merged.Entries.Count, mergeBudget);
            mergeBudget -= count;
            entries.InsertRange(0, merged.Entries.Take(count));
        }

        private FrontValue Anchored(NodeEvent node, FrontValue value)
        {
            if (!node.Anchor.IsEmpty)
                anchors[node.Anchor.Value] = value;
            return value;
        }
    }
}
