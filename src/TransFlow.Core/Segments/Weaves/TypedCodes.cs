using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Codes that somebody typed as words, as tools show them.</summary>
internal static partial class TypedCodes
{
    /// <summary>What is to be told of the words of a unit's target that read as a code, and stand in the source nowhere.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="target">The target's parts.</param>
    public static IEnumerable<Finding> Told(Unit unit, ImmutableArray<Inline> target) => First(unit, target) is { } typed
        ? [new Finding("code-typed", Severity.Warn, unit.Id, $"{unit.Name}: it holds “{typed}” as words, which readers will see; put the code there, or take the words out.")]
        : [];

    private static string? First(Unit unit, ImmutableArray<Inline> target)
    {
        foreach (var (kind, words) in target)
        {
            if (kind == InlineKind.Text && words.AsSpan().ContainsAny('[', '{', '<') && Shown().Matches(words).FirstOrDefault(m => !unit.Text.Contains(m.Value, StringComparison.Ordinal)) is { } typed)
                return typed.Value;
        }

        return null;
    }

    /// <summary>How tools and the desk show our codes.</summary>
    [GeneratedRegex(@"\[/?(?:b|i|s|code|link|image|br|note|address|html|tag)\]|\{/?[1-9][0-9]?/?\}|\{[1-9][0-9]?>|<[1-9][0-9]?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Shown();
}
