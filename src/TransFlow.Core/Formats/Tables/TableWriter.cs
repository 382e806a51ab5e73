using System.Text;

namespace TransFlow.Core.Formats.Tables;

/// <summary>Writes tables as RFC 4180 says, with any of the common separators.</summary>
public static class TableWriter
{
    /// <summary>Writes rows.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="format">How.</param>
    /// <param name="rows">The rows, each its cells.</param>
    public static void Write(Stream stream, TableFormat format, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(format.HasByteOrderMark), leaveOpen: true) { NewLine = format.LineEnd };
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (i > 0)
                    text.Write(format.Separator);
                text.Write(Cell(row[i], format.Separator, row.Count == 1));
            }

            text.WriteLine();
        }
    }

    /// <summary>A cell, quoted where it has to be; an empty row of one cell is no blank line.</summary>
    private static string Cell(string cell, char separator, bool isOnly) =>
        cell.Contains(separator, StringComparison.Ordinal) || cell.AsSpan().ContainsAny('"', '\r', '\n') || (isOnly && cell.Length == 0) || cell.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
