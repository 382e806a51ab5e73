using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>Counts what the newsroom did, from the record and from what is live.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class StatsReport(NewsroomContext room)
{
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

    /// <summary>Each stay of an edition at a stage, from its arrival to that at another. A changed source does not begin a stay anew.</summary>
    private IEnumerable<(StageTime Time, DateTimeOffset End)> Times(string? language)
    {
        var since = new Dictionary<(string, string), (string Stage, DateTimeOffset At)>();
        foreach (var row in room.Store.Events(language: language, kind: "arrived").Where(e => e.Event.Language is not null))
        {
            var edition = (row.Event.Article, row.Event.Language!);
            var stage = row.Event.Details.GetValueOrDefault("stage", "");
            if (since.TryGetValue(edition, out var before))
            {
                if (before.Stage == stage)
                    continue;
                if (room.Settings.Stages.ContainsKey(before.Stage))
                    yield return (new StageTime(before.Stage, row.Event.Language!, room.Settings.Calendar.Between(before.At, row.At)), row.At);
            }

            since[edition] = (stage, row.At);
        }
    }

    private IEnumerable<PublishedText> Texts(Func<DateTimeOffset, bool> isIn, string? language)
    {
        foreach (var own in room.Store.Heads().Where(h => h.LivePath is not null && !h.Marks.IsRetracted && (language is null || h.Language == language)).GroupBy(h => h.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (editions, source, target, reused, sentences) = (0, default(TextSize), default(TextSize), default(TextSize), 0);
            foreach (var head in own)
            {
                if (room.Store.Edition(head.Article, head.Language) is not { Edition: { Live: { } live } edition } || !isIn(live.At))
                    continue;
                editions++;
                source = edition.Segments.Aggregate(source, (sum, s) => sum + TextSize.Of(s.Source.Text));
                target = edition.Segments.Aggregate(target, (sum, s) => sum + TextSize.Of(s.Target?.Text ?? ""));
                reused = edition.Segments.Where(s => s.IsReused).Aggregate(reused, (sum, s) => sum + TextSize.Of(s.Source.Text));
                sentences += edition.Segments.Count(s => s.IsReused);
            }

            if (editions > 0)
                yield return new PublishedText(own.Key, editions, source, target) { Reused = reused, ReusedSegments = sentences };
        }
    }
}
