using System.Collections.Immutable;
using System.Net;

namespace TransFlow.Engine.Settings;

/// <summary>The web desk: where it listens, and who its people are beside those who are named for stages.</summary>
public sealed record DeskSettings
{
    /// <summary>Where it listens: plain HTTP, for this machine or for a proxy that ends TLS.</summary>
    public required Uri Listen { get; init; }

    /// <summary>The address under which people reach it; null when they use <see cref="Listen"/> itself.</summary>
    public Uri? Url { get; init; }

    /// <summary>People who may hold, release, assign, retry and publish in every language.</summary>
    public ImmutableArray<string> Chiefs { get; init; } = [];

    /// <summary>How long an edition may wait at one stage before the board shows it as late.</summary>
    public TimeSpan LateAfter { get; init; }

    /// <summary>True when previews load the article's pictures from the newsroom's site, which then sees who looks at what.</summary>
    public bool LoadsImages { get; init; }

    /// <summary>The folder of the site's files, in which addresses of pictures that begin with <c>/</c> are looked up; null for none.</summary>
    public string? Pictures { get; init; }

    /// <summary>The folder of the keys that protect cookies.</summary>
    public required string Keys { get; init; }

    /// <summary>The header in which the newsroom's proxy names the person; null when people sign in at the desk.</summary>
    public string? ProxyHeader { get; init; }

    /// <summary>The addresses from which the proxy is believed.</summary>
    public ImmutableArray<IPAddress> ProxyAddresses { get; init; } = [];
}
