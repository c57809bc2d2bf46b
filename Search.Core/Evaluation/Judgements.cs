using System.Globalization;

namespace Search.Core.Evaluation;

/// <summary>
/// Which documents answer which query, and how well: qrels of three columns (query, document, grade) or TREC's four (query, iteration,
/// document, grade), parted by tabs or blanks. A document that is not judged counts as not relevant, as trec_eval counts it.
/// </summary>
public sealed class Judgements
{
    private readonly Dictionary<string, Dictionary<string, int>> grades = new(StringComparer.Ordinal);

    public bool HasQuery(string query) => grades.ContainsKey(query);

    /// <summary>The judged documents of a query with their grades; empty where it has none.</summary>
    public IReadOnlyDictionary<string, int> Of(string query) => grades.GetValueOrDefault(query) ?? [];

    /// <exception cref="InvalidDataException">A line is of neither form; names file and line.</exception>
    public static Judgements Read(string path)
    {
        var judgements = new Judgements();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var columns = line.Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length == 0 || line[0] == '#')
                continue;
            if (columns.Length is not (3 or 4) || !TryGrade(columns[^1], out var grade))
            {
                // BEIR's files open with the names of their columns.
                if (number == 1 && columns.Length is 3 or 4)
                    continue;
                throw new InvalidDataException($"{path}:{number}: “{line}” is no judgement; a line is: query, document, grade (or query, 0, document, grade).");
            }
            if (!judgements.grades.TryGetValue(columns[0], out var documents))
                judgements.grades.Add(columns[0], documents = new(StringComparer.Ordinal));
            documents[columns[^2]] = grade;
        }
        return judgements;
    }

    private static bool TryGrade(string text, out int grade)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out grade))
            return true;
        var isNumber = double.TryParse(text, CultureInfo.InvariantCulture, out var real);
        grade = (int)real;
        return isNumber;
    }
}
