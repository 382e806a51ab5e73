using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>The one half of a pair of brackets or quotation marks at the inner edge of an emphasis, and its other half within.</summary>
internal static class PairHalf
{
    /// <summary>Where a half stands.</summary>
    /// <param name="Part">The text.</param>
    /// <param name="At">The character in it.</param>
    public readonly record struct Place(int Part, int At);

    /// <summary>Finds the other half within the same emphasis.</summary>
    /// <param name="parts">The parts in reading order, nested rightly.</param>
    /// <param name="mark">The mark of the emphasis.</param>
    /// <param name="inside">The text beside it, inside.</param>
    /// <returns>The other half; null where what stands at the edge is no half, or stands alone.</returns>
    public static Place? Partner(IReadOnlyList<Inline> parts, int mark, int inside)
    {
        var isOpen = parts[mark].Kind == InlineKind.Open;
        var step = isOpen ? 1 : -1;
        var words = parts[inside].Value;
        var half = words[isOpen ? 0 : ^1];
        if (MarkTable.Classify(half, out _) is not (MarkRole.Open or MarkRole.Close or MarkRole.Straight))
            return null;
        var depth = 0;
        var other = Other(parts, mark);
        for (var part = inside; part != other; part += step)
        {
            if (parts[part].Kind != InlineKind.Text)
                continue;
            var behind = part == inside ? 1 : 0;
            var at = isOpen ? behind : parts[part].Value.Length - 1 - behind;
            for (; at >= 0 && at < parts[part].Value.Length; at += step)
            {
                var c = parts[part].Value[at];
                if (isOpen ? IsPair(half, c) : IsPair(c, half))
                {
                    if (depth-- == 0)
                        return new Place(part, at);
                }
                else if (c == half)
                {
                    depth++;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the other half stands at the other edge of the emphasis.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="mark">The mark at whose edge the one half stands.</param>
    /// <param name="place">Where the other stands.</param>
    public static bool IsAtOtherEdge(IReadOnlyList<Inline> parts, int mark, Place place)
    {
        var other = Other(parts, mark);
        return parts[mark].Kind == InlineKind.Open ? place.Part == other - 1 && place.At == parts[place.Part].Value.Length - 1 : place.Part == other + 1 && place.At == 0;
    }

    /// <summary>The emphasis' other mark.</summary>
    public static int Other(IReadOnlyList<Inline> parts, int mark)
    {
        var step = parts[mark].Kind == InlineKind.Open ? 1 : -1;
        var at = mark + step;
        while (parts[at].Kind == InlineKind.Text || parts[at].Value != parts[mark].Value || parts[at].Kind == parts[mark].Kind)
            at += step;
        return at;
    }

    private static bool IsPair(char open, char close) => (MarkTable.Classify(open, out var left), MarkTable.Classify(close, out var right)) switch
    {
        (MarkRole.Open, MarkRole.Close) => left == right,
        (MarkRole.Straight, MarkRole.Straight) => open == close,
        // German closes with what English opens with.
        (MarkRole.Open, MarkRole.Open) => (open, close) is ('„', '“') or ('‚', '‘'),
        _ => false,
    };
}
