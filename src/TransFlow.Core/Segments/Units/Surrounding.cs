namespace TransFlow.Core.Segments.Units;

/// <summary>What stands around a unit, in numbers that are the same for the same words: by it, people tell two blocks apart that say the same.</summary>
/// <param name="Section">The headings under which it stands.</param>
/// <param name="Owner">What it belongs to: a cell to the rest of its row, an item of a list to the items above it.</param>
/// <param name="Label">The first cell of a cell's row.</param>
/// <param name="Column">The column of a cell, by its name or else by its place in the row.</param>
/// <param name="Near">The block to which it belongs most: the one before it; the one after, for what leads that.</param>
/// <param name="Far">The block at its other side.</param>
/// <param name="Run">Its place in a row of blocks that all say the same, and their number.</param>
internal readonly record struct Surrounding(int Section, int Owner, int Label, int Column, int Near, int Far, (int At, int Length) Run)
{
    /// <summary>Stands for what is not there.</summary>
    public const int None = -1;

    /// <summary>So much of a row is looked at to each side of a cell, in characters.</summary>
    private const int Width = 500;

    /// <summary>A shorter markup than <c>[](a)</c> has no address.</summary>
    private const int ShortestMarkup = 4;

    /// <summary>What a line begins with that stands in a quotation, a list or a table, or is a heading.</summary>
    private const string BlockSigns = "-*+>#|.) \t0123456789";

    /// <summary>What stands around each unit of an article.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="units">Its units in order.</param>
    /// <param name="words">The number of each unit's words.</param>
    /// <param name="numbers">Numbers of other texts, given out as they come.</param>
    /// <param name="columns">The columns of its tables.</param>
    /// <param name="leads">To which neighbour each belongs.</param>
    public static Surrounding[] Of(string text, IReadOnlyList<(UnitKind Kind, UnitPlace Place)> units, int[] words, Dictionary<string, int> numbers, TableColumns columns, Lead[] leads)
    {
        var all = new Surrounding[units.Count];
        var rows = new (int Start, int End)[all.Length];
        var sections = new Stack<(int Level, int Path)>();
        var items = new Stack<(int Indent, int Path)>();
        for (var i = 0; i < all.Length; i++)
        {
            var (kind, place) = units[i];
            var section = kind == UnitKind.Heading
                ? Nested(sections, place.IsHtml ? int.MaxValue : Segments.Section.LevelOf(text, place), words[i], numbers)
                : sections.TryPeek(out var open) ? open.Path : None;
            all[i] = new(section, None, None, None, None, None, default);
            if (kind == UnitKind.ListItem)
                all[i] = all[i] with { Owner = Nested(items, IndentAt(text, place.Start), words[i], numbers) };
            else if (place.Leaf is not null)
                items.Clear();
            if (kind != UnitKind.TableCell)
                continue;
            rows[i] = RowAt(text, place);
            var (before, after) = (Cells(text[Math.Max(rows[i].Start, place.Start - Width)..place.Start], place.IsHtml), Cells(text[place.End..Math.Min(rows[i].End, place.End + Width)], place.IsHtml));
            // A place in a ranking is the row's for today alone.
            if (before is [var rank, ..] && LineAlignment.IsRank(rank))
                before = before[1..];
            string[] others = [.. before, .. after];
            var label = before.Length > 0 ? before[0] : columns[i].Column > 0 && after.Length > 0 ? after[0] : null;
            Array.Sort(others, StringComparer.Ordinal);
            all[i] = all[i] with
            {
                Owner = others.Length == 0 ? None : Number(numbers, "row " + string.Join('|', others)),
                Label = label is null ? None : Number(numbers, "label " + label),
                Column = Number(numbers, columns.NameOf(i) is { } name ? "column " + name : FormattableString.Invariant($"column number {columns[i].Column}")),
            };
        }

        Beside(all, units, words, rows, leads);
        return all;
    }

    /// <summary>
    /// A unit as it is written, with the markup around it, in which links lead somewhere and pictures have their files, and with the signs of the blocks in
    /// which its line stands; null for a value of the front matter, which its key tells.
    /// </summary>
    public static (string Block, string Markup)? MarkupOf(string text, UnitKind kind, UnitPlace place)
    {
        if (place.Scalar is not null)
            return null;
        var before = text.AsSpan(Math.Max(0, place.Start - Width)..place.Start);
        var after = text.AsSpan(place.End..Math.Min(text.Length, place.End + Width));
        var line = before[(before.LastIndexOf('\n') + 1)..];
        var block = line[..^line.TrimStart(BlockSigns).Length];
        if (place.Inset is not null)
        {
            before = before[Math.Max(0, before.LastIndexOfAny("[<{"))..];
            after = after[..EndOfMarkup(after)];
        }
        else
        {
            var edges = kind == UnitKind.TableCell ? "|\n" : "\n";
            before = before[(before.LastIndexOfAny(edges) + 1)..].TrimStart(BlockSigns);
            after = after.IndexOfAny(edges) is >= 0 and var end ? after[..end] : after;
        }

        // The number of an item is another one when the item was moved.
        return (string.Concat(block.ToString().Where(c => !char.IsWhiteSpace(c) && !char.IsAsciiDigit(c))),
            string.Concat(before, text.AsSpan(place.Start, place.End - place.Start), after.TrimEnd()).Replace("\r", "", StringComparison.Ordinal));
    }

    /// <summary>The markup of a picture or link without the words that stand in it; null where a unit stands in none that says an address.</summary>
    public static string? AddressOf(string text, UnitPlace place)
    {
        if (place.Inset is null)
            return null;
        var before = text.AsSpan(Math.Max(0, place.Start - Width)..place.Start);
        var after = text.AsSpan(place.End..Math.Min(text.Length, place.End + Width));
        before = before[Math.Max(0, before.LastIndexOfAny("[<{"))..];
        after = after[..EndOfMarkup(after)];
        return before.Length + after.Length < ShortestMarkup ? null : string.Concat(before, "\0", after).Replace("\r", "", StringComparison.Ordinal);
    }

    /// <summary>Where the markup ends in which words stand: behind the label or the address of a picture, or the end of a tag.</summary>
    private static int EndOfMarkup(ReadOnlySpan<char> after)
    {
        if (after is [']', not '(', ..])
            return after is [']', '[', ..] && after[1..].IndexOf(']') is > 0 and var label ? label + 2 : 1;
        return after.IndexOfAny(")>}") is >= 0 and var end ? end : after.Length;
    }

    /// <summary>Fills in what stands before and after each unit.</summary>
    private static void Beside(Surrounding[] all, IReadOnlyList<(UnitKind Kind, UnitPlace Place)> units, int[] words, (int Start, int End)[] rows, Lead[] leads)
    {
        for (int first = 0, next; first < all.Length; first = next)
        {
            var isCell = units[first].Kind == UnitKind.TableCell;
            for (next = first + 1; next < all.Length && words[next] == words[first] && rows[next] == rows[first];)
                next++;
            var before = first > 0 && (!isCell || rows[first - 1] == rows[first]) ? words[first - 1] : None;
            var after = next < all.Length && (!isCell || rows[next] == rows[first]) ? words[next] : None;
            var (near, far) = leads[first].Leads ? (after, before) : (before, after);
            for (var i = first; i < next; i++)
                all[i] = all[i] with { Near = near, Far = far, Run = (i - first, next - first) };
        }
    }

    /// <summary>The path above a block of a level, which is a part of the path of those below it.</summary>
    private static int Nested(Stack<(int Level, int Path)> open, int level, int words, Dictionary<string, int> numbers)
    {
        while (open.TryPeek(out var last) && last.Level >= level)
            open.Pop();
        var above = open.TryPeek(out var parent) ? parent.Path : None;
        open.Push((level, Number(numbers, FormattableString.Invariant($"under {above} {words}"))));
        return above;
    }

    /// <summary>How far the mark of a list's item is indented.</summary>
    private static int IndentAt(string text, int at)
    {
        var start = LineStart(text, at);
        return text.AsSpan(start, at - start).IndexOfAnyExcept(" \t>") is >= 0 and var indent ? indent : at - start;
    }

    /// <summary>Where the row of a cell begins and ends.</summary>
    public static (int Start, int End) RowAt(string text, UnitPlace place)
    {
        if (!place.IsHtml)
            return (LineStart(text, place.Start), text.IndexOf('\n', place.End) is >= 0 and var line ? line : text.Length);
        var start = text.AsSpan(0, place.Start).LastIndexOf("<tr", StringComparison.OrdinalIgnoreCase);
        return (Math.Max(0, start), text.IndexOf("</tr", place.End, StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end : text.Length);
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>What stands in a part of a row, cell by cell; figures, too.</summary>
    private static string[] Cells(string row, bool isHtml)
    {
        var pieces = row.Split(isHtml ? '<' : '|');
        if (isHtml)
            pieces = Array.ConvertAll(pieces, p => p[(p.IndexOf('>') + 1)..]);
        return [.. pieces.Select(p => p.Trim()).Where(p => p.Length > 0)];
    }

    private static int Number(Dictionary<string, int> numbers, string text)
    {
        if (!numbers.TryGetValue(text, out var number))
            numbers.Add(text, number = numbers.Count);
        return number;
    }
}
