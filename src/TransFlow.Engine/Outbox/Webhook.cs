using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Outbox;

/// <summary>Tells another program of an event by a signed request.</summary>
internal sealed class Webhook : INotifier, IDisposable
{
    /// <summary>An answer is of no interest; what is longer is not read to its end.</summary>
    private const int MostAnswerBytes = 64 * 1024;

    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    private readonly WebhookSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Patience _patience;
    private readonly HttpClient _client;

    /// <summary>Makes the way.</summary>
    /// <param name="settings">Its address, key and patience.</param>
    /// <param name="clock">The clock.</param>
    public Webhook(WebhookSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _patience = new Patience(settings.AttemptTimeout, settings.TotalTimeout, clock);
        // A redirection could take a signed body to another house: it is not followed. Time is kept by the patience.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public async Task<Answer> Notify(Cleared<Delivery> delivery, CancellationToken cancellationToken)
    {
        if (!_settings.Url.Read().Try(out var url, out var refusal) || !_settings.Key.Read().Try(out var key, out refusal))
            return new Answer(AnswerKind.Refused, refusal.ToString());
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            return new Answer(AnswerKind.Refused, $"What is in {_settings.Url} is no https address.");
        return await _patience.Try(stop => Attempt(delivery.Payload, address, key, stop), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async ValueTask<Answer> Attempt(Delivery delivery, Uri address, string key, CancellationToken stop)
    {
        var body = Encoding.UTF8.GetBytes(delivery.Body);
        var now = _clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TransFlow", null));
        request.Headers.Add("webhook-id", delivery.Id);
        request.Headers.Add("webhook-timestamp", WebhookSignature.Seconds(now));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(key, delivery.Id, now, body));
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            await ReadOut(response, stop).ConfigureAwait(false);
            return AnswerOf(response, now);
        }
        // A connection that is reset while it is made comes as the bare socket's error.
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return new Answer(AnswerKind.NotNow, $"It could not be reached, or broke off ({Reason(e)}).");
        }
    }

    /// <summary>An answer that breaks off is none: the other side may not have done what it was beginning to say.</summary>
    private static async Task ReadOut(HttpResponseMessage response, CancellationToken stop)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        var buffer = new byte[8192];
        var left = MostAnswerBytes;
        for (int read; left > 0 && (read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0;)
            left -= read;
    }

    private static Answer AnswerOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var said = string.Create(CultureInfo.InvariantCulture, $"It answered {status}.");
        if (response.IsSuccessStatusCode)
            return new Answer(AnswerKind.Taken, said);
        return response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || status >= 500
            ? new Answer(AnswerKind.NotNow, said) { RetryAfter = RetryAfter(response.Headers, now) }
            : new Answer(AnswerKind.Refused, said);
    }

    /// <summary>For how long the other side wants to be left alone, a day at most; a number of seconds that no clock holds is more than that.</summary>
    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter is { } header ? header.Delta ?? (header.Date is { } date ? date - now : null)
            : headers.TryGetValues("Retry-After", out var said) && said.First() is { Length: > 0 } number && number.All(char.IsAsciiDigit) ? LongestRetryAfter
            : null;
        return wait is not { } asked || asked <= TimeSpan.Zero ? null : asked < LongestRetryAfter ? asked : LongestRetryAfter;
    }

    /// <summary>The kind of failure alone: what the framework says of it may name the address, and the address may be a secret.</summary>
    private static string Reason(Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        HttpIOException io => io.HttpRequestError.ToString(),
        _ => e.GetType().Name,
    };
}
