using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Publishing;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Looks whether everything that the newsroom needs is there.</summary>
/// <param name="room">The newsroom.</param>
/// <param name="publish">Publication.</param>
internal sealed class Doctor(NewsroomContext room, Publish publish)
{
    private const int ProbeBytes = 64 * 1024;

    /// <summary>Longer than a step takes.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    public ImmutableArray<(Sentence What, Refusal? Problem)> Look()
    {
        var published = room.Settings.PublishFolder[..room.Settings.PublishFolder.IndexOf("{lang}", StringComparison.Ordinal)];
        return
        [
            ("settings", room.Settings.Outdated()),
            ("store", room.Settings.Store is { Kind: StoreKind.Sqlite, File: var file } ? Writable(Path.GetDirectoryName(Path.GetFullPath(file))!) : null),
            ("clock", (room.Clock as StoreClock)?.Off is { } off ? Clock(off) : null),
            ("steps of the schedule", Steps()),
            ("record of events", EventChain.Break(room.Store) is { } number ? new Refusal("record-changed", $"It was changed from outside at event {number}.", "Restore a backup from before that.") : null),
            ("source folder", Directory.Exists(room.Settings.Source.Folder) ? null : new Refusal("no-folder", $"{room.Settings.Source.Folder} is not there.", "Make it, or name another in the settings.")),
            ("exchange room", Writable(room.Settings.Exchange)),
            ("publication folder", Writable(published)),
            ("termbase", new ReferenceShelf(room).Termbase().Refusal),
            .. Tombstones(),
            .. People(),
            .. Strands(),
            .. Gates(),
            .. Running(),
            .. Pages(),
            ("addresses of pages", SameAddress()),
        ];
    }

    private static Refusal Clock(TimeSpan off) => off > TimeSpan.Zero
        ? new Refusal("clock-off", $"This machine's clock is {off:d\\.hh\\:mm\\:ss} ahead of the database's, which counts.", "Set it right.")
        : new Refusal("clock-off", $"This machine's clock is {off.Negate():d\\.hh\\:mm\\:ss} behind the database's, which counts.", "Set it right.");

    /// <summary>A step that one process is at for so long that it may hang, which keeps the others from it.</summary>
    private Refusal? Steps() => new[] { "intake", "hand-out", "collect", "publish", "timers", "watch", "sweep", PublishedIndex.Step }
        .Select(s => (Step: s, Holder: room.Store.Locks.Holder(s)))
        .Where(s => s.Holder is { } holder && (holder.IsSilent || room.Clock.GetUtcNow() - holder.Since > Long))
        .Select(s => new Refusal("step-hangs", $"{s.Holder!.Who} is at '{s.Step}' since {s.Holder.SinceWords}, which keeps others from it.", "Look whether that process still works; if it hangs, end it, and the others go on."))
        .FirstOrDefault();

    /// <summary>What a reader finds where an article was retracted should be said in the reader's language.</summary>
    private IEnumerable<(Sentence, Refusal?)> Tombstones()
    {
        foreach (var (language, target) in room.Settings.Targets)
        {
            yield return ($"sentence of a retraction [{language}]", target.Style.Retraction is null && PageLanguage.Of(language).Retraction is null
                ? new Refusal("no-tombstone", $"Nobody wrote it in '{language}', so that it would be the English one.", $"Write it: \"targets\": {{ \"{language}\": {{ \"style\": {{ \"retraction\": \"…\" }} }} }}.")
                : null);
        }
    }

    private IEnumerable<(Sentence, Refusal?)> People()
    {
        foreach (var (language, target) in room.Settings.Targets)
        {
            foreach (var stage in target.Route.Stages)
            {
                var people = room.Settings.PeopleOf(stage.Name, language);
                yield return ($"people for {stage.Name} [{language}]", people.IsEmpty ? new Refusal("nobody-named", "Nobody is named.", $"Name somebody: people.{stage.Name}.{language} in the settings.") : Alone(target.Route, stage, language, people));
            }
        }
    }

    /// <summary>Who gets what rules send elsewhere.</summary>
    private IEnumerable<(Sentence, Refusal?)> Strands()
    {
        foreach (var rule in room.Settings.RouteRules.Where(r => r.Strand is not null))
        {
            var strand = rule.Strand!.Strand;
            foreach (var (stage, people) in strand.People)
            {
                // Who translates what the rule sends there: whom it names, else whoever translates in one of its languages.
                var isAlone = Route.RoleOf(stage) is not (StageRole.Write or StageRole.Clear) && room.Settings.Targets.Keys.Where(l => rule.Languages.IsEmpty || rule.Languages.Contains(l))
                    .Select(l => strand.People.TryGetValue("translate", out var writers) ? writers : room.Settings.PeopleOf("translate", l))
                    .Any(writers => writers.Length == 1 && people.All(p => p == writers[0]));
                yield return ($"people for {new Seat(stage, strand.Name)}", isAlone ? new Refusal("four-eyes", $"Only {people[0]} is named, who also translates.", "Name another person: four eyes need two.") : null);
            }
        }
    }

    /// <summary>Whether sentences that a rule sends along another route miss a clearance or sign-off that the rest of their articles has.</summary>
    private IEnumerable<(Sentence, Refusal?)> Gates()
    {
        var settings = room.Settings;
        foreach (var rule in settings.RouteRules.Where(r => r.Strand?.Route is not null))
        {
            bool IsFor(string language) => rule.Languages.IsEmpty || rule.Languages.Contains(language);
            var others = settings.Targets.Where(t => IsFor(t.Key)).Select(t => t.Value.Route)
                .Concat(settings.RouteRules.Where(r => r is { Strand: null, Route: not null } && (r.Languages.IsEmpty || r.Languages.Any(IsFor))).Select(r => r.Route!));
            var past = others.SelectMany(r => r.Gates).Except(rule.Strand!.Route!.Gates, StringComparer.Ordinal).ToList();
            yield return ($"route of rule {rule.Strand.Strand.Name}", past.Count == 0 ? null
                : new Refusal("past-a-gate", $"Its sentences go past {string.Join(", ", past)}, through which articles of its languages go.", $"Add it to the route '{rule.Strand.Route.Name}', unless that is meant."));
        }
    }

    /// <summary>Settings that changed do not move work by themselves.</summary>
    private IEnumerable<(Sentence, Refusal?)> Running()
    {
        var pending = new RouteActs(room).Pending(null, null);
        yield return ("work under way", pending.IsEmpty ? null : new Refusal("former-settings", $"{pending.Length} edition(s) go by former settings, such as {pending[0].Article} [{pending[0].Language}].", "See: transflow reroute --dry-run."));
    }

    /// <summary>What readers should have by now, or should no longer have.</summary>
    private IEnumerable<(Sentence, Refusal?)> Pages()
    {
        var heads = room.Store.Heads();
        var there = heads.FirstOrDefault(h => h.Marks.IsRetracted && h is { LivePath: not null, IsLive: false });
        var hidden = heads.FirstOrDefault(h => h.Marks is { IsRetracted: true, ChangedByHand: not null });
        yield return ("retracted articles", there is null && hidden is null ? null
            : there is null ? Hidden(hidden!)
            : new Refusal("retracted-live", $"{there.Article} [{there.Language}] was retracted, and its page does not say so yet. {there.Parked}", "It is tried again every minute while a worker runs; else: transflow run --once."));
        var gone = heads.Where(h => h.Marks is { ChangedByHand: Edition.Gone, IsRetracted: false }).ToList();
        yield return ("published files", gone.Count == 0 ? null
            : new Refusal("page-gone", $"{gone.Count} published file(s) are gone, such as that of {gone[0].Article} [{gone[0].Language}].", "Write each again: transflow publish ARTICLE -l LANG; or retract the article."));
        var left = heads.Where(h => h is { LivePath: not null, Marks.IsRetracted: false } && (h.Stage is not null || !h.IsLive) && !room.Settings.Targets.ContainsKey(h.Language)).ToList();
        yield return ("languages of pages", left.Count == 0 ? null
            : new Refusal("no-target", $"{left.Count} page(s) are in a language that is no longer among the targets, and stay in an older form, such as {left[0].Article} [{left[0].Language}].", "Add the language to the settings again and finish them, or retract the articles."));
        var byHand = heads.Where(h => h.Marks is { ChangedByHand: { } found and not Edition.Gone, IsRetracted: false } && !room.Store.Outgoing(h.Language, h.LivePath!).Contains(found)).ToList();
        yield return ("changes by hand", byHand.Count == 0 ? null
            : new Refusal("changed-by-hand", $"{byHand.Count} published file(s) were changed by hand and wait for a decision, such as that of {byHand[0].Article} [{byHand[0].Language}].", "Decide on each: transflow changes ARTICLE -l LANG; at the desk, on the edition's page."));
        var stuck = heads.Where(h => h.Marks is { IsTriedAgain: true, IsRetracted: false }).ToList();
        yield return ("pages", stuck.Count == 0 ? null : new Refusal("not-written", $"{stuck.Count} page(s) could not be written, such as {stuck[0].Article} [{stuck[0].Language}]: {stuck[0].Parked}", "They are tried again at each publication."));
    }

    /// <summary>Whether two pages that are live, or will be when they are finished, have one address.</summary>
    private Refusal? SameAddress()
    {
        var taken = new TakenAddresses([]);
        foreach (var head in room.Store.Heads().Where(h => h.LivePath is not null || !h.Marks.IsRetracted).OrderBy(h => h.LivePath is null))
        {
            var place = head.LivePath is { } path ? new PagePlace(path, head.Marks.Addresses ?? [], []) : room.Store.Edition(head.Article, head.Language) is { } row ? publish.PlaceOf(row.Edition) : null;
            if (place is null)
                continue;
            if (taken.Clash((head.Article, head.Language), place) is { } clash)
                return clash;
            taken.Take((head.Article, head.Language), place.Path, place.Addresses);
        }

        return null;
    }

    private static Refusal Hidden(EditionHead head)
    {
        var back = $"Put it back: transflow publish {head.Article} -l {head.Language}.";
        return head.Marks.ChangedByHand == Edition.Gone
            ? new Refusal("tombstone-gone", $"{head.Article} [{head.Language}] was retracted, and its tombstone is gone.", back)
            : new Refusal("tombstone-changed", $"{head.Article} [{head.Language}] was retracted, and its tombstone was changed by hand.", back);
    }

    /// <summary>Four eyes need a second person.</summary>
    private Refusal? Alone(Route route, Stage stage, string language, ImmutableArray<string> people)
    {
        if (stage.Role is StageRole.Write or StageRole.Clear)
            return null;
        var writers = room.Settings.PeopleOf(route.Stages[route.WriteIndex].Name, language);
        return writers.Length == 1 && people.All(p => p == writers[0]) ? new Refusal("four-eyes", $"Only {writers[0]} is named, who also translates.", "Name another person: four eyes need two.") : null;
    }

    /// <summary>A file without bytes can be made on a full disk: so some are written, down to the disk.</summary>
    private static Refusal? Writable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var file = new FileStream(Path.Combine(folder, Files.AtomicFile.Prefix + "probe"), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.DeleteOnClose });
            file.Write(new byte[ProbeBytes]);
            file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("not-writable", $"Nothing can be written there: {e.Message}", "Make room, and let the program write there.");
        }
    }
}
