using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using TransFlow.Desk.SignIn;
using TransFlow.Engine.Settings;

namespace TransFlow.Desk;

/// <summary>What every request passes first: whose name it asks for, by what way it came, whether a form is ours.</summary>
/// <param name="next">What comes after.</param>
/// <param name="desk">The settings.</param>
internal sealed class DeskGuard(RequestDelegate next, DeskSettings desk)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The policy of a page that shows pictures of the newsroom's site, too.</summary>
    public static string PolicyWith(string site) => Policy.Replace("img-src 'self'", $"img-src 'self' {site}", StringComparison.Ordinal);

    /// <summary>Lets a request through, or answers it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        Protect(context.Response.Headers);
        var peer = context.Connection.RemoteIpAddress;
        context.Items[ProxyHeader.Peer] = peer;
        if (desk.Url is { } url)
        {
            // The proxy speaks plainly to us; what people see is its address.
            (context.Request.Scheme, context.Request.IsHttps) = (url.Scheme, url.Scheme == Uri.UriSchemeHttps);
        }

        if (!IsOurs(context.Request.Host))
        {
            await Refuse(context, StatusCodes.Status421MisdirectedRequest, "This is not the address of the desk.").ConfigureAwait(false);
            return;
        }

        if (!context.Request.IsHttps && !(peer is not null && IPAddress.IsLoopback(peer)))
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "The desk is reached by https only.").ConfigureAwait(false);
            return;
        }

        if (peer is not null && ProxyHeader.Holds(desk.ProxyAddresses, peer) && IPAddress.TryParse(context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out var behind))
            context.Connection.RemoteIpAddress = behind;
        if (context.Request.IsHttps)
            context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
        await next(context).ConfigureAwait(false);
    }

    /// <summary>Refuses a form that is not ours; to be called once it is known who sends it.</summary>
    public static async Task Forms(HttpContext context, RequestDelegate next, IAntiforgery antiforgery)
    {
        var isUnsafe = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        if (isUnsafe && !await IsRead(context).ConfigureAwait(false))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (isUnsafe && !await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
        {
            // Who signed in meanwhile in another tab need not do it again; nothing is done in the person's name.
            if (context.Request.Path == "/sign-in" && context.User.Identity?.IsAuthenticated == true && context.Request.HasFormContentType)
            {
                context.Response.Redirect(LocalPath.Of(context.Request.Form["to"]));
                return;
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether an answer may be compressed. How well words compress beside words of an attacker's choice tells of both, so what another site had
    /// asked for, with this person's cookies, goes as it is. Browsers say who asked; whatever does not say so gets no compression either.
    /// </summary>
    public static bool MayCompress(HttpContext context) => context.Request.Headers["Sec-Fetch-Site"] == "same-origin" || context.Request.Headers["Sec-Fetch-Site"] == "none";

    /// <summary>Reads the form; false when it is larger than forms may be, or none.</summary>
    public static async Task<bool> IsRead(HttpContext context)
    {
        try
        {
            if (context.Request.HasFormContentType)
                await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }

    private bool IsOurs(HostString host)
    {
        if (desk.Url is { } url && string.Equals(host.Host, url.IdnHost, StringComparison.OrdinalIgnoreCase))
            return true;
        return desk.Url is null && (host.Host is "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        (headers.CacheControl, headers.Pragma) = ("no-cache, no-store", "no-cache");
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
    }

    private static Task Refuse(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(words + "\n", context.RequestAborted);
    }
}
