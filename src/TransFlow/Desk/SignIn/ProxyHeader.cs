using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TransFlow.Engine;

namespace TransFlow.Desk.SignIn;

/// <summary>Takes the newsroom's proxy at its word, and nobody else: the person is whom its header names.</summary>
internal sealed class ProxyHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Newsroom newsroom)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "proxy";

    /// <summary>Where the connection itself came from, before any header said otherwise.</summary>
    public static readonly object Peer = new();

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var desk = newsroom.Settings.Desk!;
        if (Context.Items[Peer] is not IPAddress address || !Holds(desk.ProxyAddresses, address))
            return Task.FromResult(AuthenticateResult.NoResult());
        var named = Request.Headers[desk.ProxyHeader!];
        if (named.Count != 1 || string.IsNullOrWhiteSpace(named[0]) || !new Rights(newsroom.Settings).IsNamed(named[0]!))
            return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, named[0]!)], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }

    /// <summary>Whether an address is listed, however it is written.</summary>
    public static bool Holds(IEnumerable<IPAddress> listed, IPAddress address) => listed.Any(l => l.MapToIPv6().Equals(address.MapToIPv6()));
}
