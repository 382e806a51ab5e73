using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments;

/// <summary>What a text says but for its numbers.</summary>
internal static partial class NumberFrame
{
    /// <summary>A text with the same sign for each of its numbers; the very text where it has none.</summary>
    public static string Of(string text) => Number().Replace(text, "0");

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
