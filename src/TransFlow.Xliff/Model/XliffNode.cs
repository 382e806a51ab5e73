namespace TransFlow.Xliff;

/// <summary>Anything that stands in an element: text, an element, a comment, a processing instruction.</summary>
public abstract record XliffNode
{
    private protected XliffNode()
    {
    }
}

/// <summary>A run of text. A CDATA section is text too: it says the same (RULES G06).</summary>
/// <param name="Text">The text, without any escapes.</param>
public sealed record PlainText(string Text) : XliffNode;

/// <summary>A comment; no content, but kept.</summary>
/// <param name="Text">What stands between its marks.</param>
public sealed record Comment(string Text) : XliffNode;

/// <summary>A processing instruction; no content, but kept (RULES G08).</summary>
/// <param name="Target">Whom it is for.</param>
/// <param name="Data">What it says; empty for nothing.</param>
public sealed record ProcessingInstruction(string Target, string Data) : XliffNode;
