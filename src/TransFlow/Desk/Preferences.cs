using TransFlow.Desk.Words;

namespace TransFlow.Desk;

/// <summary>What a person likes: language, colours, shortcuts. It stays in the browser.</summary>
internal static class Preferences
{
    public const string Language = "transflow-language";
    public const string Theme = "transflow-theme";
    public const string Keys = "transflow-keys";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/preferences", (Delegate)Set).AllowAnonymous();

    private static async Task<IResult> Set(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        Keep(context, Language, form["language"], DeskWords.All.Select(w => w.Language));
        Keep(context, Theme, form["theme"], ["auto", "light", "dark"]);
        Keep(context, Keys, form["keys"], ["on", "off"]);
        return Results.LocalRedirect(LocalPath.Of(form["to"]));
    }

    private static void Keep(HttpContext context, string name, string? value, IEnumerable<string> allowed)
    {
        if (value is not null && allowed.Contains(value))
            context.Response.Cookies.Append(name, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = "/" });
    }
}
