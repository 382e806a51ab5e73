using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Looks whether everything that the newsroom needs is there.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Doctor(NewsroomContext room)
{
    public ImmutableArray<(Sentence What, Refusal? Problem)> Look()
    {
        var published = room.Settings.PublishFolder[..room.Settings.PublishFolder.IndexOf("{lang}", StringComparison.Ordinal)];
        return
        [
            ("settings", null),
            ("store", null),
            ("record of events", EventChain.Break(room.Store.Events()) is { } number ? new Refusal("record-changed", $"It was changed from outside at event {number}.", "Restore a backup from before that.") : null),
            ("source folder", Directory.Exists(room.Settings.Source.Folder) ? null : new Refusal("no-folder", $"{room.Settings.Source.Folder} is not there.", "Make it, or name another in the settings.")),
            ("exchange room", Writable(room.Settings.Exchange)),
            ("publication folder", Writable(published)),
            ("termbase", room.Shelf.Termbase().Refusal),
            .. People(),
        ];
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

    /// <summary>Four eyes need a second person.</summary>
    private Refusal? Alone(Route route, Stage stage, string language, ImmutableArray<string> people)
    {
        if (stage.Role is StageRole.Write or StageRole.Clear)
            return null;
        var writers = room.Settings.PeopleOf(route.Stages[route.WriteIndex].Name, language);
        return writers.Length == 1 && people.All(p => p == writers[0]) ? new Refusal("four-eyes", $"Only {writers[0]} is named, who also translates.", "Name another person: four eyes need two.") : null;
    }

    private static Refusal? Writable(string folder)
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
            return new Refusal("not-writable", $"Nothing can be written there: {e.Message}", "Let the program write there.");
        }
    }
}
