using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

public class GenerationIdTests
{
    private static GenerationId Id(string text) => GenerationId.TryParse(text, out var id) ? id : throw new ArgumentException(text);

    [Fact]
    public void The_first_id_is_the_time_and_one() =>
        Assert.Equal("20261122T230405-0001", GenerationId.Next([], IndexFolder.Start).ToString());

    [Fact]
    public void Time_counts_in_utc() =>
        Assert.Equal("20261122T230405-0001", GenerationId.Next([], IndexFolder.Start.ToOffset(TimeSpan.FromHours(5))).ToString());

    [Fact]
    public void Two_ids_of_one_second_differ_in_the_counter() =>
        Assert.Equal("20261122T230405-0008", GenerationId.Next([Id("20261122T230405-0007")], IndexFolder.Start).ToString());

    [Fact]
    public void A_clock_that_went_back_does_not_turn_the_order_round()
    {
        var next = GenerationId.Next([Id("20270101T000000-0009")], IndexFolder.Start);
        Assert.Equal("20270101T000000-0010", next.ToString());
    }

    [Fact]
    public void A_counter_of_five_digits_sorts_after_one_of_four() =>
        Assert.True(Id("20261122T230405-9999").CompareTo(Id("20261122T230405-10000")) < 0);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("20261122T230405")]
    [InlineData("20261122T230405-007")]
    [InlineData("20261122T230405-00007")]
    [InlineData("20261122T230405-0007/")]
    [InlineData("20261122T230405-0007.building")]
    [InlineData("20261322T230405-0007")]
    [InlineData("20261122T230405-+007")]
    [InlineData("20261122T230405-٠٠٠٧")]
    [InlineData("20261122T230405-9999999999999999999999")]
    public void Anything_else_is_no_id(string text) => Assert.False(GenerationId.TryParse(text, out _));
}
