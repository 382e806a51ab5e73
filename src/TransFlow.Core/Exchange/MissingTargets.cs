using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>Sentences without a target: they stay in the source's language, also where a translator put their words into another.</summary>
public static class MissingTargets
{
    /// <summary>Tells of them in one sentence.</summary>
    /// <param name="article">The article.</param>
    /// <param name="targets">The targets of its units' segments, by the units' ids.</param>
    /// <param name="isUntouched">Whether the file has no target at all: nobody expects another page of it than the article.</param>
    /// <returns>A warning, when some sentences have a target and others have none, or all that the file has are empty.</returns>
    public static IEnumerable<Finding> Told(Extraction article, IReadOnlyDictionary<string, ImmutableArray<Content?>> targets, bool isUntouched)
    {
        var (missing, all) = (0, 0);
        (Unit Unit, Content Source)? first = null;
        foreach (var unit in article.Units)
        {
            var own = targets.GetValueOrDefault(unit.Id, []);
            for (var i = 0; i < unit.Segments.Length; i++, all++)
            {
                if (i < own.Length && own[i] is not null)
                    continue;
                missing++;
                first ??= (unit, unit.Segments[i].Source);
            }
        }

        if (first is not var (left, source))
            yield break;
        if (missing == all)
        {
            if (!isUntouched)
                yield return new Finding("target-missing", Severity.Warn, left.Id, "No unit has a translation: every target in the file is empty, and the article stays as it is. --missing fail refuses that.");
            yield break;
        }

        var words = UnitWords.Of(left.Name, source.Text);
        yield return new Finding("target-missing", Severity.Warn, left.Id, missing == 1
            ? $"{words}: it has no target, and stays as it is. --missing fail refuses that."
            : $"{words}: it has no target, and stays as it is; so do {missing - 1} other(s). --missing fail refuses that.");
    }
}
