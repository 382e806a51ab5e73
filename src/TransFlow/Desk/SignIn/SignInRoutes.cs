using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Desk.Pages;
using TransFlow.Engine;

namespace TransFlow.Desk.SignIn;

/// <summary>Coming in and going out.</summary>
internal static class SignInRoutes
{
    /// <summary>The limit on how often one address may try.</summary>
    public const string Limit = "sign-in";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (HttpContext context) => context.User.Identity?.IsAuthenticated == true ? Results.LocalRedirect(LocalPath.Of(context.Request.Query["to"])) : Page(context, context.Request.Query["to"], isWrong: false)).AllowAnonymous();
        routes.MapPost("/sign-in", SignIn).AllowAnonymous().RequireRateLimiting(Limit);
        routes.MapPost("/sign-out", SignOut).RequireAuthorization(Policies.Member);
    }

    private static async Task<IResult> SignIn(HttpContext context, Newsroom newsroom, SignInPatience patience)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        if (newsroom.Settings.Desk?.ProxyHeader is not null)
            return Results.NotFound();
        if (Passwords.Check(newsroom.Accounts, patience, form["person"].ToString().Trim(), form["password"].ToString(), context.Connection.RemoteIpAddress) is not { } account)
            return Page(context, form["to"], isWrong: true);
        await context.SignInAsync(AccountCookie.Scheme, AccountCookie.Of(account)).ConfigureAwait(false);
        return Results.LocalRedirect(LocalPath.Of(form["to"]));
    }

    private static async Task<IResult> SignOut(HttpContext context, Newsroom newsroom)
    {
        if (newsroom.Settings.Desk?.ProxyHeader is null)
        {
            // A copy of the cookie must be worth nothing either.
            newsroom.Accounts.SignOut(context.User.Identity!.Name!);
            await context.SignOutAsync(AccountCookie.Scheme).ConfigureAwait(false);
        }

        return Results.LocalRedirect("/sign-in");
    }

    /// <summary>The page as it is when somebody was on the way to another.</summary>
    private static string PathTo(string to) => to == "/" ? "/sign-in" : $"/sign-in?to={Uri.EscapeDataString(to)}";

    private static RazorComponentResult<SignInPage> Page(HttpContext context, string? to, bool isWrong) =>
        new RazorComponentResult<SignInPage>(new { Visit = Visit.Of(context) with { Path = PathTo(LocalPath.Of(to)) }, To = LocalPath.Of(to), IsWrong = isWrong }) { StatusCode = isWrong ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK };
}
