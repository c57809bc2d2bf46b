using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Search.Bench.Load;

/// <summary><c>constant</c>: Kestrel with one answer and nothing else: what the machine can do at most.</summary>
internal static class ConstantServer
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Where to listen", Required = true };
        var command = new Command("constant", "Serves bytes of JSON, as many as /N says") { url };
        command.SetAction(result => RunAsync(result.GetRequiredValue(url)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var bodies = new Dictionary<int, byte[]>();
        app.MapGet("/{size:int}", async (HttpContext http, int size) =>
        {
            byte[]? body;
            lock (bodies)
                if (!bodies.TryGetValue(size, out body))
                    bodies.Add(size, body = [(byte)'"', .. Enumerable.Repeat((byte)'a', Math.Max(0, size - 2)), (byte)'"']);
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
