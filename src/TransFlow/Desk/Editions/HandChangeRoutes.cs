using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Editions;

/// <summary>The decisions on what somebody changed in a published file.</summary>
internal static class HandChangeRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/editions/{article}/{language}/by-hand", (Delegate)Decide).RequireAuthorization(Policies.Language);

    /// <summary>What was changed, when there is anything to be seen.</summary>
    public static HandChangeReport? Of(Newsroom newsroom, Edition edition) =>
        edition is { ChangedByHand: not null, Retraction: null } ? newsroom.HandChanges.Look(edition.Article, edition.Language).Value : null;

    /// <summary>Whether a person reviews in the edition's language, and so decides.</summary>
    public static bool IsEditor(Newsroom newsroom, Edition edition, string person)
    {
        var actor = newsroom.Settings.ActorOf(person, edition.Language);
        return edition.Route.Stages.Any(s => s.Role == StageRole.Review && actor.Stages.Contains(s.Name));
    }

    private static async Task<IResult> Decide(HttpContext context, Newsroom newsroom, PresenceBook presence, string article, string language)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var person = context.User.Identity!.Name!;
        var isTake = form["act"] == "take";
        var seen = form["seen"].ToString();
        var putsBack = form["put-back"] == "yes";
        var order = new CorrectionOrder(form["reason"].ToString()) { Kind = WorkRoutes.Kind(form["kind"].ToString()), Line = form["line"] };
        var outcome = isTake
            ? newsroom.HandChanges.Take(article, language, order, person, seen, putsBack)
            : form["act"] == "discard" ? newsroom.HandChanges.Discard(article, language, person, seen, putsBack) : new Refusal("no-such-act", "The desk does not know what to do.", "Load the page anew.");
        return outcome.Refusal is { } refusal
            ? EditionRoutes.Refuse(context, newsroom, presence, article, language, refusal, form)
            : Results.LocalRedirect($"/editions/{Uri.EscapeDataString(article)}/{language}?said={(isTake ? "taken" : "discarded")}", preserveMethod: false);
    }
}
