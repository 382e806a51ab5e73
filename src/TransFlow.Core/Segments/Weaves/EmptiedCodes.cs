using System.Collections.Immutable;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Pairs of marks that have nothing between them any more.</summary>
internal static class EmptiedCodes
{
    /// <summary>The codes around which the source has something to see, and the target has nothing.</summary>
    /// <param name="source">The source's parts.</param>
    /// <param name="target">The target's parts.</param>
    public static IEnumerable<string> Of(ImmutableArray<Inline> source, ImmutableArray<Inline> target)
    {
        Dictionary<string, int>? openings = null;
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i].Kind == InlineKind.Open && IsEmpty(target.AsSpan(), i) && (openings ??= Openings(source)).TryGetValue(target[i].Value, out var at) && !IsEmpty(source.AsSpan(), at))
                yield return target[i].Value;
        }
    }

    /// <summary>What is to be told of the codes of a unit's target that have nothing in them any more.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="target">The target's parts.</param>
    public static IEnumerable<Finding> Told(Unit unit, ImmutableArray<Inline> target) => !HasEmpty(target) ? [] : Emptied(unit, [.. unit.Segments.SelectMany(s => s.Source.Parts)], target)
        .Select(code => new Finding("code-empty", Severity.Warn, unit.Id, $"{unit.Name}: the code {{{code}}} has no words in it; readers will see nothing of it."));

    /// <summary>Those of marks that span text, and those of tags that stand alone and belong together.</summary>
    private static IEnumerable<string> Emptied(Unit unit, ImmutableArray<Inline> source, ImmutableArray<Inline> target) =>
        Of(source, target).Concat(CodePairs.Emptied(unit, source.AsSpan(), target.AsSpan()));

    /// <summary>A content without some pairs of marks; what stands between them stays.</summary>
    /// <param name="content">The content.</param>
    /// <param name="codes">Their ids.</param>
    public static Content Without(Content content, IReadOnlyCollection<string> codes) =>
        new([.. content.Parts.Where(p => p.Kind is not (InlineKind.Open or InlineKind.Close) || !codes.Contains(p.Value))]);

    /// <summary>Whether a mark closes, or a second code stands, with nothing to see behind one that opens or stands alone.</summary>
    private static bool HasEmpty(ImmutableArray<Inline> parts)
    {
        var isBehind = false;
        foreach (var (kind, value) in parts)
        {
            if (isBehind && kind is InlineKind.Close or InlineKind.Standalone)
                return true;
            isBehind = kind is InlineKind.Open or InlineKind.Standalone || (isBehind && string.IsNullOrWhiteSpace(value));
        }

        return false;
    }

    /// <summary>By its id, where each code opens first.</summary>
    private static Dictionary<string, int> Openings(ImmutableArray<Inline> parts)
    {
        var openings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Kind == InlineKind.Open)
                openings.TryAdd(parts[i].Value, i);
        }

        return openings;
    }

    private static bool IsEmpty(ReadOnlySpan<Inline> parts, int opening)
    {
        for (var i = opening + 1; i < parts.Length; i++)
        {
            if (parts[i].Kind == InlineKind.Standalone || (parts[i].Kind == InlineKind.Text && !string.IsNullOrWhiteSpace(parts[i].Value)))
                return false;
            if (parts[i].Kind == InlineKind.Close && parts[i].Value == parts[opening].Value)
                return true;
        }

        return false;
    }
}
