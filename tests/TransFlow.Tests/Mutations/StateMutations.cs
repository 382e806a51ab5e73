using System.Xml.Linq;

namespace TransFlow.Tests.Mutations;

/// <summary>E. States.</summary>
internal static class StateMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new(61, "states-dropped", Fate.Accepted, "", d => d.Replaced(" state=\"[^\"]*\"", "")),
        new(62, "states-stale", Fate.Accepted, "", d => d.Replaced(" state=\"[^\"]*\"", " state=\"initial\"")),
        new(62, "states-stale-1.2", Fate.Accepted, "", d => d.Replaced("<target>", d.Next(2) == 0 ? "<target state=\"new\">" : "<target state=\"needs-translation\">")) { IsVersion12 = true },
        new(63, "states-final", Fate.Accepted, "", d => d.Replaced(" state=\"[^\"]*\"", " state=\"final\"")),
        new(63, "states-final-1.2", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<trans-unit ", "<trans-unit approved=\"yes\" ", StringComparison.Ordinal).Replace("<target>", "<target state=\"signed-off\">", StringComparison.Ordinal))) { IsVersion12 = true },
        new(64, "state-unknown", Fate.Reviewed, "needs-work", d => d.Replaced(" state=\"translated\"", " state=\"x-sdl-Draft\"")),
        new(64, "state-1.2-in-2.x", Fate.Reviewed, "needs-work", d => d.Replaced(" state=\"translated\"", " state=\"needs-adaptation\"")),
        new(64, "state-on-target", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<target>", "<target state=\"translated\">", StringComparison.Ordinal))),
        new(65, "substate-foreign", Fate.Reviewed, "needs-work", d => Stated(d, "subState", "poedit:fuzzy")),
        new(65, "state-needs-review", Fate.Reviewed, "needs-work", d => d.Replaced("<target>", "<target state=\"needs-review-translation\">")) { IsVersion12 = true },
        new(65, "substate-harmless", Fate.Accepted, "", d => Stated(d, "subState", "poedit:ok")),
        new(66, "substate-orphan", Fate.Accepted, "", d => Stated(d, "subState", "tf:needs-review")),
        new(67, "final-but-empty", Fate.LeftOut, "final-but-empty", d =>
        {
            foreach (var segment in d.Some(_ => true).SelectMany(u => Draft.In(u, "segment")))
            {
                segment.SetAttributeValue("state", "final");
                segment.Elements(d.Space + "target").Remove();
            }

            return d.Saved();
        }),
        new(68, "notranslate-translated", Fate.LeftOut, "", d =>
        {
            foreach (var unit in d.Some(_ => true))
                unit.SetAttributeValue("translate", "no");
            return d.Saved();
        }),
        new(68, "notranslate-unit-added", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("  </file>", "<unit id=\"zz\" translate=\"no\"><segment><source>x</source><target>y</target></segment></unit></file>", StringComparison.Ordinal))),
    ];

    private static byte[] Stated(Draft draft, string name, string value)
    {
        foreach (var segment in draft.Some(u => Draft.TargetOf(u).Length > 0).SelectMany(u => Draft.In(u, "segment")))
            segment.SetAttributeValue(name, value);
        return draft.Saved();
    }
}
