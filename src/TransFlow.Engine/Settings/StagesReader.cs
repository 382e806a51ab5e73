using System.Collections.Immutable;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Settings;

/// <summary>Reads what is said of each stage: due times, escalation, claims.</summary>
/// <param name="stages">The object.</param>
internal sealed class StagesReader(SettingReader stages)
{
    public ImmutableSortedDictionary<string, StageSettings> Read()
    {
        var read = Route.StageNames.Select(n => KeyValuePair.Create(n, One(stages.Object(n)))).ToImmutableSortedDictionary(StringComparer.Ordinal);
        stages.Done();
        return read;
    }

    private static StageSettings One(SettingReader stage)
    {
        var isClaimed = stage.Choice("assign", "automatic", "claim") == "claim";
        var timing = new StageTiming
        {
            Due = stage.Time("due"),
            UrgentDue = stage.Time("urgentDue"),
            EscalateEvery = stage.Time("escalateEvery") ?? TimeSpan.FromHours(1),
            ClaimFor = stage.Time("claimFor") is { } time && isClaimed ? time : isClaimed ? TimeSpan.FromHours(4) : null,
        };
        var read = new StageSettings(timing, [.. stage.Texts("escalateTo")]) { AsksSettledNotes = stage.Choice("openNotes", "pass", "stop") == "stop" };
        stage.Done();
        return read;
    }
}
