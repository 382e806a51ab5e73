using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TransFlow.Core.Segments;
using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>Writes the inline codes of a unit, and the markup that they stand for. One serves all units in turn.</summary>
/// <param name="xml">Where to.</param>
internal sealed class CodeXml(XmlOutput xml)
{
    private static readonly ImmutableArray<Shape> Shapes = [.. Enum.GetValues<CodeKind>().Select(ShapeOf)];

    private readonly List<(InlineCode Code, int Opening, int Closing)> _codes = [];
    private readonly Dictionary<string, int> _data = new(StringComparer.Ordinal);

    /// <summary>Takes the codes of a unit for what is written from now on, and writes the markup that they stand for; what is the same stands there once.</summary>
    public void Data(ImmutableArray<InlineCode> codes)
    {
        _codes.Clear();
        if (codes.IsEmpty)
            return;
        _data.Clear();
        xml.Put("\n      <originalData>"u8);
        foreach (var code in codes)
            _codes.Add((code, Data(code.Opening), code.Closing is { } closing ? Data(closing) : 0));
        xml.Put("\n      </originalData>"u8);
    }

    /// <summary>Writes a content. A mark of a code that the unit does not have, as in the translation of former words, is left out.</summary>
    /// <exception cref="InvalidOperationException">A code closes that is not open, or stays open.</exception>
    public void Inline(Content content)
    {
        var open = 0;
        for (var i = 0; i < content.Parts.Length; i++)
        {
            var (kind, value) = content.Parts[i];
            if (kind == InlineKind.Text)
            {
                xml.Inline(value);
            }
            else if (Find(value) is var (code, opening, closing))
            {
                var isEmpty = kind == InlineKind.Open && i + 1 < content.Parts.Length && content.Parts[i + 1].Kind == InlineKind.Close;
                open += kind switch { InlineKind.Open when !isEmpty => 1, InlineKind.Close => -1, _ => 0 };
                if (open < 0)
                    break;
                if (kind == InlineKind.Close)
                    xml.Put("</pc>"u8);
                else
                    Tag(code, kind == InlineKind.Open, opening, closing, isEmpty || kind == InlineKind.Standalone);
                i += isEmpty ? 1 : 0;
            }
        }

        if (open != 0)
            throw new InvalidOperationException($"The codes of '{content}' do not open and close in pairs.");
    }

    /// <summary>A code of the unit. Ids are numbers from 1, in order, wherever nobody gave others.</summary>
    private (InlineCode Code, int Opening, int Closing)? Find(string id)
    {
        if (int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= _codes.Count && _codes[number - 1].Code.Id == id)
            return _codes[number - 1];
        foreach (var code in _codes)
        {
            if (code.Code.Id == id)
                return code;
        }

        return null;
    }

    /// <summary>The number of a piece of markup, which is written when it is new.</summary>
    private int Data(string markup)
    {
        if (_data.TryGetValue(markup, out var number))
            return number;
        number = _data.Count + 1;
        _data.Add(markup, number);
        xml.Put("\n        <data id=\"d"u8);
        xml.Number(number);
        xml.Put("\">"u8);
        xml.Inline(markup);
        xml.Put("</data>"u8);
        return number;
    }

    private void Tag(InlineCode code, bool isPair, int opening, int closing, bool isEmpty)
    {
        var shape = Shapes[(int)code.Kind];
        xml.Put(isPair ? "<pc id=\""u8 : "<ph id=\""u8);
        xml.Value(code.Id);
        xml.Put(shape.Type);
        xml.Put(isPair ? " dataRefStart=\"d"u8 : " dataRef=\"d"u8);
        xml.Number(opening);
        if (isPair)
        {
            xml.Put("\" dataRefEnd=\"d"u8);
            xml.Number(closing);
        }

        xml.Put(isPair ? shape.Pair : shape.Alone);
        xml.Value(code.Equivalent);
        xml.Put(isPair ? "\" equivEnd=\"\""u8 : "\""u8);
        if (!code.CanCopy)
            xml.Put(" canCopy=\"no\""u8);
        if (!code.CanDelete)
            xml.Put(" canDelete=\"no\""u8);
        xml.Put(isEmpty ? "/>"u8 : ">"u8);
    }

    private static Shape ShapeOf(CodeKind kind)
    {
        var (type, subType, word) = kind switch
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
        return new Shape(
            Encoding.UTF8.GetBytes($"\" type=\"{type}\"{(subType is null ? "" : $" subType=\"{subType}\"")}"),
            Encoding.UTF8.GetBytes($"\" dispStart=\"[{word}]\" dispEnd=\"[/{word}]\" equivStart=\""),
            Encoding.UTF8.GetBytes($"\" disp=\"[{word}]\" equiv=\""));
    }

    /// <summary>What is the same in all codes of a kind: its type, and what a tool shows for a pair and for one that stands alone.</summary>
    private readonly record struct Shape(byte[] Type, byte[] Pair, byte[] Alone);
}
