using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Search.Api.Hosting;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Api;

/// <summary>Limits come from configuration, and passing one has a status and a word of its own.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task An_address_that_asks_too_often_is_told_when_to_come_back()
    {
        using var host = new ApiHost(new Dictionary<string, string> { ["Search:Limits:RequestsPerSecond"] = "1" });
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 30 && refused is null; i++)
        {
            var response = await host.GetAsync("/api/people");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                refused = response;
            else
                response.Dispose();
        }
        Assert.NotNull(refused);
        var problem = await ApiHost.ProblemAsync(refused, HttpStatusCode.TooManyRequests);
        Assert.Equal("too-many-requests", (string?)problem["code"]);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("nosniff", Assert.Single(refused.Headers.GetValues("X-Content-Type-Options")));
        refused.Dispose();

        using var health = await host.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task The_limit_can_be_off_and_leaves_this_machine_alone_by_default(string perSecond)
    {
        using var host = new ApiHost(new Dictionary<string, string> { ["Search:Limits:RequestsPerSecond"] = perSecond });
        for (var i = 0; i < 1_200; i++)
        {
            using var response = await host.GetAsync("/api/people?limit=x");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task Limits_are_those_of_the_configuration()
    {
        using var host = new ApiHost(new Dictionary<string, string>
        {
            ["Search:Limits:MaxQueryChars"] = "20",
            ["Search:Limits:MaxPageSize"] = "5",
            ["Search:Limits:MaxOffset"] = "7",
            ["Search:Limits:MaxUrlChars"] = "256",
            ["Search:Limits:MaxBodyBytes"] = "1024",
        });
        using var query = await host.GetAsync("/api/search?q=" + new string('a', 21));
        Assert.Contains("at most 20", (string?)(await ApiHost.ProblemAsync(query, HttpStatusCode.BadRequest))["detail"]);
        using var page = await host.GetAsync("/api/search?limit=6&offset=8");
        Assert.Equal(2, (await ApiHost.ProblemAsync(page, HttpStatusCode.BadRequest))["errors"]!.AsObject().Count);
        using var address = await host.GetAsync("/api/search?q=" + new string('a', 300));
        await ApiHost.ProblemAsync(address, HttpStatusCode.RequestUriTooLong);
        using var body = new StringContent("{\"title\":\"" + new string('a', 1_100) + "\"}", new MediaTypeHeaderValue("application/json"));
        using var posted = await host.Client.PostAsync("/api/related", body, TestContext.Current.CancellationToken);
        await ApiHost.ProblemAsync(posted, HttpStatusCode.RequestEntityTooLarge);
        // A default greater than the limit would make the plain request an error.
        using var plain = await host.GetAsync("/api/search");
        await ApiHost.ProblemAsync(plain, HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_a_400()
    {
        using var host = new ApiHost(new Dictionary<string, string> { ["Search:Limits:MaxAnswerMs"] = "10" });
        var (answer, problem) = await host.Services.GetRequiredService<AnswerDesk>().AskAsync<SearchAnswer>("search", (_, cancel) =>
        {
            cancel.WaitHandle.WaitOne();
            cancel.ThrowIfCancellationRequested();
            return null;
        }, TestContext.Current.CancellationToken);
        Assert.Null(answer);
        Assert.Equal((400, "query-too-expensive"), (problem!.Status, problem.Code));
        Assert.Contains("10 ms", problem.Detail);
    }

    /// <summary>One place is taken: who finds no room to wait, and who waits too long, is told to come back.</summary>
    [Theory]
    [InlineData("MaxWaitingAnswers", "0")]
    [InlineData("MaxAnswerMs", "10")]
    public async Task Who_gets_no_turn_is_told_to_come_back(string limit, string value)
    {
        using var host = new ApiHost(new Dictionary<string, string> { ["Search:Limits:MaxConcurrentAnswers"] = "1", [$"Search:Limits:{limit}"] = value });
        var desk = host.Services.GetRequiredService<AnswerDesk>();
        var cancel = TestContext.Current.CancellationToken;
        using var inside = new SemaphoreSlim(0);
        using var leave = new SemaphoreSlim(0);
        var first = Task.Run(() => desk.AskAsync<SuggestAnswer>("suggest", (_, _) =>
        {
            inside.Release();
            leave.Wait(cancel);
            return new SuggestAnswer([]);
        }, cancel), cancel);
        await inside.WaitAsync(cancel);

        var (_, problem) = await desk.AskAsync<SuggestAnswer>("suggest", (_, _) => new SuggestAnswer([]), cancel);
        Assert.Equal((429, "too-many-requests", 1), (problem!.Status, problem.Code, problem.RetryAfterSeconds));

        leave.Release();
        Assert.NotNull((await first).Answer);
        // The turn that was not waited for is not lost.
        Assert.NotNull((await desk.AskAsync<SuggestAnswer>("suggest", (_, _) => new SuggestAnswer([]), cancel)).Answer);
    }

    [Fact]
    public async Task A_caller_who_has_gone_is_no_problem_to_be_told()
    {
        using var host = new ApiHost(new Dictionary<string, string>());
        using var gone = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Services.GetRequiredService<AnswerDesk>().AskAsync<SuggestAnswer>("suggest", (_, cancel) =>
        {
            gone.Cancel();
            cancel.ThrowIfCancellationRequested();
            return null;
        }, gone.Token));
    }
}
