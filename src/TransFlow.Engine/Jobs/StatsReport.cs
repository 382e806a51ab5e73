using System.Collections.Immutable;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>Counts what the newsroom did, from the record.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class StatsReport(NewsroomContext room)
{
    /// <summary>The kinds of events that begin and end stays, and holds within them.</summary>
    private static readonly string[] Moves = ["arrived", "held", "released", "retracted"];

    /// <summary>The figures of a time.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="to">Its end.</param>
    /// <param name="language">Only this language; null for all.</param>
    public NewsroomStats Make(DateTimeOffset from, DateTimeOffset to, string? language)
    {
        bool IsIn(DateTimeOffset at) => at >= from && at < to;
        var overdue = room.Store.Events(language: language, kind: "overdue").Where(e => IsIn(e.At)).DistinctBy(e => (e.Event.Article, e.Event.Language, e.Event.Details.GetValueOrDefault("stage"), e.Event.Details.GetValueOrDefault("due")));
        return new NewsroomStats(
            Turnaround.Of(Times(language).Where(t => IsIn(t.End)).Select(t => t.Time)),
            [.. Texts(IsIn, language)],
            [.. overdue.CountBy(e => (Stage: e.Event.Details.GetValueOrDefault("stage", ""), Language: e.Event.Language ?? "")).OrderBy(c => c.Key.Language, StringComparer.Ordinal).ThenBy(c => c.Key.Stage, StringComparer.Ordinal).Select(c => new OverdueCount(c.Key.Stage, c.Key.Language, c.Value))],
            [.. new StatusReport(room).Make().Editions.Where(e => e.IsLate && (language is null || e.Language == language))]);
    }

    /// <summary>
    /// Each stay of an edition at a stage, from its arrival to that at another, without the time for which it was held. A changed source
    /// does not begin a stay anew; one that it ended, as one that a retraction ended, was nobody's work.
    /// </summary>
    private IEnumerable<(StageTime Time, DateTimeOffset End)> Times(string? language)
    {
        var stays = new Dictionary<(string, string), Stay>();
        var moves = Moves.SelectMany(k => room.Store.Events(language: language, kind: k)).OrderBy(e => e.Number);
        foreach (var row in moves.Where(e => e.Event.Language is not null))
        {
            var edition = (row.Event.Article, row.Event.Language!);
            var before = stays.GetValueOrDefault(edition) ?? new Stay("", row.At);
            if (row.Event.Kind == "retracted")
            {
                stays.Remove(edition);
                continue;
            }

            if (row.Event.Kind != "arrived")
            {
                stays[edition] = row.Event.Kind == "held" ? before with { HeldSince = before.HeldSince ?? row.At } : before.Released(row.At, room.Settings.Calendar);
                continue;
            }

            var stage = row.Event.Details.GetValueOrDefault("stage", "");
            if (before.Stage == stage)
                continue;
            var after = before.Released(row.At, room.Settings.Calendar);
            if (room.Settings.Stages.ContainsKey(before.Stage) && !row.Event.Details.ContainsKey("revision"))
                yield return (new StageTime(before.Stage, row.Event.Language!, room.Settings.Calendar.Between(before.Since, row.At) - after.Held), row.At);
            stays[edition] = new Stay(stage, row.At) { HeldSince = before.HeldSince is null ? null : row.At };
        }
    }

    /// <summary>A stay at a stage that is not over.</summary>
    private sealed record Stay(string Stage, DateTimeOffset Since)
    {
        /// <summary>Since when it is held; null when it is not.</summary>
        public DateTimeOffset? HeldSince { get; init; }

        /// <summary>The working time for which it was held.</summary>
        public TimeSpan Held { get; init; }

        public Stay Released(DateTimeOffset at, WorkCalendar calendar) =>
            HeldSince is { } since ? this with { HeldSince = null, Held = Held + calendar.Between(since, at) } : this;
    }

    /// <summary>
    /// What was published, by the sizes that the record of the first publication has: so that what is said of a month does not change
    /// with what becomes of its articles later.
    /// </summary>
    private IEnumerable<PublishedText> Texts(Func<DateTimeOffset, bool> isIn, string? language)
    {
        var first = room.Store.Events(language: language, kind: "published").DistinctBy(e => (e.Event.Article, e.Event.Language)).Where(e => isIn(e.At)).ToLookup(e => e.Event.Language!, StringComparer.Ordinal);
        var again = room.Store.Events(language: language, kind: "updated").Where(e => isIn(e.At)).CountBy(e => e.Event.Language!).ToDictionary(StringComparer.Ordinal);
        foreach (var tag in first.Select(g => g.Key).Union(again.Keys).Order(StringComparer.Ordinal))
            yield return first[tag].Aggregate(new PublishedText(tag, 0, default, default), (sum, e) => sum.With(e.Event)) with { Again = again.GetValueOrDefault(tag) };
    }
}
