using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Stages;
using TransFlow.Desk.Pages;
using TransFlow.Engine;

namespace TransFlow.Desk.Editions;

/// <summary>An edition as work: who has it, its file, and what a desk chief may do.</summary>
internal static class WorkRoutes
{
    private const string Page = "/editions/{article}/{language}/work";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, (HttpContext c, Newsroom n, string article, string language) => Show(c, n, article, language, null)).RequireAuthorization(Policies.Language);
        routes.MapPost("/editions/{article}/{language}/claim", (Delegate)Claim).RequireAuthorization(Policies.Language);
        routes.MapPost(Page, (Delegate)Do).RequireAuthorization(Policies.Chief);
        routes.MapGet("/editions/{article}/{language}/package", Package).RequireAuthorization(Policies.Language);
    }

    private static async Task<IResult> Claim(HttpContext context, Newsroom newsroom, string article, string language)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var outcome = newsroom.Claims.Claim(article, language, form["stage"], context.User.Identity!.Name!);
        return Answer(context, newsroom, article, language, "claimed", outcome);
    }

    private static async Task<IResult> Do(HttpContext context, Newsroom newsroom, string article, string language)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var person = context.User.Identity!.Name!;
        var act = form["act"].ToString();
        var outcome = act switch
        {
            "assign" => newsroom.Claims.Give(article, language, form["stage"], form["person"].ToString(), person),
            "hold" when string.IsNullOrWhiteSpace(form["reason"]) => new Refusal("no-reason", "Nothing is held without a reason.", "Say in a sentence why."),
            "hold" => newsroom.Acts.Hold(article, language, form["reason"].ToString().Trim(), person),
            "release" => newsroom.Acts.Release(article, language, person),
            "retry" => newsroom.Acts.Retry(article, language, person),
            "publish" => await newsroom.Acts.Publish(article, language, context.RequestAborted).ConfigureAwait(false),
            _ => new Refusal("no-such-act", "The desk does not know what to do.", "Load the page anew."),
        };
        return Answer(context, newsroom, article, language, act, outcome);
    }

    /// <summary>The package as an archive, or its file alone in a form.</summary>
    private static IResult Package(HttpContext context, Newsroom newsroom, string article, string language, string? form, string? stage)
    {
        var person = Visit.Of(context).Person;
        var outcome = form is null ? newsroom.Package(article, language, null, stage, person) : newsroom.Export(article, language, FileForm.Named(form), stage, person);
        return outcome.Try(out var file, out _) ? Results.File(file.Bytes, form is null ? "application/zip" : "application/xliff+xml", file.Name) : Results.NotFound();
    }

    private static IResult Answer(HttpContext context, Newsroom newsroom, string article, string language, string said, Outcome<Edition> outcome) =>
        outcome.Try(out _, out var refusal)
            ? Results.LocalRedirect($"/editions/{Uri.EscapeDataString(article)}/{language}/work?said={said}")
            : Show(context, newsroom, article, language, refusal);

    private static IResult Show(HttpContext context, Newsroom newsroom, string article, string language, Refusal? refusal)
    {
        if (!newsroom.Sheet(article, language).Try(out var sheet, out _))
            return Results.NotFound();
        var file = newsroom.Export(article, language, null, null, Visit.Of(context).Person);
        return new RazorComponentResult<WorkPage>(new { Visit = Visit.Of(context), Sheet = sheet, Settings = newsroom.Settings, File = file.Value.Name, NoFile = file.Refusal, Refused = refusal })
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}
