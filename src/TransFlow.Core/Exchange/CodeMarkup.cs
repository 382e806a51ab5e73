using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Xliff;
using Unit = TransFlow.Core.Segments.Unit;

namespace TransFlow.Core.Exchange;

/// <summary>The inline codes of a unit as XLIFF writes them.</summary>
internal sealed class CodeMarkup
{
    private readonly Dictionary<string, Code> _codes = new(StringComparer.Ordinal);
    private readonly List<OriginalData> _data = [];

    public CodeMarkup(Unit unit)
    {
        foreach (var code in unit.Codes)
            _codes[code.Id] = Of(code);
    }

    /// <summary>The markup that the codes stand for.</summary>
    public ImmutableArray<OriginalData> Data => [.. _data];

    /// <summary>A content as inline text.</summary>
    public InlineText Inline(Content content) => content.IsEmpty ? InlineText.Empty : new([.. content.Parts.Select(Piece)]);

    private InlinePiece Piece(Inline part) => part.Kind switch
    {
        InlineKind.Text => new PlainText(part.Value),
        InlineKind.Close => new SpanningCodeEnd(part.Value),
        _ => _codes[part.Value],
    };

    private Code Of(InlineCode code)
    {
        var (type, subType, word) = Kind(code.Kind);
        Code made = code.IsPair
            ? new SpanningCode(code.Id) { EndDataRef = DataRef(code.Closing!), EndDisplay = $"[/{word}]", EndEquivalent = "" }
            : new StandaloneCode(code.Id);
        return made with
        {
            Type = type,
            SubType = subType,
            DataRef = DataRef(code.Opening),
            Display = $"[{word}]",
            Equivalent = code.Equivalent,
            CanCopy = code.CanCopy,
            CanDelete = code.CanDelete,
        };
    }

    private string DataRef(string markup)
    {
        if (_data.Find(d => d.Text == markup) is { } known)
            return known.Id;
        var data = new OriginalData($"d{_data.Count + 1}", markup);
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
