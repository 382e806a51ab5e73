namespace TransFlow.Core.Formats.Tables;

/// <summary>How a table is written down.</summary>
/// <param name="Separator">What stands between two cells: comma, semicolon, tab or bar.</param>
public readonly record struct TableFormat(char Separator)
{
    /// <summary>Comma-separated, as RFC 4180 says: lines end in CR LF.</summary>
    public static TableFormat Csv { get; } = new(',');

    /// <summary>Tab-separated: lines end in LF.</summary>
    public static TableFormat Tsv { get; } = new('\t');

    /// <summary>True to begin with a byte order mark, without which spreadsheets take UTF-8 for the system's old encoding.</summary>
    public bool HasByteOrderMark { get; init; }

    internal string LineEnd => Separator == '\t' ? "\n" : "\r\n";
}

/// <summary>One row of a table.</summary>
/// <param name="Line">The line where it begins, from 1.</param>
/// <param name="Cells">Its cells.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells);
