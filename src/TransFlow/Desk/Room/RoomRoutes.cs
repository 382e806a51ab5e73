using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Desk.Board;
using TransFlow.Desk.Pages;
using TransFlow.Desk.SignIn;
using TransFlow.Engine;

namespace TransFlow.Desk.Room;

/// <summary>The newsroom itself: when it works, who works in it, whether it is well; and the list of keys.</summary>
internal static class RoomRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/schedule", Schedule).RequireAuthorization(Policies.Named);
        routes.MapGet("/people", People).RequireAuthorization(Policies.Named);
        routes.MapGet("/health", Health).RequireAuthorization(Policies.Chief);
        routes.MapGet("/keys", (HttpContext context) => new RazorComponentResult<KeysPage>(new { Visit = Visit.Of(context) })).RequireAuthorization(Policies.Member);
    }

    private static RazorComponentResult<SchedulePage> Schedule(HttpContext context, Newsroom newsroom) =>
        new(new { Visit = Visit.Of(context), Steps = newsroom.Schedule() });

    private static RazorComponentResult<PeoplePage> People(HttpContext context, Newsroom newsroom, BoardIndex index, SignInPatience patience)
    {
        var visit = Visit.Of(context);
        var load = index.Now().Where(e => visit.Languages.Contains(e.Head.Language) && e.Head.Stage is not null).SelectMany(e => e.Head.People.Select(p => (p, e.Head.Language, e.Head.Stage!))).ToLookup(k => k);
        var accounts = newsroom.Accounts.All.ToDictionary(a => a.Person, a => patience.IsTried(a.Person), StringComparer.Ordinal);
        var rows = from language in visit.Languages
                   from stage in newsroom.Settings.StagesOf(language)
                   from person in newsroom.Settings.WorkersOf(stage, language)
                   select new PersonRow(person, language, stage, load[(person, language, stage)].Count(), newsroom.Settings.CreditOf(person, language), !visit.IsChief ? null : !accounts.TryGetValue(person, out var isTried) ? "none" : isTried ? "tried" : "open");
        return new(new { Visit = visit, Rows = rows.ToImmutableArray(), Chiefs = newsroom.Settings.Desk!.Chiefs });
    }

    private static RazorComponentResult<HealthPage> Health(HttpContext context, Newsroom newsroom)
    {
        var status = newsroom.Status();
        return new(new { Visit = Visit.Of(context), Checks = newsroom.Check(), Quarantine = status.Quarantine, Parked = newsroom.Store.Heads().Where(h => h.Parked is not null).ToImmutableArray() });
    }
}

/// <summary>What a person does in a language.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Language">The language.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Load">Editions that wait for the person there.</param>
/// <param name="Credit">The name under which the person agreed to be named; null for none.</param>
/// <param name="Account">Whether the person has an account: <c>none</c>, <c>open</c>, or <c>tried</c> after many wrong passwords; null where that is not to be seen.</param>
public sealed record PersonRow(string Person, string Language, string Stage, int Load, string? Credit, string? Account);
