using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Keeps the first words of a line from becoming a list, a heading, a quotation, a rule or a definition (CommonMark 0.31.2, 4 and 5).</summary>
internal static partial class LineStart
{
    /// <summary>What a block can begin with besides a number.</summary>
    private const string Signs = "#>-+*_=~:|[!?^/";

    /// <summary>The line with its first sign escaped when the line would begin a block.</summary>
    public static string Escape(string line)
    {
        var trimmed = line.TrimStart(' ', '\t');
        return Sign(trimmed) switch
        {
            < 0 => trimmed,
            0 => InlineEscape.Plain(trimmed[0]) + trimmed[1..],
            var point => trimmed.Insert(point, "\\"),
        };
    }

    /// <summary>The same by a reference, which HTML knows, too: words between the tags of a shortcode become either, as its template likes.</summary>
    public static string Refer(string line) =>
        Sign(line) is >= 0 and var sign ? $"{line.AsSpan(0, sign)}{InlineEscape.Reference(line[sign])}{line.AsSpan(sign + 1)}" : line;

    /// <summary>The place of the sign with which a line would begin a block: its first, or that behind a number; -1 for none.</summary>
    private static int Sign(string line) =>
        line.Length == 0 || !(char.IsAsciiDigit(line[0]) || Signs.Contains(line[0], StringComparison.Ordinal)) ? -1
        : Numbered().Match(line) is { Success: true } number ? number.Groups[1].Length
        : Hazard().IsMatch(line) ? 0
        : -1;

    /// <summary>CommonMark has a limit of nine digits, kramdown and Python-Markdown have none.</summary>
    [GeneratedRegex(@"^([0-9]+)[.)](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:#|>|[-+*](?=\s|$)|(?:-[ \t]*){2,}$|(?:_[ \t]*){3,}$|(?:\*[ \t]*){3,}$|=+[ \t]*$|={3}[!+]?[ \t]+""|(?:!!!|\?\?\?)\+?[ \t\w-]|~{3,}|:{2,}|/{3,}|\^[ \t]*$|:(?=\s)|\||\[[ xX]\](?=\s)|\[[^\]]+\]:)", RegexOptions.CultureInvariant)]
    private static partial Regex Hazard();
}
