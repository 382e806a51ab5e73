using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Knows, from one code of a block to the next, whether words stand in an element whose content kramdown takes as it is, such as <c>&lt;kbd></c>: others read Markdown there, so
/// that a sign is plain to all of them only as a reference.
/// </summary>
internal struct RawElements
{
    private string? _name;
    private int _depth;

    /// <summary>Whether words here stand in one.</summary>
    public readonly bool IsOpen => _depth > 0;

    /// <summary>Goes on behind a code that is a tag.</summary>
    /// <param name="text">The source article.</param>
    /// <param name="code">The code.</param>
    public void Pass(string text, CodeSource code)
    {
        if (HtmlTag.At(text, code.OpenStart, code.OpenEnd) is not { Name.Length: > 0 } tag)
            return;
        if (IsOpen)
            _depth += !tag.Name.Equals(_name, StringComparison.OrdinalIgnoreCase) ? 0 : tag.IsOpening ? 1 : text[code.OpenStart + 1] == '/' ? -1 : 0;
        else if (tag.IsOpening && !HtmlTag.IsVoid(tag.Name) && IsRaw(text, code, tag.Name))
            (_name, _depth) = (tag.Name, 1);
    }

    /// <summary>An element may say itself what it holds.</summary>
    private static bool IsRaw(string text, CodeSource code, string name)
    {
        foreach (var (attribute, open, close) in text.AsSpan(code.OpenStart, code.OpenEnd - code.OpenStart).Contains(" markdown", StringComparison.Ordinal) ? HtmlTag.Attributes(text, code.OpenStart, code.OpenEnd) : [])
        {
            if (attribute == "markdown")
                return text.AsSpan((open + 1)..(close - 1)) is "0";
        }

        return !MarkdownElements.IsRead(name);
    }
}
