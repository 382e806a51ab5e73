namespace TransFlow.Core.Segments.Units;

/// <summary>Tells which units belong to what stands right before them: to a heading, to the cells before them in their row, to the item under which theirs is, to the words before a quotation, to the picture above them.</summary>
internal static class LedUnits
{
    /// <summary>Whether each of them does, and how far the items of lists are set in.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="units">Its units.</param>
    /// <param name="columns">The columns of its tables.</param>
    public static (bool IsLed, int Depth)[] Of(string text, IReadOnlyList<(UnitKind Kind, UnitPlace Place)> units, TableColumns columns)
    {
        var led = new (bool IsLed, int Depth)[units.Count];
        for (var i = 0; i < led.Length; i++)
        {
            var depth = units[i].Kind == UnitKind.ListItem ? Indent(text, units[i].Place.Start) : 0;
            led[i] = (i > 0 && (units[i - 1].Kind, units[i].Kind) switch
            {
                (_, UnitKind.TableCell) => columns[i].Column > 0,
                (UnitKind.Heading, _) or (UnitKind.Paragraph, UnitKind.Quotation) or (UnitKind.ImageAlt, UnitKind.Paragraph) => true,
                (UnitKind.ListItem, UnitKind.ListItem) => depth > led[i - 1].Depth,
                _ => false,
            }, depth);
        }

        return led;
    }

    /// <summary>How far the line of a place is set in.</summary>
    private static int Indent(string text, int at)
    {
        var line = text.AsSpan((at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1)..at);
        return line.Length - line.TrimStart(' ').Length;
    }
}
