using System.Collections.Immutable;

namespace TransFlow.Engine.Settings;

/// <summary>A way to tell others what happened.</summary>
/// <param name="Name">Its name, by which the outbox knows it.</param>
public abstract record NotifySettings(string Name)
{
    /// <summary>The kinds of events that are told; empty for all.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long all attempts of one time may take together.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>A program that is told of each event by a signed request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its address, which may hold a secret.</param>
/// <param name="Key">The key of its signatures.</param>
public sealed record WebhookSettings(string Name, Secret Url, Secret Key) : NotifySettings(Name)
{
    /// <summary>True to say who did what; otherwise people are left out.</summary>
    public bool NamesPeople { get; init; }
}

/// <summary>How a mail server is talked to.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>TLS before anything is said.</summary>
    StartTls,

    /// <summary>In the clear; on this machine only.</summary>
    None,
}

/// <summary>People who get a digest by mail: counts and links.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Host">The mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How it is talked to.</param>
public sealed record MailSettings(string Name, string Host, int Port, MailSecurity Security) : NotifySettings(Name)
{
    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    /// <summary>The recipients' addresses.</summary>
    public required ImmutableArray<string> To { get; init; }

    /// <summary>The account's name; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The account's password.</summary>
    public Secret? Password { get; init; }

    /// <summary>When a digest goes out: cron with seconds.</summary>
    public required string At { get; init; }

    /// <summary>An edition's address at the desk, with <c>{article}</c> and <c>{lang}</c>; null for none.</summary>
    public string? Link { get; init; }
}
