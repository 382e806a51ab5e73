using System.Collections.Immutable;

namespace TransFlow.Core.Stages;

/// <summary>The stages that a segment passes on its way to publication, in order. Routes are data: they come from the settings.</summary>
public sealed record Route
{
    private Route(string name, ImmutableArray<Stage> stages) => (Name, Stages) = (name, stages);

    /// <summary>The route's name in the settings.</summary>
    public string Name { get; }

    /// <summary>Its stages in order; one of them writes, and a later one reviews or approves.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>The names a stage may have, in alphabetical order.</summary>
    public static IEnumerable<string> StageNames => ["clearance", "edit", "sign-off", "translate"];

    /// <summary>What a stage asks of the person who works it.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <returns>Its role.</returns>
    /// <exception cref="KeyNotFoundException">There is no such stage.</exception>
    public static StageRole RoleOf(string stage) => stage switch
    {
        "clearance" => StageRole.Clear,
        "translate" => StageRole.Write,
        "edit" => StageRole.Review,
        "sign-off" => StageRole.Approve,
        _ => throw new KeyNotFoundException($"There is no stage '{stage}'."),
    };

    /// <summary>Makes a route.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="stages">Names of its stages in order.</param>
    /// <returns>The route; refused when a stage is unknown or named twice, when none writes, or when nobody looks after the writer.</returns>
    public static Outcome<Route> Of(string name, IEnumerable<string> stages)
    {
        var names = stages.ToList();
        if (names.Find(s => !StageNames.Contains(s, StringComparer.Ordinal)) is { } unknown)
            return new Refusal("unknown-stage", $"Route '{name}' has a stage '{unknown}'.", $"Use the stages {string.Join(", ", StageNames)}.");
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            return new Refusal("stage-twice", $"Route '{name}' has a stage twice.", "Name each stage once.");

        var route = new Route(name, [.. names.Select(s => new Stage(s, RoleOf(s)))]);
        var write = route.WriteIndex;
        if (write < 0 || write == names.Count - 1)
        {
            return new Refusal("no-four-eyes", $"Route '{name}' lets a text out that only one person has seen.",
                "Put 'edit' or 'sign-off' after 'translate'.");
        }

        return route.Stages.Skip(write).Any(s => s.Role == StageRole.Clear)
            ? new Refusal("late-clearance", $"Route '{name}' clears an article after it was handed out.", "Put 'clearance' first.")
            : route;
    }

    /// <summary>
    /// The route that has the stages of both, each in its place: what an edition passes whose segments go along both. Where the other
    /// route leaves a choice of the place, what is done at the stages decides.
    /// </summary>
    /// <param name="other">The other route.</param>
    /// <param name="onlyGates">Whether of the other only its gates are taken.</param>
    /// <returns>A route of this one's name.</returns>
    internal Route With(Route other, bool onlyGates = false)
    {
        var stages = Stages.ToBuilder();
        foreach (var stage in other.Stages.Where(s => IndexOf(s.Name) < 0 && (!onlyGates || other.Gates.Contains(s.Name))))
        {
            var place = other.IndexOf(stage.Name);
            var (at, end) = (0, stages.Count);
            for (var i = stages.Count - 1; i >= 0; i--)
            {
                var there = other.IndexOf(stages[i].Name);
                if (there > place)
                    end = i;
                else if (there >= 0)
                    at = Math.Max(at, i + 1);
            }

            while (at < end && stages[at].Role <= stage.Role)
                at++;
            stages.Insert(at, stage);
        }

        return new Route(Name, stages.ToImmutable());
    }

    /// <summary>The route without some of its stages.</summary>
    internal Route Without(IReadOnlyCollection<string> stages) => new(Name, [.. Stages.Where(s => !stages.Contains(s.Name))]);

    /// <summary>Whether two routes have the stages that they share in one order.</summary>
    /// <param name="other">The other route.</param>
    /// <returns>False when no edition could go along both.</returns>
    public bool Agrees(Route other) => Stages.Where(s => other.IndexOf(s.Name) >= 0).Select(s => s.Name).SequenceEqual(other.Stages.Where(s => IndexOf(s.Name) >= 0).Select(s => s.Name));

    /// <summary>The first stage at which somebody answers for a segment that another wrote.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>The stage's name.</returns>
    public string ReviewOf(SegmentWork segment) => Stages.Skip(WriteIndex + 1).First(s => !segment.SkipsStage(s.Name)).Name;

    /// <summary>The place of the stage that writes.</summary>
    public int WriteIndex => IndexWhere(s => s.Role == StageRole.Write);

    /// <summary>The place of a stage; -1 when the route has no such stage.</summary>
    /// <param name="stage">A stage's name.</param>
    /// <returns>The place, from 0.</returns>
    public int IndexOf(string stage) => IndexWhere(s => s.Name == stage);

    /// <summary>The stages at which somebody clears or approves a text that others wrote.</summary>
    public IEnumerable<string> Gates => Stages.Where(s => s.Role is StageRole.Clear or StageRole.Approve).Select(s => s.Name);

    /// <inheritdoc/>
    public bool Equals(Route? other) => other is not null && Name == other.Name && Stages.SequenceEqual(other.Stages);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Stages.Length);

    private int IndexWhere(Func<Stage, bool> condition)
    {
        for (var i = 0; i < Stages.Length; i++)
        {
            if (condition(Stages[i]))
                return i;
        }

        return -1;
    }
}
