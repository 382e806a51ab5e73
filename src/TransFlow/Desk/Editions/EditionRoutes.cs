using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Core;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Desk.Pages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Editions;

/// <summary>The page of an edition, and the decisions that are made on it.</summary>
internal static class EditionRoutes
{
    private const string Page = "/editions/{article}/{language}";

    /// <summary>So many sentences are told of at once.</summary>
    private const int MostLookedAt = 5;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Policies.Language);
        routes.MapGet(Page + "/others", Others).RequireAuthorization(Policies.Language);
        // Where an act was refused, the page bears the act's address: loading it anew leads back to the edition.
        foreach (var act in new[] { "/segments", "/shown", "/by-hand" })
            routes.MapGet(Page + act, (string article, string language) => Results.LocalRedirect($"/editions/{Uri.EscapeDataString(article)}/{language}")).RequireAuthorization(Policies.Language);
        routes.MapPost(Page + "/segments", (Delegate)Segment).RequireAuthorization(Policies.Language);
        routes.MapPost(Page + "/shown", (Delegate)Shown).RequireAuthorization(Policies.Language);
    }

    private static IResult Get(HttpContext context, Newsroom newsroom, PresenceBook presence, string article, string language) =>
        Show(context, newsroom, presence, article, language, Query(context.Request.Query), null, StatusCodes.Status200OK);

    /// <summary>Who else is here, and whether anything changed since the page was made.</summary>
    private static IResult Others(HttpContext context, Newsroom newsroom, PresenceBook presence, string article, string language)
    {
        if (newsroom.Store.Edition(article, language) is not { } row)
            return Results.NotFound();
        var visit = Visit.Of(context);
        var others = presence.Note(article, language, visit.Person);
        return Results.Json(new
        {
            others = others.IsEmpty ? "" : visit.Words["edition.others", string.Join(", ", others)],
            changed = context.Request.Query["version"] == row.Version.ToString(CultureInfo.InvariantCulture) ? "" : visit.Words["edition.changed-meanwhile"],
            version = row.Version,
        });
    }

    private static async Task<IResult> Segment(HttpContext context, Newsroom newsroom, PresenceBook presence, string article, string language)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var person = context.User.Identity!.Name!;
        _ = int.TryParse(form["index"], NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        var place = new SegmentPlace(form["unit"].ToString(), index, form["seen"].ToString());
        var typed = form.ContainsKey("target") ? form["target"].ToString().ReplaceLineEndings(" ") : null;
        var act = form["act"].ToString();
        // Browsers count a line end as one character, and send two.
        var words = form[act == "comment" ? "comment" : "reason"].ToString().ReplaceLineEndings("\n");
        if (act != "save" && IsAsSeen(newsroom, article, language, place, typed))
            typed = null;
        if (Put(newsroom, article, language, place, act, typed) is { } put)
        {
            return newsroom.SegmentActs.ChangedSince(article, language, place) is { } changed
                ? Show(context, newsroom, presence, article, language, Query(form), new RefusedAct(place.UnitId, index, changed, typed, ""), StatusCodes.Status409Conflict)
                : Show(context, newsroom, presence, article, language, Query(form), new RefusedAct(place.UnitId, index, null, put, "") { Seen = place.Fingerprint }, StatusCodes.Status200OK);
        }

        var (said, refusal) = Decide(newsroom, article, language, person, place, act, typed, words);
        var isScript = context.Request.Headers.ContainsKey("X-Desk");
        if (refusal is null)
            return isScript ? Saved(context, newsroom, article, language, place, said) : Back(article, language, Query(form), said, 1, isOne: true, said == "accepted" ? Look(newsroom, article, language, [place]) : "");
        if (isScript)
            return Refused(context, newsroom, article, language, place, refusal);
        return Show(context, newsroom, presence, article, language, Query(form), new RefusedAct(place.UnitId, index, refusal, typed, act == "comment" ? "" : words) { Comment = act == "comment" ? words : "", Seen = typed is null || refusal.Code == SegmentActs.Changed ? null : place.Fingerprint }, StatusCodes.Status409Conflict);
    }

    private static (string Said, Refusal? Refusal) Decide(Newsroom newsroom, string article, string language, string person, SegmentPlace place, string act, string? typed, string words)
    {
        var acts = newsroom.SegmentActs;
        var isChanged = typed is not null && IsChanged(newsroom, article, language, place, typed);
        return act switch
        {
            _ when acts.ChangedSince(article, language, place) is { Code: SegmentActs.Missing } missing => ("", missing),
            "save" => ("saved", acts.Save(article, language, person, place, typed ?? "", finish: false).Refusal),
            "accept" when isChanged => ("accepted", acts.Save(article, language, person, place, typed!, finish: true).Refusal),
            "accept" => ("accepted", acts.Accept(article, language, person, [place]).Refusal),
            _ when isChanged => ("", acts.ChangedSince(article, language, place) ?? new Refusal("not-saved", "You changed the words, and they are not saved yet.", "Save them, or put them back, then do this again.")),
            "send-back" => ("sent-back", acts.SendBack(article, language, person, [place], words).Refusal),
            "comment" => ("commented", acts.Comment(article, language, person, place.UnitId, place.Index, words).Refusal),
            _ when act.StartsWith(SegmentView.Settling, StringComparison.Ordinal) && int.TryParse(act.AsSpan(SegmentView.Settling.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var note) =>
                ("settled", acts.Settle(article, language, person, note).Refusal),
            _ => ("", new Refusal("no-such-act", "The desk does not know what to do.", "Load the page anew.")),
        };
    }

    private static async Task<IResult> Shown(HttpContext context, Newsroom newsroom, PresenceBook presence, string article, string language)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var person = context.User.Identity!.Name!;
        var acts = newsroom.SegmentActs;
        var finished = form["act"] == "accept" ? Places(form["finishable"].ToString()) : [];
        var (said, outcome) = form["act"].ToString() switch
        {
            "accept" => ("accepted", acts.Accept(article, language, person, finished)),
            "send-back" => ("sent-back", acts.SendBack(article, language, person, Places(form["returnable"].ToString()), form["reason"].ToString().ReplaceLineEndings("\n"))),
            "comment" => ("commented", acts.Comment(article, language, person, Places(form["shown"].ToString()), form["comment"].ToString().ReplaceLineEndings("\n"))),
            _ => ("", new Refusal("no-such-act", "The desk does not know what to do.", "Load the page anew.")),
        };
        return outcome.Try(out var count, out var refusal)
            ? Back(article, language, Query(form), said, count, isOne: false, Look(newsroom, article, language, finished))
            : Show(context, newsroom, presence, article, language, Query(form), new RefusedAct("", 0, refusal, null, form["reason"].ToString()) { Comment = form["comment"].ToString() }, StatusCodes.Status409Conflict);
    }

    /// <summary>Writes places so that <see cref="Places"/> reads them.</summary>
    public static string Written(IEnumerable<SegmentView> segments) => string.Join(' ', segments.Select(s => $"{s.Work.UnitId}|{s.Work.Index}|{s.Fingerprint}"));

    private static ImmutableArray<SegmentPlace> Places(string written) =>
    [
        .. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('|')).Where(p => p.Length == 3 && int.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(p => new SegmentPlace(p[0], int.Parse(p[1], CultureInfo.InvariantCulture), p[2])),
    ];

    /// <summary>The page with what was refused on it.</summary>
    public static IResult Refuse(HttpContext context, Newsroom newsroom, PresenceBook presence, string article, string language, Refusal refusal, IFormCollection form) =>
        Show(context, newsroom, presence, article, language, Query(context.Request.Query), new RefusedAct("", 0, refusal, null, ""), StatusCodes.Status409Conflict, form);

    private static IResult Show(HttpContext context, Newsroom newsroom, PresenceBook presence, string article, string language, EditionQuery query, RefusedAct? refused, int status, IFormCollection? byHand = null)
    {
        if (!newsroom.Sheet(article, language).Try(out var sheet, out _))
            return Results.NotFound();
        var visit = Visit.Of(context);
        if (LookedAt(sheet, context.Request.Query["look"]).Select(f => visit.Words.Say(f.Said)).ToList() is { Count: > 0 } found)
            visit = visit with { Doubt = $"{visit.Words["said.look"]} {string.Join(' ', found)}" };
        if (query.Against.Length == 0)
            query = query with { Against = sheet.Before.Values.Any(b => !b.IsEmpty) ? "stage" : sheet.Live.IsEmpty ? "none" : "live" };
        var view = EditionView.Of(sheet, newsroom.Settings.ActorOf(visit.Person, language), query, refused) with
        {
            Others = presence.Note(article, language, visit.Person),
            Pictures = PictureRoutes.Of(newsroom, sheet),
        };
        view = view with { Matches = newsroom.Matches(sheet, view.Segments.Select(s => s.Work)) };
        if (PictureRoutes.Site(newsroom.Settings) is { } site)
            context.Response.Headers.ContentSecurityPolicy = DeskGuard.PolicyWith(site);
        return new RazorComponentResult<EditionPage>(new { Visit = visit, View = view, MayClaim = MayClaim(newsroom, sheet.Edition, visit.Person), MayCorrect = new Rights(newsroom.Settings).WorksAnswering(visit.Person, sheet.Edition.Language), ByHand = HandChangeRoutes.Of(newsroom, sheet.Edition), Typed = byHand, IsEditor = HandChangeRoutes.IsEditor(newsroom, sheet.Edition, visit.Person) }) { StatusCode = status };
    }

    /// <summary>Whether the stage at which it stands is free, and the person's to take.</summary>
    private static bool MayClaim(Newsroom newsroom, Edition edition, string person) =>
        edition.Stage is { } stage && edition.Hold is null && !edition.Assignments.ContainsKey(stage.Name) && newsroom.Settings.PeopleOf(stage.Name, edition.Language).Contains(person) && EditionMachine.MayWork(edition, Seat.Of(stage.Name), person);

    private static IResult Back(string article, string language, EditionQuery query, string said, int count, bool isOne, string look) =>
        Results.LocalRedirect($"/editions/{Uri.EscapeDataString(article)}/{language}?{query}&said={said}&n={count}{(look.Length > 0 ? "&look=" + look : "")}{(isOne ? string.Create(CultureInfo.InvariantCulture, $"#s{query.At}") : "")}", preserveMethod: false);

    /// <summary>The numbers of sentences that were finished though something of them is to be looked at: they may be no longer among those shown.</summary>
    private static string Look(Newsroom newsroom, string article, string language, ImmutableArray<SegmentPlace> places)
    {
        if (places.IsEmpty || !newsroom.Sheet(article, language).Try(out var sheet, out _))
            return "";
        var finished = places.Select(p => (p.UnitId, p.Index)).ToHashSet();
        return string.Join('.', sheet.Edition.Segments.Index().Where(s => finished.Contains((s.Item.UnitId, s.Item.Index)) && sheet.DoubtsOf(s.Item).Any()).Select(s => s.Index + 1).Take(MostLookedAt));
    }

    private static IEnumerable<Finding> LookedAt(EditionSheet sheet, string? look) => (look ?? "").Split('.').Take(MostLookedAt)
        .Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? sheet.Edition.Segments.ElementAtOrDefault(number - 1) : null).OfType<SegmentWork>().SelectMany(sheet.DoubtsOf);

    private static IResult Saved(HttpContext context, Newsroom newsroom, string article, string language, SegmentPlace place, string said)
    {
        var row = newsroom.Store.Edition(article, language)!;
        var segment = row.Edition.Segments.First(s => s.UnitId == place.UnitId && s.Index == place.Index);
        return Results.Json(new { seen = segment.Fingerprint, version = row.Version, target = segment.Target?.ToString() ?? "", said = Visit.Of(context).Words[$"said.{said}", 1] });
    }

    /// <summary>A refusal for the script; with the newer words, where those are the reason.</summary>
    private static IResult Refused(HttpContext context, Newsroom newsroom, string article, string language, SegmentPlace place, Refusal refusal)
    {
        var newer = refusal.Code == SegmentActs.Changed ? newsroom.Store.Edition(article, language)?.Edition.Segments.FirstOrDefault(s => s.UnitId == place.UnitId && s.Index == place.Index) : null;
        return Results.Json(new { code = refusal.Code, refusal = Visit.Of(context).Words.Refusal(refusal), seen = newer?.Fingerprint, target = newer?.Target?.ToString() ?? "", source = newer is null ? null : SegmentWork.FingerprintOf(newer.Source, null) }, statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>Whether a field holds the very words that stood in it when the page was made: nobody typed anything, whatever became of the words since.</summary>
    private static bool IsAsSeen(Newsroom newsroom, string article, string language, SegmentPlace place, string? typed) => typed is not null
        && newsroom.Store.Edition(article, language)?.Edition.Segments.FirstOrDefault(s => s.UnitId == place.UnitId && s.Index == place.Index) is { } segment
        && Content.TryParse(typed, out var content) && SegmentWork.FingerprintOf(segment.Source, content) == place.Fingerprint;

    private static bool IsChanged(Newsroom newsroom, string article, string language, SegmentPlace place, string typed) =>
        newsroom.Store.Edition(article, language)?.Edition.Segments.FirstOrDefault(s => s.UnitId == place.UnitId && s.Index == place.Index) is { } segment
        && (!Content.TryParse(typed, out var content) || content.ToString().Trim() != (segment.Target?.ToString() ?? "").Trim());

    /// <summary>What the field holds after a candidate, the words that the stage was given, a match or a term was put into it; null for another act.</summary>
    private static string? Put(Newsroom newsroom, string article, string language, SegmentPlace place, string act, string? typed)
    {
        if (act.Split(':') is not [var what, .. var numbers] || what is not ("candidate" or "given" or "match" or "term") || !newsroom.Sheet(article, language).Try(out var sheet, out _)
            || sheet.Edition.Segments.FirstOrDefault(s => s.UnitId == place.UnitId && s.Index == place.Index) is not { } segment)
        {
            return null;
        }

        typed ??= segment.Target?.ToString() ?? "";
        int Number(int at) => at < numbers.Length && int.TryParse(numbers[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        return what switch
        {
            "candidate" => segment.Candidate?.ToString() ?? typed,
            "given" => sheet.Before.GetValueOrDefault((place.UnitId, place.Index))?.ToString() ?? typed,
            "match" => newsroom.Matches(sheet, [segment]).GetValueOrDefault((place.UnitId, place.Index), []).ElementAtOrDefault(Number(0))?.Target.ToString() ?? typed,
            _ => sheet.TermsOf(segment).ElementAtOrDefault(Number(0))?.Use.ElementAtOrDefault(Number(1)) is { } term ? $"{typed.TrimEnd()} {Content.Of(term)}".TrimStart() : typed,
        };
    }

    private static EditionQuery Query(IQueryCollection query) => Query(query["show"], query["against"], query["at"]);

    private static EditionQuery Query(IFormCollection form) => Query(form["show"], form["against"], form["number"]);

    private static EditionQuery Query(string? show, string? against, string? at) => new(
        EditionQuery.Shows.FirstOrDefault(s => s == show) ?? "all",
        EditionQuery.Marks.FirstOrDefault(m => m == against) ?? "",
        int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1);
}
