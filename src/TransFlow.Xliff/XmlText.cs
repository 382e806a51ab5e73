using System.Text;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>Writes XML, one element to a line where elements hold elements, and leaves the inside of text alone.</summary>
internal sealed class XmlText
{
    private readonly StringBuilder _text = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private readonly Stack<string> _open = new();

    /// <summary>The document; it ends with a line end.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.Append('\n').ToString());

    /// <summary>Starts an element that holds elements.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Line();
        Start(name, attributes);
    }

    /// <summary>Ends it.</summary>
    public void Close()
    {
        var name = _open.Pop();
        Line();
        _text.Append("</").Append(name).Append('>');
    }

    /// <summary>Writes an element that holds text.</summary>
    public void Text(string name, Action content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Line();
        Start(name, attributes);
        content();
        End();
    }

    /// <summary>Starts an element inside text.</summary>
    public void Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(name);
        Attributes(attributes);
        _text.Append('>');
        _open.Push(name);
    }

    /// <summary>Ends it.</summary>
    public void End() => _text.Append("</").Append(_open.Pop()).Append('>');

    /// <summary>Writes an element inside text that holds nothing.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(name);
        Attributes(attributes);
        _text.Append("/>");
    }

    /// <summary>Writes text.</summary>
    /// <exception cref="ArgumentException">It holds a character that XML 1.0 cannot carry.</exception>
    public void Write(string text) => Escaped(text, inAttribute: false);

    private void Attributes(ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            _text.Append(' ').Append(name).Append("=\"");
            Escaped(value, inAttribute: true);
            _text.Append('"');
        }
    }

    private void Escaped(string text, bool inAttribute)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '&' => _text.Append("&amp;"),
                '"' when inAttribute => _text.Append("&quot;"),
                '\r' => _text.Append("&#13;"),
                '\n' when inAttribute => _text.Append("&#10;"),
                '\t' when inAttribute => _text.Append("&#9;"),
                _ when XmlConvert.IsXmlChar(c) => _text.Append(c),
                _ when i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c) => _text.Append(c).Append(text[++i]),
                _ => throw new ArgumentException($"The character U+{(int)c:X4} cannot stand in XML.", nameof(text)),
            };
        }
    }

    private void Line() => _text.Append('\n').Append(' ', _open.Count * 2);
}
