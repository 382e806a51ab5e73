using System.Collections.Immutable;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>Says what stands where and what to do next.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class StatusReport(NewsroomContext room)
{
    public NewsroomStatus Make() => new(
        [.. room.Store.Editions().Select(e => One(e.Edition))],
        room.Store.Quarantine(),
        room.Relative(room.Settings.Source.Folder),
        room.Relative(room.Rejected));

    /// <summary>The units of an edition in document order.</summary>
    public ImmutableArray<UnitStatus> Units(Edition edition)
    {
        var work = edition.Segments.ToLookup(s => s.UnitId, StringComparer.Ordinal);
        return [.. room.Extract(edition.Article, edition.Revision).Units.Select(u => new UnitStatus(u.Name, StageOf(edition, work[u.Id]), u.Text,
            string.Join(' ', work[u.Id].Select(s => s.Target?.Text).Where(t => !string.IsNullOrEmpty(t))), string.Join(" / ", work[u.Id].Select(s => s.SentBack?.Reason).OfType<string>().Distinct())))];
    }

    private static string StageOf(Edition edition, IEnumerable<SegmentWork> segments)
    {
        var position = segments.Min(s => s.Position(edition.Route));
        return position < edition.Route.Stages.Length ? edition.Route.Stages[position].Name : "done";
    }

    private EditionStatus One(Edition edition)
    {
        var isLive = edition.Live?.Fingerprint == edition.Fingerprint;
        var stage = edition.Stage?.Name ?? (isLive ? "published" : "ready");
        var done = edition.Segments.Count(s => s.Position(edition.Route) > edition.Position);
        var person = edition.Stage is null ? "" : edition.Assignments.GetValueOrDefault(edition.Stage.Name, "");
        return new EditionStatus(edition.Article, edition.Language, edition.Revision, stage, edition.Stage is null ? edition.Segments.Length : done, edition.Segments.Length, person, Flags(edition, isLive), Next(edition, isLive, person));
    }

    private static string Flags(Edition edition, bool isLive) => string.Join(", ", new[]
    {
        edition.Hold is null ? null : "held",
        edition.Parked is null ? null : "parked",
        edition.Stage is { Role: StageRole.Write } && edition.Segments.Any(s => s.SentBack is not null && s.Position(edition.Route) == edition.Position) ? "sent back" : null,
        edition.Live is null || isLive ? null : "an older form is live",
    }.OfType<string>());

    private string Next(Edition edition, bool isLive, string person)
    {
        var name = $"{edition.Article} -l {edition.Language}";
        if (edition.Hold is { } hold)
            return $"held: {hold} (transflow release {name})";
        if (edition.Parked is { } parked)
            return $"{parked} (then: transflow retry {name})";
        if (edition.Stage is not { } stage)
            return isLive ? room.Relative(Path.Combine(room.Settings.PublishFolder.Replace("{lang}", edition.Language, StringComparison.Ordinal), edition.Live!.Path)) : "is published at the next publication time";
        if (person.Length == 0)
            return $"nobody can be given it: name somebody in people.{stage.Name}.{edition.Language}";
        var file = room.Relative(room.HandOutPath(edition.Language, stage.Name, edition.Article));
        return stage.Role switch
        {
            StageRole.Write => $"translate {file}",
            StageRole.Review => $"edit {file}, or: transflow accept {name}",
            StageRole.Approve => $"transflow sign-off {name}",
            _ => $"transflow accept {name}",
        };
    }
}
