using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Outbox;

/// <summary>Sends a digest by mail.</summary>
/// <param name="settings">Server, account and addresses.</param>
/// <param name="clock">The clock.</param>
internal sealed class MailDigest(MailSettings settings, TimeProvider clock) : INotifier
{
    private readonly Patience _patience = new(settings.AttemptTimeout, settings.TotalTimeout, clock);

    /// <inheritdoc/>
    public async Task<Answer> Notify(Cleared<Delivery> delivery, CancellationToken cancellationToken)
    {
        var password = "";
        if (settings is { User: not null, Password: { } secret } && !secret.Read().Try(out password, out var refusal))
            return new Answer(AnswerKind.Refused, refusal.ToString());
        return await _patience.Try(stop => Attempt(delivery.Payload, password!, stop), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Answer> Attempt(Delivery delivery, string password, CancellationToken stop)
    {
        // The server is not told what this machine is called.
        using var client = new SmtpClient { LocalDomain = "localhost", CheckCertificateRevocation = false };
        try
        {
            using var mail = Mail(delivery);
            await client.ConnectAsync(settings.Host, settings.Port, Options(settings.Security), stop).ConfigureAwait(false);
            if (settings.User is { } user)
                await client.AuthenticateAsync(user, password, stop).ConfigureAwait(false);
            await client.SendAsync(mail, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or CommandException or AuthenticationException or NotSupportedException)
        {
            return Failed(e);
        }

        // The server has it now, whether or not it says good-bye.
        return new Answer(AnswerKind.Taken, "The mail server took it.");
    }

    private MimeMessage Mail(Delivery delivery)
    {
        var from = MailboxAddress.Parse(settings.From);
        var mail = new MimeMessage { Subject = delivery.Subject, Date = clock.GetUtcNow(), MessageId = $"{delivery.Id}@{from.Domain}", Body = new TextPart("plain") { Text = delivery.Body } };
        mail.From.Add(from);
        mail.To.AddRange(settings.To.Select(t => MailboxAddress.Parse(t)));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>The kind of failure alone: what a server says may repeat what it was told.</summary>
    private static Answer Failed(Exception e) => e switch
    {
        SmtpCommandException { StatusCode: var code } => new Answer((int)code is >= 400 and < 500 ? AnswerKind.NotNow : AnswerKind.Refused, $"The mail server answered {(int)code}."),
        AuthenticationException => new Answer(AnswerKind.Refused, "The mail server does not know the account or its password."),
        SslHandshakeException => new Answer(AnswerKind.Refused, "The mail server has no certificate that can be trusted."),
        NotSupportedException => new Answer(AnswerKind.Refused, "The mail server does not offer what the settings ask for (TLS, or a way to sign in)."),
        _ => new Answer(AnswerKind.NotNow, $"The mail server could not be reached, or broke off ({e.GetType().Name})."),
    };
}
