using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Xliff;
using Unit = TransFlow.Core.Segments.Unit;

namespace TransFlow.Core.Exchange;

/// <summary>The inline codes of a unit as XLIFF writes them.</summary>
internal sealed class CodeMarkup
{
    private readonly Dictionary<string, Code> _codes = new(StringComparer.Ordinal);
    private readonly List<Data> _data = [];

    public CodeMarkup(Unit unit)
    {
        foreach (var code in unit.Codes)
            _codes[code.Id] = Of(code);
    }

    /// <summary>The markup that the codes stand for.</summary>
    public ImmutableArray<Data> Data => [.. _data];

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
        bool? canCopy = code.CanCopy ? null : false;
        bool? canDelete = code.CanDelete ? null : false;
        return code.IsPair
            ? new SpanningCode(code.Id)
            {
                Type = type,
                SubType = subType,
                StartDataRef = DataRef(code.Opening),
                EndDataRef = DataRef(code.Closing!),
                StartDisplay = $"[{word}]",
                EndDisplay = $"[/{word}]",
                StartEquivalent = code.Equivalent,
                EndEquivalent = "",
                CanCopy = canCopy,
                CanDelete = canDelete,
            }
            : new StandaloneCode(code.Id)
            {
                Type = type,
                SubType = subType,
                DataRef = DataRef(code.Opening),
                Display = $"[{word}]",
                Equivalent = code.Equivalent,
                CanCopy = canCopy,
                CanDelete = canDelete,
            };
    }

    private string DataRef(string markup)
    {
        if (_data.Find(d => d.InnerText == markup) is { } known)
            return known.Id;
        var data = new Data($"d{_data.Count + 1}", markup);
        _data.Add(data);
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
