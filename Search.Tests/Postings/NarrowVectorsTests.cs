using System.Diagnostics;
using Xunit;

namespace Search.Tests.Postings;

/// <summary>The same oracle where the processor has no wide vectors.</summary>
public sealed class NarrowVectorsTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task The_kernels_find_the_same_without(string feature)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Under a host such as dotnet the test assembly is its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(NarrowVectorsTests).Assembly.Location);
        foreach (var argument in new[] { "--filter-method", "*ExactnessTests.Of_equal_scores*", "*ExactnessTests.A_similarity_with*", "*ExactnessTests.A_prefix*", "*PhraseTests.A_phrase_is_found*" })
            start.ArgumentList.Add(argument);
        start.Environment[feature] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said + await errors);
        Assert.Contains("succeeded: 10", said, StringComparison.Ordinal);
    }
}
