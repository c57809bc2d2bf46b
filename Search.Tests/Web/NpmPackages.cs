using System.Diagnostics;
using Xunit;

namespace Search.Tests.Web;

/// <summary>
/// Packages of npm that tests try the service with, in a cache of this machine and never kept here; fetched once for each set of versions. No script of a package
/// is run while it is fetched. Where npm or a package can't be had the test skips and says so.
/// </summary>
internal static class NpmPackages
{
    /// <returns>A folder with <c>node_modules</c>.</returns>
    public static async Task<string> FolderAsync(params string[] packages)
    {
        var folder = Path.Combine(Path.GetTempPath(), "search-tests-npm", string.Join('+', packages).Replace('/', '-'));
        if (File.Exists(Path.Combine(folder, "whole")))
            return folder;
        Directory.CreateDirectory(folder);
        try
        {
            await RunAsync("npm", folder, null, ["install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, .. packages]);
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Assert.Skip($"{string.Join(", ", packages)} could not be fetched by npm: {missing.Message}");
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "whole"), "");
        return folder;
    }

    /// <summary>What a program writes; its input is a text or nothing.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public static async Task<string> RunAsync(string program, string folder, string? input, params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {(await errors).Trim()}");
    }
}
