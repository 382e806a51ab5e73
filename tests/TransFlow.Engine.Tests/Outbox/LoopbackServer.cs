using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TransFlow.Engine.Tests.Outbox;

/// <summary>A server on this machine that behaves as badly as it is told, connection by connection.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    /// <summary>Starts it.</summary>
    /// <param name="talk">What it does with each connection, by its number from 1.</param>
    public LoopbackServer(Func<int, Line, Task> talk)
    {
        _listener.Start();
        _work = Accept(talk);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    /// <summary>What it was sent, in order.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task Accept(Func<int, Line, Task> talk)
    {
        var conversations = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                conversations.Add(Converse(await _listener.AcceptTcpClientAsync(_stop.Token), ++Connections, talk));
            }
            catch (OperationCanceledException)
            {
                Heard.Enqueue("(stopped)");
            }
        }

        await Task.WhenAll(conversations);
    }

    private async Task Converse(TcpClient client, int number, Func<int, Line, Task> talk)
    {
        using (client)
        {
            try
            {
                await using var line = new Line(client, Heard, _stop.Token);
                await talk(number, line);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                Heard.Enqueue("(broken off)");
            }
        }
    }
}

/// <summary>One conversation.</summary>
internal sealed class Line(TcpClient client, ConcurrentQueue<string> heard, CancellationToken stop) : IAsyncDisposable
{
    private readonly NetworkStream _stream = client.GetStream();

    public Task Say(string text) => _stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop).AsTask();

    /// <summary>A line of text without its end; null when the other side is gone.</summary>
    public async Task<string?> Hear()
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, stop) == 1)
        {
            if (one[0] != '\n')
                bytes.Add(one[0]);
            else
                return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
        }

        return null;
    }

    /// <summary>A whole request: its head and, after an empty line, its body.</summary>
    public async Task<string> HearRequest()
    {
        var request = new StringBuilder();
        var length = 0;
        while (await Hear() is { Length: > 0 } head)
        {
            request.Append(head).Append('\n');
            if (head.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(head["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
        }

        var body = new byte[length];
        await _stream.ReadExactlyAsync(body, stop);
        request.Append('\n').Append(Encoding.UTF8.GetString(body));
        heard.Enqueue(request.ToString());
        return request.ToString();
    }

    public void Note(string text) => heard.Enqueue(text);

    /// <summary>Never answers, until the server is stopped.</summary>
    public Task Sulk() => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Breaks the connection off so that the other side sees a reset.</summary>
    public void Reset() => client.Client.Close(0);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
