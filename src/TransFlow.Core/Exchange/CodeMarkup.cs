using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Segments;
using TransFlow.Xliff;
using Unit = TransFlow.Core.Segments.Unit;

namespace TransFlow.Core.Exchange;

/// <summary>The inline codes of a unit as XLIFF writes them.</summary>
internal sealed class CodeMarkup
{
    private static readonly XliffName Id = Name("id"), Type = Name("type"), SubType = Name("subType"), CanCopy = Name("canCopy"), CanDelete = Name("canDelete");
    private static readonly XliffName DataRef = Name("dataRef"), Display = Name("disp"), Equivalent = Name("equiv");
    private static readonly XliffName StartDataRef = Name("dataRefStart"), StartDisplay = Name("dispStart"), StartEquivalent = Name("equivStart");
    private static readonly XliffName EndDataRef = Name("dataRefEnd"), EndDisplay = Name("dispEnd"), EndEquivalent = Name("equivEnd");

    private static readonly CodeMarkup None = new([]);

    private readonly Dictionary<string, Code> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _refs = new(StringComparer.Ordinal);
    private readonly List<Data> _data = [];
    private readonly List<AttributeEntry> _attributes = [];

    private CodeMarkup(ImmutableArray<InlineCode> codes)
    {
        foreach (var code in codes)
            _codes[code.Id] = Of(code);
    }

    /// <summary>The codes of a unit.</summary>
    public static CodeMarkup Of(Unit unit) => unit.Codes.IsEmpty ? None : new CodeMarkup(unit.Codes);

    /// <summary>The markup that the codes stand for.</summary>
    public IReadOnlyList<Data> Data => _data;

    /// <summary>A content as inline content.</summary>
    public NodeList Inline(Content content)
    {
        if (content.Parts is [{ Kind: InlineKind.Text, Value: var words }])
            return CodePoint.Encode(words);
        var open = new Stack<(Code? Code, List<XliffNode> Nodes)>([(null, [])]);
        foreach (var part in content.Parts)
        {
            switch (part.Kind)
            {
                case InlineKind.Text:
                    open.Peek().Nodes.AddRange(CodePoint.Encode(part.Value));
                    break;
                case InlineKind.Open:
                    open.Push((_codes[part.Value], []));
                    break;
                case InlineKind.Close:
                    var (code, inside) = open.Pop();
                    open.Peek().Nodes.Add(code! with { Content = [.. inside] });
                    break;
                default:
                    open.Peek().Nodes.Add(_codes[part.Value]);
                    break;
            }
        }

        return [.. open.Single().Nodes];
    }

    private Code Of(InlineCode code)
    {
        var (type, subType, word) = Kind(code.Kind);
        _attributes.Clear();
        Add(Id, code.Id);
        Add(Type, type);
        if (subType is not null)
            Add(SubType, subType);
        if (code.IsPair)
        {
            Add(StartDataRef, RefOf(code.Opening));
            Add(EndDataRef, RefOf(code.Closing!));
            Add(StartDisplay, $"[{word}]");
            Add(EndDisplay, $"[/{word}]");
            Add(StartEquivalent, code.Equivalent);
            Add(EndEquivalent, "");
        }
        else
        {
            Add(DataRef, RefOf(code.Opening));
            Add(Display, $"[{word}]");
            Add(Equivalent, code.Equivalent);
        }

        if (!code.CanCopy)
            Add(CanCopy, "no");
        if (!code.CanDelete)
            Add(CanDelete, "no");
        return code.IsPair ? new SpanningCode(code.Id) { Attributes = [.. _attributes] } : new StandaloneCode(code.Id) { Attributes = [.. _attributes] };
    }

    private void Add(XliffName name, string value) => _attributes.Add(new AttributeEntry(name, value));

    private static XliffName Name(string name) => new("", name, "");

    /// <summary>The id of a piece of markup; what is the same has one.</summary>
    private string RefOf(string markup)
    {
        if (_refs.TryGetValue(markup, out var known))
            return known;
        var data = new Data(string.Create(CultureInfo.InvariantCulture, $"d{_data.Count + 1}"), markup);
        _data.Add(data);
        _refs.Add(markup, data.Id);
        return data.Id;
    }

    private static (string Type, string? SubType, string Word) Kind(CodeKind kind) => kind switch
    {
        CodeKind.Bold => ("fmt", "xlf:b", "b"),
        CodeKind.Italic => ("fmt", "xlf:i", "i"),
        CodeKind.Strike => ("fmt", null, "s"),
        CodeKind.CodeSpan => ("other", null, "code"),
        CodeKind.Link => ("link", null, "link"),
        CodeKind.Image => ("image", null, "image"),
        CodeKind.LineBreak => ("fmt", "xlf:lb", "br"),
        CodeKind.FootnoteMark => ("other", null, "note"),
        CodeKind.Autolink => ("link", null, "address"),
        CodeKind.Html => ("other", null, "html"),
        CodeKind.Shortcode => ("other", null, "tag"),
        _ => ("other", null, "code"),
    };
}
