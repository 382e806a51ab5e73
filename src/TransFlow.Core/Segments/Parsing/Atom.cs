namespace TransFlow.Core.Segments.Parsing;

/// <summary>One inline piece of a block: a run of text or a mark of an inline code, with the place of its markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text as a reader sees it, or what stands for the code while sentences are found; null for what stands in the article.</param>
/// <param name="Start">Offset of its markup in the article's text.</param>
/// <param name="End">Offset after its markup.</param>
/// <param name="Code">The inline code it belongs to; null for text.</param>
internal readonly record struct Atom(InlineKind Kind, string? Text, int Start, int End, CodeSource? Code)
{
    /// <summary>The text as a reader sees it, or what stands for the code.</summary>
    /// <param name="article">The article's text.</param>
    public ReadOnlySpan<char> Words(string article) => Text is null ? article.AsSpan(Start, End - Start) : Text;

    /// <summary>Whether it is white space.</summary>
    /// <param name="article">The article's text.</param>
    public bool IsSpace(string article) => Kind == InlineKind.Text && Words(article).IsWhiteSpace();
}

/// <summary>An inline code as it stands in the article: one object for both marks of a pair.</summary>
/// <param name="kind">What it stands for.</param>
internal sealed class CodeSource(CodeKind kind)
{
    public CodeKind Kind { get; } = kind;

    /// <summary>Its id in its unit; empty while it has none, and for what stands outside the unit's words.</summary>
    public string Id { get; set; } = "";

    /// <summary>What the closing mark needs behind it once the words before it are others: the label of a shortcut reference.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>How many characters at the end of the closing mark the suffix takes the place of: the empty label of a collapsed reference.</summary>
    public int Replaced { get; init; }

    /// <summary>The text that the code is for Markdown; null when it is markup.</summary>
    public string? Words { get; init; }

    public int OpenStart { get; set; }

    public int OpenEnd { get; set; }

    public int CloseStart { get; set; } = -1;

    public int CloseEnd { get; set; } = -1;

    /// <summary>Whether it strikes out with one tilde at each side.</summary>
    public bool IsLoneTilde => Kind == CodeKind.Strike && OpenEnd - OpenStart == 1;

    public bool IsPair => CloseStart >= 0;

    /// <summary>Tells that it stands further on in the article than in the piece of it that was parsed.</summary>
    /// <param name="by">How far.</param>
    public void Move(int by)
    {
        (OpenStart, OpenEnd) = (OpenStart + by, OpenEnd + by);
        if (IsPair)
            (CloseStart, CloseEnd) = (CloseStart + by, CloseEnd + by);
    }
}
