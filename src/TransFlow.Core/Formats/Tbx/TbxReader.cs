using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace TransFlow.Core.Formats.Tbx;

/// <summary>
/// Reads termbases in TBX, entry by entry in constant memory: of 2019 in both styles (DCA, where attributes say what an element is, and
/// DCT, where elements do), of any dialect, and the older <c>martif</c> of 2008. A document type is read over and never fetched.
/// </summary>
public static class TbxReader
{
    /// <summary>Reads the entries.</summary>
    /// <param name="stream">The bytes; left open, and read on while entries are asked for.</param>
    /// <returns>The entries in order.</returns>
    /// <exception cref="BrokenFileException">On the way: it is no TBX, not well-formed, an entry has words in no language, or is beyond the limits.</exception>
    public static IEnumerable<TermEntry> Read(Stream stream)
    {
        using var input = XmlInput.Open(stream);
        while (input.Read() && input.Xml.NodeType != XmlNodeType.Element)
        {
        }

        if (input.Xml.LocalName is not ("tbx" or "martif"))
            throw input.Broken(input.Xml.LocalName == "TBX" ? "This is TBX-Min, a draft of 2013 that was given up; export TBX-Basic, CSV or TSV from your tool." : $"This is no TBX: its root element is '{input.Xml.LocalName}'.");
        while (input.Read())
        {
            if (input.Xml is { NodeType: XmlNodeType.Element, LocalName: "conceptEntry" or "termEntry" })
            {
                yield return EntryOf(Node.Read(input));
                input.Restart();
            }
        }
    }

    private static TermEntry EntryOf(Node entry) => new(entry.Get("id") ?? "", [.. entry.Children.Where(c => c.Name is "langSec" or "langSet").Select(LanguageOf)])
    {
        Fields = FieldsOf(entry, "descrip"),
    };

    private static TermLanguage LanguageOf(Node language)
    {
        if (language.Get("xml:lang") is not { Length: > 0 } tag)
            throw new BrokenFileException("Terms are in no language: 'xml:lang' is missing.", language.Line);
        return new TermLanguage(tag, [.. language.Children.Where(c => c.Name is "termSec" or "tig" or "ntig").Select(TermOf).Where(t => t.Text.Length > 0)]) { Fields = FieldsOf(language, "descrip") };
    }

    private static TermForm TermOf(Node section)
    {
        // In ntig the term and what is said of its form stand in a group.
        var term = section.Children.FirstOrDefault(c => c.Name == "term") ?? section.Children.FirstOrDefault(c => c.Name == "termGrp")?.Children.FirstOrDefault(c => c.Name == "term");
        if (term is null)
            throw new BrokenFileException("The term is missing.", section.Line);
        ImmutableArray<TermField> fields = [.. FieldsOf(section, "termNote"), .. section.Children.Where(c => c.Name == "termGrp").SelectMany(g => FieldsOf(g, "termNote"))];
        var status = fields.FirstOrDefault(f => f is { Element: "termNote", Type: TbxWords.Status } && TbxWords.StatusOf(f.Value) != TermStatus.Unsaid);
        return new TermForm(term.Text.Trim())
        {
            Status = status is null ? TermStatus.Unsaid : TbxWords.StatusOf(status.Value),
            Fields = status is null || TbxWords.IsSuperseded(status) ? fields : fields.Remove(status),
        };
    }

    /// <summary>What is said in an element, groups with what they are about.</summary>
    private static ImmutableArray<TermField> FieldsOf(Node within, string otherwise) => [.. within.Children.SelectMany(c => Fields(c, otherwise))];

    private static IEnumerable<TermField> Fields(Node node, string otherwise)
    {
        if (node.Name is "term" or "termGrp" or "langSec" or "langSet" or "termSec" or "tig" or "ntig")
            yield break;
        if (node.Name.EndsWith("Grp", StringComparison.Ordinal) && node.IsTbx)
        {
            var inside = node.Children.SelectMany(c => Fields(c, otherwise)).ToList();
            if (inside.Count > 0)
                yield return inside[0] with { About = [.. inside.Skip(1)] };
            yield break;
        }

        var known = node.IsTbx && TbxWords.FieldElements.Contains(node.Name);
        var type = known ? node.Get("type") ?? "" : node.Name;
        var element = known ? node.Name : TbxWords.ElementOf(type) ?? otherwise;
        yield return new TermField(element, type, node.Text.Trim()) { Target = node.Get("target"), About = [.. node.Children.SelectMany(c => Fields(c, otherwise))] };
    }

    /// <summary>An element of an entry, read whole: entries are small.</summary>
    private sealed record Node(string Name, bool IsTbx, int Line)
    {
        private readonly StringBuilder _text = new();

        public List<Node> Children { get; } = [];

        public List<KeyValuePair<string, string>> Attributes { get; } = [];

        public string Text => _text.ToString();

        public string? Get(string name) => Attributes.FirstOrDefault(a => a.Key == name).Value;

        public static Node Read(XmlInput input)
        {
            var xml = input.Xml;
            var node = new Node(xml.LocalName, xml.NamespaceURI is "" or TbxWords.Space, ((IXmlLineInfo)xml).LineNumber);
            var (isEmpty, depth) = (xml.IsEmptyElement, xml.Depth);
            while (input.Told(x => x.MoveToNextAttribute()))
                node.Attributes.Add(KeyValuePair.Create(xml.Name, input.Value()));
            xml.MoveToElement();
            while (!isEmpty && input.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.NodeType == XmlNodeType.Element)
                    node.Add(Read(input));
                else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                    node._text.Append(input.Value());
            }

            return node;
        }

        /// <summary>Words that are highlighted in a text, or marked as markup, are words of it.</summary>
        private void Add(Node child)
        {
            if (child.Name is "hi" or "foreign" or "ec" or "sc" or "ph")
                _text.Append(child._text);
            else
                Children.Add(child);
        }
    }
}
