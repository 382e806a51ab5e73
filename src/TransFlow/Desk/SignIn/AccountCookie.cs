using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using TransFlow.Engine;
using TransFlow.Engine.Store;

namespace TransFlow.Desk.SignIn;

/// <summary>The cookie of a person who signed in at the desk; it holds for as long as the account is as it was.</summary>
internal static class AccountCookie
{
    public const string Scheme = "account";

    private const string Stamp = "stamp";

    public static void Set(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "transflow";
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "to";
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToAccessDenied = c => Status(c.Response, StatusCodes.Status403Forbidden);
        options.Events.OnRedirectToLogin = c => (HttpMethods.IsGet(c.Request.Method) || HttpMethods.IsHead(c.Request.Method)) && !c.Request.Headers.ContainsKey("X-Desk")
            ? Redirect(c)
            : Status(c.Response, StatusCodes.Status401Unauthorized);
    }

    /// <summary>Who signed in.</summary>
    public static ClaimsPrincipal Of(AccountRow account) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Person), new Claim(Stamp, account.Stamp)], Scheme));

    private static Task Validate(CookieValidatePrincipalContext context)
    {
        var newsroom = context.HttpContext.RequestServices.GetRequiredService<Newsroom>();
        var account = context.Principal?.Identity?.Name is { } person ? newsroom.Accounts.Of(person) : null;
        if (account is not null && account.Stamp == context.Principal!.FindFirstValue(Stamp))
            return Task.CompletedTask;
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(Scheme);
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Status(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
