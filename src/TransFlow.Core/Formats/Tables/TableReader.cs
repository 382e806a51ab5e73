using System.Text;

namespace TransFlow.Core.Formats.Tables;

/// <summary>
/// Reads tables with any of the common separators (RFC 4180, and what spreadsheets make of it): quoted cells with line ends and doubled
/// quotation marks in them, byte order marks, UTF-8 or UTF-16, lines that end in CR LF, LF or CR, a first line <c>sep=;</c>. Row by row.
/// </summary>
public static class TableReader
{
    /// <summary>The most characters of one row.</summary>
    public const int MostCharacters = 4 * 1024 * 1024;

    private const string Separators = "\t;,|";

    /// <summary>Reads the rows; blank lines are left out.</summary>
    /// <param name="stream">The bytes; left open, and read on while rows are asked for.</param>
    /// <param name="separator">What stands between two cells; null to see it from the first line.</param>
    /// <returns>The rows in order.</returns>
    /// <exception cref="BrokenFileException">On the way: it is not in UTF-8 or UTF-16, a quoted cell does not end, or goes on after its end.</exception>
    public static IEnumerable<TableRow> Read(Stream stream, char? separator = null)
    {
        using var text = Open(stream);
        // Programs that put one mark before a file that has one are common.
        var first = Line(text, 1)?.TrimStart('\uFEFF');
        if (first is null)
            yield break;
        var (line, pending) = (1, first);
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.TrimEnd('\r', '\n').Length == 5)
        {
            separator = first[4];
            (line, pending) = (2, Line(text, 2));
        }

        while (pending is not null)
        {
            separator ??= Seen(pending);
            var (start, record) = (line, new StringBuilder(pending));
            while (IsOpen(record, separator.Value))
            {
                if (Line(text, ++line) is not { } more)
                    throw new BrokenFileException("A quotation mark opens a cell here, and none closes it.", start);
                record.Append(more);
                if (record.Length > MostCharacters)
                    throw new BrokenFileException($"A row takes more than {MostCharacters >> 20} million characters; a quotation mark may be missing.", start);
            }

            if (record.ToString().TrimEnd('\r', '\n') is { Length: > 0 } row)
                yield return new TableRow(start, Cells(row, separator.Value, start));
            pending = Line(text, ++line);
        }
    }

    /// <summary>UTF-16 by its byte order mark, else UTF-8: another encoding is told by its line, not guessed.</summary>
    private static StreamReader Open(Stream stream) => new(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);

    /// <summary>The separator that the first line has most of, outside quotation marks; a comma when it has none.</summary>
    private static char Seen(string line)
    {
        var quoted = false;
        var counts = new int[Separators.Length];
        foreach (var c in line)
        {
            quoted ^= c == '"';
            if (!quoted && Separators.IndexOf(c) is >= 0 and var at)
                counts[at]++;
        }

        var most = Array.IndexOf(counts, counts.Max());
        return counts[most] == 0 ? ',' : Separators[most];
    }

    /// <summary>The next line with its end; null after the last.</summary>
    private static string? Line(StreamReader text, int number)
    {
        var line = new StringBuilder();
        for (int c; (c = text.Read()) >= 0;)
        {
            line.Append((char)c);
            if (c == '\uFFFD')
                throw new BrokenFileException("The file is not valid UTF-8; it was saved in another encoding. Save it as UTF-8; in Excel that is “CSV UTF-8”.", number);
            if (c == '\r' && text.Peek() == '\n')
                line.Append((char)text.Read());
            if (c is '\n' or '\r')
                break;
            if (line.Length > MostCharacters)
                throw new BrokenFileException($"A line takes more than {MostCharacters >> 20} million characters.", number);
        }

        return line.Length == 0 ? null : line.ToString();
    }

    private static bool IsOpen(StringBuilder record, char separator)
    {
        var (quoted, starts) = (false, true);
        foreach (var chunk in record.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (c == '"' && (quoted || starts))
                    quoted = !quoted;
                // Within a quoted cell a doubled mark closes and opens again.
                starts = c == separator || (c == '"' && !quoted);
            }
        }

        return quoted;
    }

    private static List<string> Cells(string row, char separator, int line)
    {
        var cells = new List<string>();
        for (var at = 0; ;)
        {
            var cell = at < row.Length && row[at] == '"' ? Quoted(row, ref at) : Plain(row, separator, ref at);
            cells.Add(cell);
            if (at >= row.Length)
                return cells;
            if (row[at] != separator)
                throw new BrokenFileException($"Cell {cells.Count} goes on after its closing quotation mark; a quotation mark inside a quoted cell is doubled.", line + row[..at].ReplaceLineEndings("\n").Count(c => c == '\n'));
            at++;
        }
    }

    private static string Plain(string row, char separator, ref int at)
    {
        var end = row.IndexOf(separator, at);
        var start = at;
        at = end < 0 ? row.Length : end;
        return row[start..at];
    }

    private static string Quoted(string row, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < row.Length; at++)
        {
            if (row[at] != '"')
                cell.Append(row[at]);
            else if (at + 1 < row.Length && row[at + 1] == '"')
                cell.Append(row[at++]);
            else
                break;
        }

        at++;
        return cell.ToString();
    }
}
