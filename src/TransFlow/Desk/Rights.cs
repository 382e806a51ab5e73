using System.Collections.Immutable;
using TransFlow.Core.Stages;
using TransFlow.Engine.Settings;
using Route = TransFlow.Core.Stages.Route;

namespace TransFlow.Desk;

/// <summary>What a person may see and do at the desk: the settings say it, by stage and language; nothing said is nothing allowed.</summary>
/// <param name="settings">The settings.</param>
internal sealed class Rights(NewsroomSettings settings)
{
    /// <summary>True for a person who may hold, release, assign, retry and publish in every language.</summary>
    public bool IsChief(string person) => settings.Desk?.Chiefs.Contains(person) == true;

    /// <summary>The languages whose editions a person may see, in alphabetical order.</summary>
    public ImmutableArray<string> Languages(string person) =>
        [.. settings.Targets.Keys.Where(l => IsChief(person) || settings.Works(person, l))];

    /// <summary>True when a person may see the editions of a language.</summary>
    public bool Sees(string person, string? language) => language is not null && settings.Targets.ContainsKey(language) && Languages(person).Contains(language);

    /// <summary>True for a person who answers for texts of a language: who clears, edits or signs off there, or is a desk chief.</summary>
    public bool Answers(string person, string? language) =>
        Sees(person, language) && (IsChief(person) || WorksAnswering(person, language!));

    /// <summary>True for a person who works a stage of a language that answers for texts: a desk chief need not.</summary>
    public bool WorksAnswering(string person, string language) => settings.ActorOf(person, language).Stages.Any(IsAnswering);

    /// <summary>True for a person who works such a stage in any language.</summary>
    public bool WorksAnswering(string person) => settings.ActorAnywhere(person).Stages.Any(IsAnswering);

    /// <summary>True for a person who edits in a language, and so decides what becomes of a change by hand.</summary>
    public bool Edits(string person, string language) => settings.ActorOf(person, language).Stages.Any(s => Route.StageNames.Contains(s) && Route.RoleOf(s) == StageRole.Review);

    private static bool IsAnswering(string stage) => Route.StageNames.Contains(stage) && Route.RoleOf(stage) != StageRole.Write;

    /// <summary>True when the settings name the person for anything.</summary>
    public bool IsNamed(string person) => IsChief(person) || !Languages(person).IsEmpty;
}
