using System.Collections.Immutable;

namespace TransFlow.Core.Segments;

/// <summary>A woven article, and what was noticed on the way.</summary>
/// <param name="Text">The finished Markdown.</param>
/// <param name="Findings">Blocking findings when the result does not parse to the source's structure, or a unit's inline codes do not fit; warnings and repairs else.</param>
public sealed record Weaving(string Text, ImmutableArray<Finding> Findings)
{
    /// <summary>True when the result may be published as far as its form goes.</summary>
    public bool IsSound => Findings.All(f => f.Severity != Severity.Block);
}
