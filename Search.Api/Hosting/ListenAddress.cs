using System.Net;
using System.Net.Sockets;

namespace Search.Api.Hosting;

/// <summary>The address to listen on: the one that was given, otherwise port 5080 of this machine, or the next that is free.</summary>
internal static class ListenAddress
{
    private const int DefaultPort = 5080;
    private const int PortsTried = 20;

    /// <summary>Errors in the addresses that were given.</summary>
    public static IEnumerable<string> Check(string? given)
    {
        foreach (var url in (given ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            // "http://*:80" and "http://+:80" are no URIs, but mean every address of the machine.
            if (!Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.AbsolutePath != "/")
                yield return $"--urls: '{url}' is not accepted; it takes http://HOST:PORT, such as http://localhost:5080";
    }

    /// <summary>The first free address, and a word about it where it is not the usual one.</summary>
    public static (string Url, string? Note) Free()
    {
        for (var port = DefaultPort; port < DefaultPort + PortsTried; port++)
            if (IsFree(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port)))
                return ($"http://localhost:{port}", port == DefaultPort ? null : $"Port {DefaultPort} is taken; using {port} instead. Choose another with --urls http://localhost:PORT.");
        return ("http://127.0.0.1:0", $"Ports {DefaultPort} to {DefaultPort + PortsTried - 1} are taken; using one that is free. Choose another with --urls http://localhost:PORT.");
    }

    private static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException fault)
        {
            // A machine without IPv6 on its loopback is no reason to move on.
            return fault.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}
