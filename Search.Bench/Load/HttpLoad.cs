using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Search.Bench.Load;

/// <summary>
/// Asks a server on this machine as fast as it answers, over a few connections that stay open, and counts. Bytes are written and read by
/// hand, so that the client costs little and the same against every server.
/// </summary>
internal static class HttpLoad
{
    /// <param name="Requests">Answers received.</param>
    /// <param name="Seconds">In this time.</param>
    /// <param name="BodyBytes">Bytes of all bodies.</param>
    internal readonly record struct Result(long Requests, double Seconds, long BodyBytes)
    {
        public double PerSecond => Requests / Seconds;
    }

    /// <param name="port">Of the server.</param>
    /// <param name="requests">What each request says after <c>GET</c>: path and, after a line break, further headers; asked in turn.</param>
    /// <param name="connections">Connections, each with a thread of its own.</param>
    /// <param name="seconds">How long; shorter where <paramref name="once"/> has each request made a single time.</param>
    /// <param name="status">What every answer must have.</param>
    /// <param name="once">True to stop when every request has been made.</param>
    public static Result Run(int port, IReadOnlyList<string> requests, int connections, double seconds, int status, bool once = false)
    {
        var bytes = requests.Select(r => Encoding.ASCII.GetBytes(Request(r))).ToArray();
        var next = -1;
        long answered = 0, body = 0;
        Exception? fault = null;
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, connections).Select(_ => new Thread(() =>
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Connect(IPAddress.Loopback, port);
                var reader = new AnswerReader(socket);
                long mine = 0, mineBody = 0;
                while (clock.Elapsed.TotalSeconds < seconds)
                {
                    var index = Interlocked.Increment(ref next);
                    if (once && index >= bytes.Length)
                        break;
                    socket.Send(bytes[(int)((uint)index % (uint)bytes.Length)]);
                    mineBody += reader.Next(status);
                    mine++;
                }
                Interlocked.Add(ref answered, mine);
                Interlocked.Add(ref body, mineBody);
            }
            catch (Exception e) when (e is SocketException or InvalidDataException)
            {
                Interlocked.CompareExchange(ref fault, e, null);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return fault is null ? new(answered, clock.Elapsed.TotalSeconds, body) : throw new InvalidDataException($"The load stopped: {fault.Message}", fault);
    }

    private static string Request(string request)
    {
        var lines = request.Split('\n', 2);
        return $"GET {lines[0]} HTTP/1.1\r\nHost: localhost\r\n{(lines.Length > 1 ? lines[1].Trim() + "\r\n" : "")}\r\n";
    }

    /// <summary>Reads answers with a Content-Length, or none and no body, off one connection.</summary>
    private sealed class AnswerReader(Socket socket)
    {
        private static readonly byte[] EndOfHeaders = "\r\n\r\n"u8.ToArray();
        private static readonly byte[] Length = "\r\nContent-Length: "u8.ToArray();

        private readonly byte[] _buffer = new byte[1 << 20];
        private int _filled;

        public int Next(int status)
        {
            int headers;
            while ((headers = _buffer.AsSpan(0, _filled).IndexOf(EndOfHeaders)) < 0)
                Receive();
            var head = _buffer.AsSpan(0, headers + 2);
            // "HTTP/1.1 200"
            var got = ((head[9] - '0') * 100) + ((head[10] - '0') * 10) + head[11] - '0';
            if (got != status)
                throw new InvalidDataException($"{got} where {status} was expected");
            var at = head.IndexOf(Length);
            var length = 0;
            for (var i = at < 0 ? head.Length : at + Length.Length; i < head.Length && head[i] is >= (byte)'0' and <= (byte)'9'; i++)
                length = (length * 10) + head[i] - '0';
            if (at < 0 && status == 200)
                throw new InvalidDataException("an answer without Content-Length");
            var whole = headers + EndOfHeaders.Length + length;
            while (_filled < whole)
                Receive();
            _buffer.AsSpan(whole, _filled - whole).CopyTo(_buffer);
            _filled -= whole;
            return length;
        }

        private void Receive()
        {
            var read = _filled < _buffer.Length ? socket.Receive(_buffer, _filled, _buffer.Length - _filled, SocketFlags.None) : 0;
            if (read == 0)
                throw new InvalidDataException("the server closed the connection, or an answer is too large");
            _filled += read;
        }
    }
}
