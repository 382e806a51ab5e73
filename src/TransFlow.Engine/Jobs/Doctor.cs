using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Publishing;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Looks whether everything that the newsroom needs is there.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Doctor(NewsroomContext room)
{
    public ImmutableArray<(string What, string? Problem)> Look()
    {
        var published = room.Settings.PublishFolder[..room.Settings.PublishFolder.IndexOf("{lang}", StringComparison.Ordinal)];
        return
        [
            ("settings", null),
            ("store", null),
            ("clock", (room.Clock as StoreClock)?.Off is { } off ? string.Create(CultureInfo.InvariantCulture, $"this machine's clock is {off.Duration():d\\.hh\\:mm\\:ss} {(off > TimeSpan.Zero ? "ahead of" : "behind")} the database's, which counts; set it right") : null),
            ("record of events", EventChain.Break(room.Store.Events()) is { } number ? $"changed from outside at event {number}" : null),
            ("source folder", Directory.Exists(room.Settings.Source.Folder) ? null : $"{room.Settings.Source.Folder} is not there"),
            ("exchange room", Writable(room.Settings.Exchange)),
            ("publication folder", Writable(published)),
            ("termbase", new ReferenceShelf(room).Termbase().Refusal?.ToString()),
            .. Tombstones(),
            .. People(),
            .. Strands(),
            .. Running(),
        ];
    }

    /// <summary>What a reader finds where an article was retracted should be said in the reader's language.</summary>
    private IEnumerable<(string, string?)> Tombstones() =>
        from target in room.Settings.Targets
        select ($"sentence of a retraction [{target.Key}]", target.Value.Style.Retraction is null && PageLanguage.Of(target.Key).Retraction is null
            ? $"nobody wrote it in '{target.Key}', so that it would be the English one; write it: \"targets\": {{ \"{target.Key}\": {{ \"style\": {{ \"retraction\": \"…\" }} }} }}"
            : null);

    private IEnumerable<(string, string?)> People()
    {
        foreach (var (language, target) in room.Settings.Targets)
        {
            foreach (var stage in target.Route.Stages)
            {
                var people = room.Settings.PeopleOf(stage.Name, language);
                yield return ($"people for {stage.Name} [{language}]", people.IsEmpty ? "nobody is named" : Alone(target.Route, stage, language, people));
            }
        }
    }

    /// <summary>Who gets what rules send elsewhere.</summary>
    private IEnumerable<(string, string?)> Strands()
    {
        foreach (var strand in room.Settings.RouteRules.Select(r => r.Strand?.Strand).OfType<Strand>())
        {
            foreach (var (stage, people) in strand.People)
                yield return ($"people for {new Seat(stage, strand.Name)}", Route.RoleOf(stage) != StageRole.Write && strand.People.TryGetValue("translate", out var writers) && writers is [var writer] && people.All(p => p == writer) ? $"only {writer}, who also translates: four eyes need another person" : null);
        }
    }

    /// <summary>Settings that changed do not move work by themselves.</summary>
    private IEnumerable<(string, string?)> Running()
    {
        var pending = new RouteActs(room).Pending(null, null);
        yield return ("work under way", pending.IsEmpty ? null : string.Create(CultureInfo.InvariantCulture, $"{pending.Length} edition(s) go by former settings, such as {pending[0].Article} [{pending[0].Language}]: transflow reroute --dry-run"));
    }

    /// <summary>Four eyes need a second person.</summary>
    private string? Alone(Route route, Stage stage, string language, ImmutableArray<string> people)
    {
        if (stage.Role is StageRole.Write or StageRole.Clear)
            return null;
        var writers = room.Settings.PeopleOf(route.Stages[route.WriteIndex].Name, language);
        return writers.Length == 1 && people.All(p => p == writers[0]) ? $"only {writers[0]}, who also translates: four eyes need another person" : null;
    }

    private static string? Writable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Files.AtomicFile.Prefix + "probe");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
