using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Units;

/// <summary>The columns of an article's tables. A cell's column is known by the header above it: before it columns may have come and gone.</summary>
internal sealed partial class TableColumns
{
    private const int None = -1;

    /// <summary>From where on two headers are one that was changed.</summary>
    private const double Alike = 0.5;

    private readonly (int Table, int Column)[] _cells;
    private readonly List<string[]> _headers = [];

    /// <summary>Finds them.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="units">Its units in order.</param>
    public TableColumns(string text, IReadOnlyList<(UnitKind Kind, UnitPlace Place)> units)
    {
        _cells = new (int, int)[units.Count];
        var (row, at, column) = ((Start: None, End: None), None, None);
        for (var i = 0; i < _cells.Length; i++)
        {
            var (kind, place) = units[i];
            _cells[i] = (None, None);
            if (kind != UnitKind.TableCell)
                continue;
            if (place.Start < at || place.Start > row.End)
            {
                var next = Surrounding.RowAt(text, place);
                if (row.End < 0 || next.Start < row.End || !IsOneTable(text.AsSpan(row.End..next.Start), place.IsHtml))
                    _headers.Add(Cells(Header(text, next, place.IsHtml), place.IsHtml));
                (row, column) = (next, Cells(text[next.Start..place.Start], place.IsHtml).Length - 1);
            }
            else
                column += Ends(text.AsSpan(at..place.Start), place.IsHtml);

            at = place.Start;
            _cells[i] = (_headers.Count - 1, column);
        }
    }

    /// <summary>The table of a unit and its column there, from 0; -1 for what is no cell.</summary>
    /// <param name="unit">The unit's place among those of the article.</param>
    public (int Table, int Column) this[int unit] => _cells[unit];

    /// <summary>What a unit's column is called; null where it has no name, or another of its table has the same.</summary>
    /// <param name="unit">The unit's place among those of the article.</param>
    public string? NameOf(int unit) => _cells[unit] is ( >= 0 and var table, var column) && _headers[table] is var header && column < header.Length
        && header[column] is { Length: > 0 } name && header.Count(h => h == name) == 1 ? name : null;

    /// <summary>For each column of a table the one that it was in a former one: the one of the same name, or one that is called nearly so; else the one in its place between two that are known.</summary>
    /// <param name="table">The table.</param>
    /// <param name="former">The former article's columns.</param>
    /// <param name="formerTable">The former table.</param>
    /// <returns>By column; -1 for a new one.</returns>
    public int[] Pair(int table, TableColumns former, int formerTable)
    {
        var (now, was) = (_headers[table], former._headers[formerTable]);
        var columns = new int[now.Length];
        Array.Fill(columns, None);
        var isUsed = new bool[was.Length];
        foreach (var same in Enumerable.Range(0, now.Length).GroupBy(c => now[c], StringComparer.Ordinal))
        {
            List<int> there = [.. Enumerable.Range(0, was.Length).Where(c => was[c] == same.Key)];
            if (there.Count != same.Count())
                continue;
            foreach (var (column, its) in same.Zip(there))
                Settle(column, its);
        }

        List<int> open = [.. Enumerable.Range(0, now.Length).Where(c => columns[c] < 0)], left = [.. Enumerable.Range(0, was.Length).Where(c => !isUsed[c])];
        foreach (var (column, its) in new AlikeSentences([.. left.Select(c => (c, was[c]))]).Pair([.. open.Select(c => (now[c], c))], Alike))
            Settle(open[column], left[its]);
        for (int first = 0, next; first < now.Length; first = next + 1)
        {
            for (next = first; next < now.Length && columns[next] < 0;)
                next++;
            var (before, after) = (first == 0 ? None : columns[first - 1], next == now.Length ? was.Length : columns[next]);
            if (after - before - 1 != next - first || isUsed.AsSpan(before + 1, next - first).Contains(true))
                continue;
            for (var column = first; column < next; column++)
                Settle(column, before + 1 + column - first);
        }

        return columns;

        void Settle(int column, int its) => (columns[column], isUsed[its]) = (its, true);
    }

    /// <summary>Whether what stands between two rows belongs to the table of both.</summary>
    private static bool IsOneTable(ReadOnlySpan<char> between, bool isHtml)
    {
        if (isHtml)
            return !between.Contains("<table", StringComparison.OrdinalIgnoreCase);
        foreach (var line in between.Trim('\n').EnumerateLines())
        {
            if (!line.IsEmpty && !line.Contains('|'))
                return false;
        }

        return between.IndexOf("\n\n") < 0 && between.IndexOf("\n\r\n") < 0;
    }

    /// <summary>The first row of the table of a row.</summary>
    private static string Header(string text, (int Start, int End) row, bool isHtml)
    {
        if (isHtml)
        {
            var table = Math.Max(0, text.AsSpan(0, row.Start).LastIndexOf("<table", StringComparison.OrdinalIgnoreCase));
            var start = text.IndexOf("<tr", table, StringComparison.OrdinalIgnoreCase);
            return start < 0 || start >= row.Start ? text[row.Start..row.End] : text[start..(text.IndexOf("</tr", start, StringComparison.OrdinalIgnoreCase) is >= 0 and var end && end < row.Start ? end : row.Start)];
        }

        var header = text.AsSpan(row.Start..row.End);
        for (var start = row.Start; start > 0;)
        {
            var end = start - 1;
            start = text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1;
            var line = text.AsSpan(Math.Min(start, end)..end);
            if (!line.Contains('|'))
                break;
            header = line;
        }

        return header.ToString();
    }

    /// <summary>What stands in the cells of a row, or of its beginning.</summary>
    private static string[] Cells(string row, bool isHtml)
    {
        if (isHtml)
            return [.. HtmlCell().Split(row).Skip(1).Select(c => Tag().Replace(c[(c.IndexOf('>') + 1)..], "").Trim())];
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '|' && (i == 0 || row[i - 1] != '\\'))
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
                cell.Append(row[i]);
        }

        cells.Add(cell.ToString().Trim());
        // A bar before the first cell, behind the signs of a quotation or an item.
        if (cells.Count > 1 && cells[0].AsSpan().Trim(" \t>-*+").Length == 0)
            cells.RemoveAt(0);
        return [.. cells];
    }

    /// <summary>How many cells end between two places of a row.</summary>
    private static int Ends(ReadOnlySpan<char> between, bool isHtml) => isHtml ? HtmlCell().Count(between) : between.Count('|') - between.Count("\\|");

    [GeneratedRegex("<t[dh](?=[\\s>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlCell();

    [GeneratedRegex("<[^>]*>?", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
