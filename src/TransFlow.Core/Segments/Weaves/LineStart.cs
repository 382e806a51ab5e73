using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Keeps the first words of a line from becoming a list, a heading, a quotation, a rule or a definition (CommonMark 0.31.2, 4 and 5).</summary>
internal static partial class LineStart
{
    /// <summary>What a block can begin with besides a number.</summary>
    private const string Signs = "#>-+*_=~:|[!?^";

    /// <summary>The line with its first sign escaped when the line would begin a block.</summary>
    public static string Escape(string line)
    {
        var trimmed = line.TrimStart(' ', '\t');
        if (trimmed.Length == 0 || !(char.IsAsciiDigit(trimmed[0]) || Signs.Contains(trimmed[0], StringComparison.Ordinal)))
            return trimmed;
        if (Numbered().Match(trimmed) is { Success: true } number)
            return trimmed.Insert(number.Groups[1].Length, "\\");
        return Hazard().IsMatch(trimmed) ? InlineEscape.Plain(trimmed[0]) + trimmed[1..] : trimmed;
    }

    /// <summary>The same by a reference, which HTML knows, too: words between the tags of a shortcode become either, as its template likes.</summary>
    public static string Refer(string line)
    {
        if (line.Length == 0 || !(char.IsAsciiDigit(line[0]) || Signs.Contains(line[0], StringComparison.Ordinal)))
            return line;
        var sign = Numbered().Match(line) is { Success: true } number ? number.Groups[1].Length : Hazard().IsMatch(line) ? 0 : -1;
        return sign < 0 ? line : $"{line.AsSpan(0, sign)}{InlineEscape.Reference(line[sign])}{line.AsSpan(sign + 1)}";
    }

    [GeneratedRegex(@"^([0-9]{1,9})[.)](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:#|>|[-+*](?=\s|$)|(?:-[ \t]*){2,}$|(?:_[ \t]*){3,}$|(?:\*[ \t]*){3,}$|=+[ \t]*$|={3}[!+]?[ \t]+""|(?:!!!|\?\?\?)\+?[ \t]|~{3,}|:{3,}|\^[ \t]*$|:(?=\s)|\||\[[ xX]\](?=\s)|\[[^\]]+\]:)", RegexOptions.CultureInvariant)]
    private static partial Regex Hazard();
}
