namespace Search.Core.Evaluation;

/// <summary>A query of a test collection.</summary>
public sealed record TestQuery(string Id, string Text);

/// <summary>Queries of a test collection: one a line, id TAB text.</summary>
public static class QueryFile
{
    /// <exception cref="InvalidDataException">A line has no tab; names file and line.</exception>
    public static IReadOnlyList<TestQuery> Read(string path)
    {
        var queries = new List<TestQuery>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0)
                continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0)
                throw new InvalidDataException($"{path}:{number}: “{line}” is no query; a line is: id, a tab, the text.");
            queries.Add(new(line[..tab].Trim(), line[(tab + 1)..].Trim()));
        }
        return queries;
    }
}
