using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>What the options of a cell of Quarto say of what it draws, in comments that are its first lines: <c>#| fig-cap: "words"</c>.</summary>
internal static partial class CellOptions
{
    /// <summary>The values that are words.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the cell's fence begins.</param>
    /// <param name="end">Where the cell ends.</param>
    public static IEnumerable<Inset> Words(string text, int start, int end)
    {
        if (text.AsSpan(start, end - start).TrimStart("`~ \t") is not ['{', ..])
            yield break;
        for (var at = LineEnd(text, start, end); at < end; at = LineEnd(text, at + 1, end))
        {
            if (Option().Match(text, at + 1, LineEnd(text, at + 1, end) - at - 1) is not { Success: true } option)
                yield break;
            var name = option.Groups["name"].Value;
            // A label is the name by which others refer to it.
            if (WordAttribute.KindOf(name) is { } kind and (UnitKind.Caption or UnitKind.ImageAlt) && option.Groups["value"] is { Success: true } value && OptionValue.Read(value.Value, out var length) is var words && words.Any(char.IsLetterOrDigit))
                yield return new Inset(kind, name, words, value.Index, value.Index + length) { IsOfOption = true };
        }
    }

    private static int LineEnd(string text, int at, int end) => at < end && text.IndexOf('\n', at, end - at) is >= 0 and var found ? found : end;

    /// <summary>An option in a comment of any language. Values of YAML that are no text on one line are none here.</summary>
    [GeneratedRegex(@"^[ \t>]*(?:#|//|--|%|;)\|(?:[ \t]*(?<name>[\w-]+):[ \t]+(?<value>[^\s\[\]{}|>&*!](?:[^\r\n]*\S)?)[ \t]*\r?$)?", RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
