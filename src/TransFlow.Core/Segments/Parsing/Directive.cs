using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>The first lines of a directive of MyST.</summary>
internal sealed partial record Directive
{
    /// <summary>As far it is looked for the end of the options.</summary>
    private const int LongestOptions = 2_000;

    /// <summary>Directives that hold Markdown also behind backticks, and whose argument is their title.</summary>
    private static readonly HashSet<string> Titled = new(StringComparer.Ordinal)
    {
        "admonition", "aside", "attention", "blockquote", "card", "caution", "danger", "dropdown", "epigraph", "error", "exercise", "grid-item-card", "highlights", "hint", "important", "list-table", "margin", "note",
        "pull-quote", "rubric", "seealso", "sidebar", "tab-item", "table", "tip", "todo", "topic", "warning",
    };

    /// <summary>Those that hold Markdown, and whose argument is a name, an address or a number.</summary>
    private static readonly HashSet<string> Untitled = new(StringComparer.Ordinal)
    {
        "compound", "container", "deprecated", "div", "figure", "figure-md", "glossary", "grid", "grid-item", "only", "solution", "tab-set", "versionadded", "versionchanged",
    };

    /// <summary>Those that hold something else, or nothing, also behind colons.</summary>
    private static readonly HashSet<string> Code = new(StringComparer.Ordinal)
    {
        "anywidget", "autoclass", "autofunction", "automodule", "bibliography", "button-link", "button-ref", "code", "code-block", "code-cell", "contents", "csv-table", "doctest", "embed", "eval-rst", "graphviz", "highlight",
        "iframe", "image", "include", "index", "literalinclude", "math", "mermaid", "parsed-literal", "plantuml", "prompt", "raw", "sourcecode", "tableofcontents", "testcode", "toctree", "uml", "video",
    };

    private Directive()
    {
    }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether what it holds is Markdown.</summary>
    public required bool HoldsMarkdown { get; init; }

    /// <summary>Offset after its name's brace.</summary>
    public required int NameEnd { get; init; }

    /// <summary>Offset after the lines of its options; at the end of its first line where it has none.</summary>
    public required int OptionsEnd { get; init; }

    /// <summary>Whether lines of signs part it.</summary>
    public bool HasParts => Name is "card" or "grid-item-card";

    /// <summary>Whether it shows a picture, and holds what is said of it.</summary>
    public bool IsFigure => Name is "figure";

    /// <summary>The directive that begins at a fence; null for none.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the fence begins.</param>
    public static Directive? At(string text, int start)
    {
        var sign = start < text.Length ? text[start] : ' ';
        if (sign is not ('`' or '~' or ':'))
            return null;
        var name = start;
        while (name < text.Length && text[name] == sign)
            name++;
        if (name - start < 3)
            return null;
        while (name < text.Length && text[name] is ' ' or '\t')
            name++;
        if (NameAt().Match(text, name) is not { Success: true } match)
            return null;
        var end = name + match.Length;
        var lineEnd = LineEnd(text, end);
        if (sign == '`' && text.AsSpan(end, lineEnd - end).Contains('`'))
            return null;
        return new Directive { Name = match.Groups[1].Value, HoldsMarkdown = Holds(match.Groups[1].Value, sign), NameEnd = end, OptionsEnd = EndOfOptions(text, lineEnd, sign) };
    }

    /// <summary>Whether a brace begins the name of a directive.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="at">The brace.</param>
    public static bool IsName(string text, int at)
    {
        var fence = at;
        while (fence > 0 && text[fence - 1] is ' ' or '\t')
            fence--;
        if (fence == 0 || text[fence - 1] is not ('`' or '~' or ':'))
            return false;
        var (start, sign) = (fence, text[fence - 1]);
        while (start > 0 && text[start - 1] == sign)
            start--;
        return fence - start >= 3 && NameAt().IsMatch(text, at) && SiteTag.StartsLine(text, start);
    }

    /// <summary>Whether what stands behind its name is a title. Of a directive that nobody knows here it is one where it is in other letters than names and addresses are.</summary>
    /// <param name="argument">What stands there.</param>
    public bool HasTitle(string argument) => Titled.Contains(Name) || !(Untitled.Contains(Name) || Inset.MayBeAddress(argument));

    /// <summary>The values of its options that are words: what is said of a picture for those who do not see it.</summary>
    /// <param name="text">The article's text.</param>
    public IEnumerable<Inset> Words(string text)
    {
        if (Name is not ("figure" or "image"))
            yield break;
        for (var at = LineEnd(text, NameEnd); at < OptionsEnd; at = LineEnd(text, at + 1))
        {
            if (Alt().Match(text, at + 1, Math.Min(LineEnd(text, at + 1), OptionsEnd) - at - 1) is { Success: true } alt && alt.Groups[1] is var value && OptionValue.Read(value.Value, out var length) is var words && words.Any(char.IsLetterOrDigit))
                yield return new Inset(UnitKind.ImageAlt, "alt", words, value.Index, value.Index + length) { IsOfOption = true };
        }
    }

    private static bool Holds(string name, char sign) => sign == ':' ? !Code.Contains(name) : Titled.Contains(name) || Untitled.Contains(name);

    private static int EndOfOptions(string text, int lineEnd, char fence)
    {
        var limit = Math.Min(text.Length, lineEnd + LongestOptions);
        var end = lineEnd;
        var isFenced = false;
        for (var at = lineEnd; at < limit;)
        {
            var next = LineEnd(text, at + 1);
            var line = text.AsSpan(Math.Min(at + 1, next)..next).TrimStart("> \t").TrimEnd();
            if (line is "---")
            {
                if (isFenced || at > lineEnd)
                    return isFenced ? next : end;
                isFenced = true;
            }
            else if (isFenced)
            {
                // The directive ends before its options do.
                if (line.Length >= 3 && !line.ContainsAnyExcept(fence))
                    return end;
            }
            else
            {
                if (!Option().IsMatch(line))
                    return end;
                end = next;
            }

            at = next;
        }

        return end;
    }

    private static int LineEnd(string text, int at) => at < text.Length && text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    [GeneratedRegex(@"\G\{([A-Za-z][\w:+.-]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex NameAt();

    [GeneratedRegex(@"^:[A-Za-z][\w-]*:(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Option();

    [GeneratedRegex(@"^[> \t]*:?alt:[ \t]+(\S(?:[^\r\n]*\S)?)[ \t]*\r?$", RegexOptions.CultureInvariant)]
    private static partial Regex Alt();
}
