namespace TransFlow.Xliff;

/// <summary>What stands in a text: its words, by which texts are held against each other, and its markup, as people are told of it.</summary>
internal static class WrittenText
{
    /// <summary>The words of a text, without markup.</summary>
    public static string Words(IEnumerable<XliffNode> content) => string.Concat(InlineStep.Of([.. content]).Select(s => s.Text));

    /// <summary>Words without the white space among them.</summary>
    public static string Bare(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The codes, annotations and comments of a text, each as it is written.</summary>
    public static IEnumerable<string> Markup(NodeList content) => content.SelectMany(n => n switch
    {
        XliffElement element => (element is MarkedSpan part && PartMark.Is(part) ? [] : new[] { Tag(element) }).Concat(Markup(element.Content)),
        Comment comment => [$"<!--{comment.Text}-->"],
        ProcessingInstruction instruction => [$"<?{instruction.Target} {instruction.Data}?>"],
        _ => [],
    });

    private static string Tag(XliffElement element)
    {
        var attributes = element.Attributes.Where(a => !a.Name.IsDeclaration).OrderBy(a => a.Name.LocalName, StringComparer.Ordinal).Select(a => $" {a.Name}=\"{a.Value}\"");
        return $"<{element.Tag.LocalName}{string.Concat(attributes)}>{(element is NativeCode ? element.InnerText : "")}";
    }
}
