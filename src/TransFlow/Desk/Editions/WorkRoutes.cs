using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Stages;
using TransFlow.Desk.Pages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Editions;

/// <summary>An edition as work: who has it, its file, what keeps it, and what becomes of what is live. The same acts as those of the command line.</summary>
internal static class WorkRoutes
{
    private const string Edition = "/editions/{article}/{language}";
    private const string Page = Edition + "/work";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, (HttpContext c, Newsroom n, string article, string language) => Show(c, n, article, language, null)).RequireAuthorization(Policies.Language);
        routes.MapGet(Edition + "/package", Package).RequireAuthorization(Policies.Language);
        Act(routes, "claim", Policies.Language, (n, f) => n.Claims.Claim(f.Article, f.Language, f["stage"], f.Person));
        Act(routes, "hand-over", Policies.Language, (n, f) => NotHis(n, f) ?? n.Claims.Give(f.Article, f.Language, f["stage"], f["person"], f.Person));
        Act(routes, "break", Policies.Language, (n, f) => NotHis(n, f) ?? n.Claims.Break(f.Article, f.Language, f["stage"], f.Person, f["reason"]));
        Act(routes, "hold", Policies.Chief, (n, f) => n.Acts.Hold(f.Article, f.Language, f["reason"], f.Person));
        Act(routes, "release", Policies.Chief, (n, f) => n.Acts.Release(f.Article, f.Language, f.Person));
        Act(routes, "retry", Policies.Chief, (n, f) => n.Acts.Retry(f.Article, f.Language, f.Person));
        Act(routes, "embargo", Policies.Answers, (n, f) => n.Embargoes.Set(f.Article, f.Language, f["until"], f["zone"] is { Length: > 0 } zone ? zone : null, f.Person));
        Act(routes, "lift", Policies.Answers, (n, f) => n.Embargoes.Lift(f.Article, f.Language, f.Person, f["reason"]), e => e.Embargo is null ? "lifted" : "lift");
        Act(routes, "describe", Policies.Answers, (n, f) => n.Corrections.Describe(f.Article, f.Language, Kind(f["kind"]), f["line"], f.Person));
        Act(routes, "publish", Policies.Chief, (n, f) => n.Acts.Publish(f.Article, f.Language, f.Stop));
        Act(routes, "correct", Policies.Answers, (n, f) => Whole(n, f, n.Corrections.Correct(f.Article, f.Language, Order(f), f.Person).Refusal));
        Act(routes, "reopen", Policies.Answers, (n, f) => Whole(n, f, n.Acts.Reopen(f.Article, f.Language, f["stage"] is { Length: > 0 } stage ? stage : null, f.Person, f.All("unit"), f["reason"]).Refusal));
        Act(routes, "retract", Policies.Answers, Retract, e => e.Retraction is null ? "retract" : "retracted");
    }

    private static void Act(IEndpointRouteBuilder routes, string act, string policy, Func<Newsroom, WorkForm, Outcome<Edition>> work, Func<Edition, string>? said = null) =>
        Act(routes, act, policy, (n, f) => Task.FromResult(work(n, f)), said);

    private static void Act(IEndpointRouteBuilder routes, string act, string policy, Func<Newsroom, WorkForm, Task<Outcome<Edition>>> work, Func<Edition, string>? said = null)
    {
        routes.MapGet($"{Edition}/{act}", (string article, string language) => Results.LocalRedirect($"/editions/{Uri.EscapeDataString(article)}/{language}/work")).RequireAuthorization(Policies.Language);
        routes.MapPost($"{Edition}/{act}", async (HttpContext context, Newsroom newsroom, string article, string language) =>
        {
            var form = new WorkForm(article, language, context.User.Identity!.Name!, await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false), context.RequestAborted);
            var outcome = await work(newsroom, form).ConfigureAwait(false);
            return outcome.Try(out var after, out var refusal)
                ? Results.LocalRedirect($"/editions/{Uri.EscapeDataString(article)}/{language}/work?said={said?.Invoke(after) ?? act}")
                : Show(context, newsroom, article, language, new RefusedWork(act, refusal, form));
        }).RequireAuthorization(policy);
    }

    /// <summary>Work is taken from somebody, or given to another, by whoever has it or by a desk chief.</summary>
    private static Refusal? NotHis(Newsroom newsroom, WorkForm form) =>
        new Rights(newsroom.Settings).IsChief(form.Person) || newsroom.Store.Edition(form.Article, form.Language)?.Edition.Assignments.GetValueOrDefault(form["stage"]) == form.Person
            ? null
            : new Refusal("not-yours", $"{form.Person} does not have the stage '{form["stage"]}'.", "Ask whoever has it, or a desk chief.");

    private static async Task<Outcome<Edition>> Retract(Newsroom newsroom, WorkForm form)
    {
        if (form["sure"] != "on")
            return new Refusal("not-sure", "It takes the article down in every language, and nothing more is done with it.", "Say that you are sure, then send it again.");
        var outcome = await newsroom.Corrections.Retract(form.Article, form["reason"], form.Person, form.Stop).ConfigureAwait(false);
        return Whole(newsroom, form, outcome.Refusal);
    }

    private static Outcome<Edition> Whole(Newsroom newsroom, WorkForm form, Refusal? refusal) => refusal is not null ? refusal : newsroom.Store.Edition(form.Article, form.Language)!.Edition;

    private static CorrectionOrder Order(WorkForm form) => new(form["reason"])
    {
        Kind = Kind(form["kind"]),
        IsUrgent = form["urgent"] == "on",
        Line = form["line"],
        Units = form.All("unit"),
        IsForTranslator = form["who"] == "translator",
    };

    /// <summary>The kind of correction of a name; null for anything else, numbers among it.</summary>
    public static CorrectionKind? Kind(string name) => Enum.GetValues<CorrectionKind>().Cast<CorrectionKind?>().FirstOrDefault(k => k.ToString() == name);

    /// <summary>The package as an archive, or its file alone in a form.</summary>
    private static IResult Package(HttpContext context, Newsroom newsroom, string article, string language, string? form, string? stage)
    {
        var person = Visit.Of(context).Person;
        var outcome = form is null ? newsroom.Package(article, language, null, stage, person) : newsroom.Export(article, language, FileForm.Named(form), stage, person);
        return outcome.Try(out var file, out var refusal)
            ? Results.File(file.Bytes, form is null ? "application/zip" : "application/xliff+xml", file.Name)
            : Show(context, newsroom, article, language, new RefusedWork("package", refusal, null));
    }

    private static IResult Show(HttpContext context, Newsroom newsroom, string article, string language, RefusedWork? refused)
    {
        if (!newsroom.Sheet(article, language).Try(out var sheet, out _))
            return Results.NotFound();
        var visit = Visit.Of(context);
        var file = newsroom.Export(article, language, null, null, visit.Person);
        var rights = new Rights(newsroom.Settings);
        return new RazorComponentResult<WorkPage>(new { Visit = visit, Sheet = sheet, newsroom.Settings, NoFile = file.Refusal, Refused = refused, Answers = rights.Answers(visit.Person, language), WorksAnswering = rights.WorksAnswering(visit.Person, language), MayRetract = rights.WorksAnswering(visit.Person) })
        {
            StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}

/// <summary>What was filled into a form about an edition as a whole.</summary>
/// <param name="Article">The article.</param>
/// <param name="Language">The language.</param>
/// <param name="Person">Who sends it.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Stop">Tells that nobody waits for the answer any more.</param>
public sealed record WorkForm(string Article, string Language, string Person, IFormCollection Fields, CancellationToken Stop)
{
    /// <summary>The longest text in a field, in characters.</summary>
    public const int Longest = 2_000;

    /// <summary>A field without white space around it, cut at <see cref="Longest"/>; empty when it is missing.</summary>
    /// <param name="name">Its name.</param>
    public string this[string name] => Fields[name].ToString().Trim() is var words && words.Length > Longest ? words[..Longest] : Fields[name].ToString().Trim();

    /// <summary>All values of a field.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The values.</returns>
    public ImmutableArray<string> All(string name) => [.. Fields[name].OfType<string>().Where(v => v.Length > 0)];
}

/// <summary>An act on an edition as a whole that was refused.</summary>
/// <param name="Act">The act.</param>
/// <param name="Refusal">Why.</param>
/// <param name="Form">What was filled in; null for nothing.</param>
public sealed record RefusedWork(string Act, Refusal Refusal, WorkForm? Form)
{
    /// <summary>What was typed into a field of the form, so that it is not typed twice.</summary>
    /// <param name="act">The form's act.</param>
    /// <param name="name">The field.</param>
    /// <returns>The words; null when another form was sent.</returns>
    public string? Typed(string act, string name) => act == Act ? Form?[name] : null;
}
