using System.Collections.Immutable;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Settings;

/// <summary>Reads what is said of each stage: due times, escalation, claims.</summary>
/// <param name="stages">The object.</param>
internal sealed class StagesReader(SettingReader stages)
{
    public ImmutableSortedDictionary<string, StageSettings> Read()
    {
        var read = Route.StageNames.Select(n => KeyValuePair.Create(n, One(n, stages.Object(n)))).ToImmutableSortedDictionary(StringComparer.Ordinal);
        stages.Done();
        return read;
    }

    private static StageSettings One(string name, SettingReader stage)
    {
        var isClaimed = stage.Choice("assign", "automatic", "claim") == "claim";
        var timing = new StageTiming
        {
            Due = stage.Time("due"),
            UrgentDue = stage.Time("urgentDue"),
            EscalateEvery = stage.Time("escalateEvery") ?? TimeSpan.FromHours(1),
            ClaimFor = stage.Time("claimFor") is { } time && isClaimed ? time : isClaimed ? TimeSpan.FromHours(4) : null,
        };
        var read = new StageSettings(timing, [.. stage.Texts("escalateTo")]) { Reuse = [.. stage.Texts("reuse")], AsksSettledNotes = stage.Choice("openNotes", "pass", "stop") == "stop" };
        foreach (var kind in read.Reuse.Where(k => k is not (StageSettings.InContext or StageSettings.Boilerplate)))
            stage.Problem("reuse", "setting-value", $"'{kind}' is nothing that is used again.", $"It can be {StageSettings.InContext}, {StageSettings.Boilerplate}.");
        if (!read.Reuse.IsEmpty && Route.RoleOf(name) != StageRole.Write)
            stage.Problem("reuse", "reuse-not-here", $"At '{name}' people answer for the text; nothing goes by them.", "Set it at 'translate'.");
        stage.Done();
        return read;
    }
}
