using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Search.Tests.Api;

/// <summary>Every error is a problem document with a stable code and the security headers; none is a 500, whatever is sent.</summary>
public sealed class ProblemTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/api/posts")]
    [InlineData("/api/posts/a/b")]
    [InlineData("/feeds/other.atom")]
    public async Task An_address_that_does_not_exist_is_a_404(string path)
    {
        using var response = await host.GetAsync(path);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.NotFound);
        Assert.Equal("not-found", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("POST", "/api/search")]
    [InlineData("DELETE", "/api/posts/a")]
    [InlineData("PUT", "/api/tags")]
    public async Task A_method_that_is_not_taken_is_a_405_that_names_those_that_are(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.MethodNotAllowed);
        Assert.Equal("method-not-allowed", (string?)problem["code"]);
        Assert.Contains("GET", (string?)problem["detail"]);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/api/related")]
    [InlineData("/api/tags/suggest")]
    public async Task A_body_beyond_the_limit_is_a_413(string path)
    {
        using var known = Json("{\"body\":\"" + new string('a', 2_000_000) + "\"}");
        using var response = await host.Client.PostAsync(path, known, TestContext.Current.CancellationToken);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("body-too-large", (string?)problem["code"]);
        Assert.Contains("1048576", (string?)problem["detail"]);

        using var unknown = new StreamContent(new UnseekableStream(2_000_000));
        unknown.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var streamed = await host.Client.PostAsync(path, unknown, TestContext.Current.CancellationToken);
        await ApiHost.ProblemAsync(streamed, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"title\":\" \",\"body\":\"\"}")]
    [InlineData("{\"title\":5}")]
    [InlineData("{\"title\":\"\\ud800\"}")]
    [InlineData("{\"title\":\"a\",}")]
    public async Task A_body_that_is_no_text_is_a_400(string body)
    {
        using var content = Json(body);
        using var response = await host.Client.PostAsync("/api/related", content, TestContext.Current.CancellationToken);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("invalid-body", (string?)problem["code"]);
        Assert.Contains("title", (string?)problem["detail"]);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_and_endless_nesting_are_a_400()
    {
        foreach (var bytes in new[] { "{\"title\":\"\xff\xfe\"}"u8.ToArray().Select(b => b == 0xC3 ? (byte)0xFF : b).ToArray(), Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 100_000)) })
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await host.Client.PostAsync("/api/related", content, TestContext.Current.CancellationToken);
            await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_body_that_is_not_sent_as_JSON_is_a_415()
    {
        using var content = new StringContent("title=a");
        using var response = await host.Client.PostAsync("/api/related", content, TestContext.Current.CancellationToken);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("unsupported-media-type", (string?)problem["code"]);
    }

    [Fact]
    public async Task An_address_beyond_the_limit_is_a_414()
    {
        using var response = await host.GetAsync("/api/search?q=" + new string('a', 30_000));
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.RequestUriTooLong);
        Assert.Equal("url-too-long", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("/api/search?limit=x")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var response = await host.GetAsync(path);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_answers_and_their_entity_tag()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?limit=x");
        request.Headers.Add("Origin", "https://example.org");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("ETag", string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private sealed class UnseekableStream(int length) : Stream
    {
        private int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(_left, count);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            _left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
