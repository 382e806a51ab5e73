using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Takes out the line breaks and indents that a tool put between words and codes when it laid the file out anew: what happened to the
/// source, which we know, happened to the target, too.
/// </summary>
internal static partial class LayoutRepair
{
    /// <summary>What a line break with its indent stands for: what was before it (it was put in), nothing, or a space.</summary>
    private static readonly string[] Readings = ["$1", "", " "];

    /// <summary>The unit with its targets as they were before the tool laid them out.</summary>
    public static ReturnedUnit Of(ReturnedUnit sent, ReturnedUnit returned, ICollection<Finding> findings)
    {
        if (!returned.Pieces.Any(p => p.Source.Text.Contains('\n', StringComparison.Ordinal)))
            return returned;
        var (ours, theirs) = (sent.SourceText, returned.SourceText);
        if (theirs == ours || ContentTidy.Bare(ours) != ContentTidy.Bare(theirs))
            return returned;
        var reading = ours.Contains('\n', StringComparison.Ordinal) ? null : Array.Find(Readings, r => LineBreak().Replace(theirs, r).Trim() == ours.Trim());
        if (reading is null)
        {
            findings.Add(new Finding("white-space", Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: the tool laid out its text anew; look at the spaces."));
            return returned;
        }

        return returned with { Pieces = [.. returned.Pieces.Select(p => p with { Target = p.Target is null ? null : Read(p.Target, reading) })] };
    }

    private static Content Read(Content target, string reading) =>
        new(target.Parts.Select(p => p.Kind == InlineKind.Text ? p with { Value = LineBreak().Replace(p.Value, reading) } : p));

    [GeneratedRegex(@"([ \t]*)\r?\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}
