using System.Collections.Immutable;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Paragraphs of MDX that are tags alone, with all words between them: MDX takes the paragraph away, and components may take nothing but one another.</summary>
internal static class TagLines
{
    /// <summary>What is to be told of a target that is tags alone where the source is not, or the other way.</summary>
    /// <param name="source">The source article, which is MDX.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="target">The target's parts.</param>
    public static Finding? Told(Extraction source, Unit unit, UnitPlace place, ImmutableArray<Inline> target)
    {
        if (place.Leaf is not { } leaf || place.IsHtml || unit.Kind is UnitKind.Heading or UnitKind.TableCell || !Array.Exists(place.Codes, c => IsTag(source.Text, c)))
            return null;
        // What stands at the edges without words is a part of the paragraph, too, and an element around all of it leaves none.
        var atoms = source.Body.Leaves[leaf].Atoms;
        if (atoms[0].Start != place.Start || atoms[^1].End != place.End)
            return null;
        var wasAlone = AreTags(source.Text, place, [.. unit.Segments.SelectMany(s => s.Source.Parts)]);
        if (wasAlone == AreTags(source.Text, place, target))
            return null;
        // Without the other line's tags beside its own it would be one block with that.
        if (wasAlone && IsBesideTags(source.Text, place))
            return new Finding("tags-not-alone", Severity.Block, unit.Id, $"{unit.Name}: some of its words stand outside of its tags, and it would be one block with the line beside it. Put them between the tags.");
        // Most items are no paragraphs anyway, and elements of sentences may stand in one as well as alone.
        return unit.Kind == UnitKind.ListItem ? null
            : !wasAlone ? new Finding("tags-alone", Severity.Warn, unit.Id, $"{unit.Name}: all its words stand between tags, and MDX makes no paragraph of that. Leave some outside, as the source does, if it matters.")
            : Array.Exists(place.Codes, c => IsComponent(source.Text, c))
                ? new Finding("tags-not-alone", Severity.Warn, unit.Id, $"{unit.Name}: some of its words stand outside of its tags, and MDX makes a paragraph of that, which some components refuse. Put them between the tags.")
            : null;
    }

    private static bool AreTags(string text, UnitPlace place, ImmutableArray<Inline> parts)
    {
        var depth = 0;
        foreach (var part in parts)
        {
            if (part.Kind == InlineKind.Text)
            {
                if (depth == 0 && !string.IsNullOrWhiteSpace(part.Value))
                    return false;
                continue;
            }

            var code = place.Code(part.Value);
            if (!IsTag(text, code))
            {
                if (depth == 0 && text[code.OpenStart] != '{')
                    return false;
            }
            else if (HtmlTag.At(text, code.OpenStart, code.OpenEnd) is { IsOpening: true })
            {
                depth++;
            }
            else if (text[code.OpenStart + 1] == '/')
            {
                depth--;
            }
        }

        return true;
    }

    private static bool IsTag(string text, CodeSource code) => !code.IsPair && text[code.OpenStart] == '<' && HtmlTag.At(text, code.OpenStart, code.OpenEnd) is not null;

    /// <summary>A fragment has no name.</summary>
    private static bool IsComponent(string text, CodeSource code) => IsTag(text, code) && HtmlTag.At(text, code.OpenStart, code.OpenEnd) is { Name: { Length: > 0 } name } && HtmlTag.IsComponent(name);

    private static bool IsBesideTags(string text, UnitPlace place)
    {
        var before = text.AsSpan(0, place.Start).TrimEnd(" \t");
        var after = text.AsSpan(place.End).TrimStart(" \t\r");
        return (before is [.., '\n'] && before[..^1].TrimEnd(" \t\r") is [.., '>']) || (after is ['\n', ..] && after[1..].TrimStart(" \t") is ['<', ..]);
    }
}
