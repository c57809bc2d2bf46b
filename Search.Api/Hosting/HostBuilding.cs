using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Search.Api.Hosting;

/// <summary>From the command line to a host that can be built, or to an exit code: 0 after <c>--help</c>, 2 where something given is not accepted.</summary>
internal static class HostBuilding
{
    private const int UsageError = 2;

    public static bool TryStart(string[] arguments, TextWriter output, TextWriter error, [NotNullWhen(true)] out WebApplicationBuilder? builder, [NotNullWhen(true)] out ApiSettings? settings, out int exitCode)
    {
        (builder, settings, exitCode) = (null, null, 0);
        var command = CommandLine.Parse(arguments);
        if (command.Help)
        {
            output.WriteLine(HelpText());
            return false;
        }
        // The files of the pages and appsettings.json lie beside the program, wherever it is started from.
        var made = WebApplication.CreateBuilder(new WebApplicationOptions { Args = command.HostArguments, ContentRootPath = AppContext.BaseDirectory });
        made.Configuration.AddInMemoryCollection(command.Settings);
        var reader = new SettingsReader(made.Configuration);
        var read = ApiSettings.Read(reader);
        string[] errors = [.. command.Errors, .. ListenAddress.Check(made.Configuration["urls"]), .. reader.Errors];
        if (errors.Length > 0)
        {
            foreach (var mistake in errors)
                error.WriteLine(mistake);
            error.WriteLine("--help says what is accepted.");
            exitCode = UsageError;
            return false;
        }
        (builder, settings) = (made, read);
        return true;
    }

    private static string HelpText()
    {
        var reader = new SettingsReader(new ConfigurationBuilder().Build());
        ApiSettings.Read(reader);
        var lines = reader.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"  {line.Key}\n      {line.Meaning}. Default: {(line.Default.Length > 0 ? line.Default : "none")}. Accepted: {line.Range}."));
        return $"""
            Serves the search page and the API over an index.

              --index DIR        folder of the index; default index/ of the repository, built from samples/ where it holds none
              --content SOURCE   folder or file with posts to keep the index in step with; may be repeated
              --urls URL         address to listen on; default http://localhost:5080, or the next free port

            Settings, as --Search:Name=value, as environment variables (Search__Name=value) or in appsettings.json:
            {string.Join('\n', lines)}
            """;
    }
}
