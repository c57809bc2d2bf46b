namespace Search.Api.Hosting;

/// <summary>
/// What was typed after the program's name: <c>--index</c>, <c>--content</c> and <c>--urls</c> become settings; <c>--Any:Setting=value</c>
/// is handed on to configuration; everything else is an error that names what is accepted.
/// </summary>
internal sealed record CommandLine(IReadOnlyDictionary<string, string?> Settings, string[] HostArguments, bool Help, IReadOnlyList<string> Errors)
{
    private const string Accepted = "--index DIR, --content SOURCE (repeatable), --urls URL, --help, or a setting as --Section:Name=value";

    // What test hosts and the framework's own tools pass.
    private static readonly string[] HostKeys = ["environment", "contentRoot", "applicationName"];

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var host = new List<string>();
        var errors = new List<string>();
        var help = false;
        var sources = 0;
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = Split(arguments[i]);
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    help = true;
                    break;
                case "--index" or "--content" or "--urls":
                    value ??= i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++i] : null;
                    var key = name switch { "--index" => "Search:Index", "--urls" => "urls", _ => $"Search:Content:{sources++}" };
                    if (string.IsNullOrWhiteSpace(value))
                        errors.Add($"{name} needs a value");
                    else if (!settings.TryAdd(key, value))
                        errors.Add($"{name} is given twice; only --content can be repeated");
                    break;
                // A test host hands on each section of its settings with an empty value of its own.
                case var section when value is "" && section.StartsWith("--", StringComparison.Ordinal):
                    break;
                default:
                    if (value is not null && name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':', StringComparison.Ordinal) || HostKeys.Contains(name[2..], StringComparer.OrdinalIgnoreCase)))
                        host.Add(arguments[i]);
                    else
                        errors.Add($"'{arguments[i]}' is not known; accepted: {Accepted}");
                    break;
            }
        }
        return new(settings, [.. host], help, errors);
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return argument.StartsWith("--", StringComparison.Ordinal) && equals > 0 ? (argument[..equals], argument[(equals + 1)..]) : (argument, null);
    }
}
