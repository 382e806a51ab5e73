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
        if (HasMoreAround(source, source.Body.Leaves[leaf], place))
            return null;
        var wasAlone = AreTags(source.Text, place, [.. unit.Segments.SelectMany(s => s.Source.Parts)]);
        if (wasAlone == AreTags(source.Text, place, target))
            return null;
        // Without the other line's tags beside its own it would be one block with that.
        if (wasAlone && IsBesideTags(source.Text, place))
            return new Finding("tags-not-alone", Severity.Block, unit.Id, $"{unit.Name}: some of its words stand outside of its tags, and it would be one block with the line beside it. Put them between the tags.");
        // The items of most lists are no paragraphs anyway, and elements of sentences may stand in one as well as alone.
        return source.Body.Leaves[leaf].IsTight ? null
            : !wasAlone ? new Finding("tags-alone", Severity.Warn, unit.Id, $"{unit.Name}: all its words stand between tags, and MDX makes no paragraph of that. Leave some outside, as the source does, if it matters.")
            : Array.Exists(place.Codes, c => IsComponent(source.Text, c))
                ? new Finding("tags-not-alone", Severity.Warn, unit.Id, $"{unit.Name}: some of its words stand outside of its tags, and MDX makes a paragraph of that, which some components refuse. Put them between the tags.")
            : null;
    }

    /// <summary>Whether more stands at the edges of a unit than what its paragraph may have beside tags, expressions and the mark of a task: a picture is a part of it, too, and an element around all of it leaves none.</summary>
    private static bool HasMoreAround(Extraction source, Leaf leaf, UnitPlace place)
    {
        foreach (ref readonly var atom in leaf.Atoms)
        {
            if ((atom.End <= place.Start || atom.Start >= place.End) && !(atom.Code is null ? atom.IsSpace(source.Text) : source.Text[atom.Start] == '{' || (source.Text[atom.Start] == '[' && atom.Code.Kind == CodeKind.Other)))
                return true;
        }

        return false;
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
