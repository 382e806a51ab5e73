using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>Reads inline content; it begins on the start of the element that holds it and ends on its end.</summary>
/// <param name="xml">The document.</param>
internal sealed class InlineReader(XmlReader xml)
{
    private readonly ImmutableArray<InlinePiece>.Builder _pieces = ImmutableArray.CreateBuilder<InlinePiece>();

    public InlineText Read()
    {
        Content();
        return _pieces.Count == 0 ? InlineText.Empty : new InlineText(_pieces.ToImmutable());
    }

    private void Content()
    {
        if (xml.IsEmptyElement)
            return;
        if (xml.Depth > XliffReader.MaximumDepth)
            throw new XliffException($"More than {XliffReader.MaximumDepth} elements stand in one another.", ((IXmlLineInfo)xml).LineNumber, ((IXmlLineInfo)xml).LinePosition);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                Text(xml.Value);
            else if (xml.NodeType == XmlNodeType.Element)
                Element();
        }
    }

    private void Text(string text)
    {
        if (_pieces.Count > 0 && _pieces[^1] is PlainText before)
            _pieces[^1] = new PlainText(before.Text + text);
        else if (text.Length > 0)
            _pieces.Add(new PlainText(text));
    }

    private void Element()
    {
        switch (xml.LocalName)
        {
            case "ph" or "x":
                _pieces.Add(Shared(new StandaloneCode(Id("id"))));
                Pass();
                break;
            case "it":
                _pieces.Add(xml.GetAttribute("pos") switch
                {
                    "open" => Shared(new SpanningCode(Id("id"))),
                    "close" => new SpanningCodeEnd(Id("id")),
                    _ => Shared(new StandaloneCode(Id("id"))),
                });
                Pass();
                break;
            case "pc" or "g":
                Spanning();
                break;
            case "sc" or "bx" or "bpt":
                _pieces.Add(Start(Id(xml.LocalName == "sc" ? "id" : "rid", "id")));
                Pass();
                break;
            case "ec" or "ex" or "ept":
                _pieces.Add(new SpanningCodeEnd(Id(xml.LocalName == "ec" ? "startRef" : "rid", "id")));
                Pass();
                break;
            case "mrk":
                var type = xml.GetAttribute("type") ?? xml.GetAttribute("mtype") ?? "";
                _pieces.Add(new MarkedSpan(type, true));
                Content();
                _pieces.Add(new MarkedSpan(type, false));
                break;
            case "sm" or "em":
                _pieces.Add(new MarkedSpan(xml.GetAttribute("type") ?? "", xml.LocalName == "sm"));
                Pass();
                break;
            case "cp":
                var hex = int.TryParse(xml.GetAttribute("hex"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) ? code : -1;
                if (hex is 9 or 10 or 13)
                    Text(((char)hex).ToString());
                Pass();
                break;
            default:
                Content();
                break;
        }
    }

    private void Spanning()
    {
        var start = Start(Id("id"));
        _pieces.Add(start);
        Content();
        _pieces.Add(new SpanningCodeEnd(start.Id));
    }

    private SpanningCode Start(string id) => (SpanningCode)Shared(new SpanningCode(id)
    {
        EndDataRef = xml.GetAttribute("dataRefEnd"),
        EndDisplay = xml.GetAttribute("dispEnd"),
        EndEquivalent = xml.GetAttribute("equivEnd"),
    });

    private Code Shared(Code code) => code with
    {
        Type = xml.GetAttribute("type") ?? xml.GetAttribute("ctype"),
        SubType = xml.GetAttribute("subType"),
        DataRef = xml.GetAttribute("dataRefStart") ?? xml.GetAttribute("dataRef"),
        Display = xml.GetAttribute("dispStart") ?? xml.GetAttribute("disp") ?? xml.GetAttribute("equiv-text"),
        Equivalent = xml.GetAttribute("equivStart") ?? xml.GetAttribute("equiv"),
        CanCopy = xml.GetAttribute("canCopy") != "no",
        CanDelete = xml.GetAttribute("canDelete") != "no",
    };

    private string Id(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (xml.GetAttribute(name) is { Length: > 0 } id)
                return id;
        }

        return "";
    }

    /// <summary>Passes over what a code holds: native markup, never words.</summary>
    private void Pass()
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }
}
