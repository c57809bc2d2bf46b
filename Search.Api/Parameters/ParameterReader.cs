using System.Text;

namespace Search.Api.Parameters;

/// <summary>
/// Reads the parameters of one request and keeps all that is wrong with them. Empty values count as not given, as a form sends them;
/// parameters that nobody asked for become warnings.
/// </summary>
internal sealed class ParameterReader(HttpRequest request)
{
    // A flood of unknown names must not become a flood of warnings.
    private const int MaxUnknownNames = 5;

    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly StringBuilder _canonical = new();
    private readonly List<string> _notes = [];

    /// <summary>What is wrong, by parameter.</summary>
    public IReadOnlyDictionary<string, List<string>> Errors => _errors;

    /// <summary>One text for all requests that mean the same.</summary>
    public string Canonical => _canonical.ToString();

    public T Read<T>(Parameter<T> parameter)
    {
        _asked.Add(parameter.Name);
        var given = Given(parameter);
        var value = parameter.Default;
        if (given.Count > 0 && !parameter.IsRepeatable && given.Distinct(StringComparer.Ordinal).Skip(1).Any())
            Reject(parameter.Name, $"is given {given.Count} times; it takes one value");
        else if (given.Count > 0)
            value = parameter.Read(given, message => Reject(parameter.Name, message));
        else if (parameter.IsRequired)
            Reject(parameter.Name, $"is missing; it takes: {parameter.Description.TrimEnd('.')}");
        _canonical.Append('\n').Append(parameter.Name).Append('=').Append(parameter.Canonical(value));
        return value;
    }

    public void Reject(string name, string message)
    {
        if (!_errors.TryGetValue(name, out var messages))
            _errors.Add(name, messages = []);
        if (!messages.Contains(message))
            messages.Add(message);
    }

    public void Note(string warning) => _notes.Add(warning);

    /// <summary>Parameters that were given and mean nothing here, and whatever else was noted; complete once all has been read.</summary>
    public IReadOnlyList<string> Warnings()
    {
        var unknown = request.Query.Keys.Where(name => !_asked.Contains(name)).ToList();
        var warnings = new List<string>(_notes);
        warnings.AddRange(unknown.Take(MaxUnknownNames).Select(name => $"The parameter '{Quoted.Shorten(name)}' is not known here and was ignored."));
        if (unknown.Count > MaxUnknownNames)
            warnings.Add($"{unknown.Count - MaxUnknownNames} more unknown parameters were ignored.");
        return warnings;
    }

    private List<string> Given(Parameter parameter)
    {
        if (parameter.IsInPath)
            return request.RouteValues[parameter.Name] is string part && part.Length > 0 ? [part] : [];
        return [.. request.Query[parameter.Name].Where(text => !string.IsNullOrEmpty(text)).Select(text => text!)];
    }
}
