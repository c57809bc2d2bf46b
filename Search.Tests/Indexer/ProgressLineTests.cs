using Search.Core.Ingestion;
using Search.Indexer;
using Xunit;

namespace Search.Tests.Indexer;

/// <summary>What the terminal is told of a long run.</summary>
public sealed class ProgressLineTests
{
    [Fact]
    public void One_large_file_is_told_by_megabytes_with_rate_and_time_left() => Assert.Equal(
        "Reading: 0 of 1 files, 500 of 2,000 MB, 5.0 MB a second, 00:05:00 left",
        ProgressLine.Text(new(IngestPhase.Reading, 0, 1, 500L << 20, 2000L << 20), seconds: 100));

    [Fact]
    public void Documents_are_told_with_rate_and_time_left_even_where_that_is_days() => Assert.Equal(
        "Indexing: 1,000 of 1,000,000, 10 a second, 27:45:00 left",
        ProgressLine.Text(new(IngestPhase.Indexing, 1_000, 1_000_000, 0, 0), seconds: 100));

    [Fact]
    public void Nothing_is_foretold_before_there_is_a_rate() => Assert.Equal(
        "Naming: 16 of 1,000",
        ProgressLine.Text(new(IngestPhase.Naming, 16, 1_000, 0, 0), seconds: 0.2));
}
