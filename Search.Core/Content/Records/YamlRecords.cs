namespace Search.Core.Content;

/// <summary>
/// Reads a YAML file of many records (quotations, people, tags) so that a broken record costs no other: as a whole where it is valid, and
/// otherwise record by record.
/// </summary>
internal static class YamlRecords
{
    public static List<FrontValue> Read(string text, ProblemLog log)
    {
        text = text.Replace('\t', ' ');
        var documents = YamlReader.ReadAll(text, out var error, out var errorLine);
        if (error is null)
            return documents;
        log.Fail("yaml-not-valid", errorLine, $"The file is not valid YAML: {error}", "each record on its own", "Put values with special characters into quotation marks");
        return ByRecord(text, log);
    }

    // A record begins with "- " or a key at the margin; other lines there are a value that goes on.
    private static List<FrontValue> ByRecord(string text, ProblemLog log)
    {
        var records = new List<FrontValue>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            var line = lines[i];
            if (FrontLine.IsBlankOrComment(line) || line.StartsWith("---", StringComparison.Ordinal))
            {
                i++;
                continue;
            }
            var isItem = line.StartsWith('-');
            var end = i + 1;
            while (end < lines.Length && !lines[end].StartsWith('-') && FrontLine.Key(lines[end]) is null)
                end++;
            records.Add(Record(lines[i..end], i + 1, isItem, log));
            i = end;
        }
        return [new FrontList(records, 1)];
    }

    private static FrontValue Record(string[] lines, int line, bool isItem, ProblemLog log)
    {
        var value = YamlReader.Read(string.Join('\n', lines), line, out var error, out _);
        if (error is null && value is FrontList { Items: [var only] })
            return only;
        if (error is null && value is FrontMap map)
            return map;
        if (isItem)
            lines[0] = " " + lines[0][1..];
        var indent = lines.Where(text => !FrontLine.IsBlankOrComment(text)).Select(FrontLine.Indent).FirstOrDefault();
        return TolerantYaml.Read(string.Join('\n', lines.Select(text => text[Math.Min(indent, FrontLine.Indent(text))..])), line, log);
    }
}
