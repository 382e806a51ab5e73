using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>Writes XML as UTF-8.</summary>
/// <param name="stream">Where to; null to keep all of it until <see cref="ToArray"/>.</param>
internal sealed class XmlOutput(Stream? stream) : IDisposable
{
    private const int Chunk = 16 * 1024;

    private static readonly bool[] InText = Special("<>&");
    private static readonly bool[] InAttribute = Special("\t\n<>&\"");

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Chunk * 4);
    private readonly NamespaceScope _scope = new();
    private readonly Stack<XliffName> _open = new();
    private int _at;
    private int _depth;
    private bool _isEmpty;

    /// <summary>True inside the document's root.</summary>
    public bool IsOpen => _open.Count > 0;

    public void Declaration() => Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    public void Line() => Put("\n"u8);

    public void Flush()
    {
        stream?.Write(_buffer, 0, _at);
        _at = 0;
    }

    /// <summary>What was written, when there is no stream.</summary>
    public byte[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<byte>(_at);
        _buffer.AsSpan(0, _at).CopyTo(all);
        return all;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _buffer, []));

    /// <summary>Writes what stands before or after the root, on a line of its own.</summary>
    public void Around(XliffNode node)
    {
        if (node is not (Comment or ProcessingInstruction))
            throw new XliffException("Only comments and processing instructions stand outside the root element.", 0, 0);
        Write(node);
        Line();
    }

    public void Write(XliffNode node)
    {
        Fill();
        switch (node)
        {
            case PlainText text:
                Text(text.Text);
                break;
            case XliffElement element:
                Element(element);
                break;
            case Comment comment:
                Marked("<!--", comment.Text, "-->", comment.Text.Contains("--", StringComparison.Ordinal) || comment.Text.EndsWith('-'));
                break;
            case ProcessingInstruction instruction:
                var isBroken = instruction.Data.Contains("?>", StringComparison.Ordinal) || instruction.Data is [' ' or '\t' or '\n', ..]
                    || instruction.Target.Equals("xml", StringComparison.OrdinalIgnoreCase) || !XliffName.IsName(instruction.Target);
                Marked("<?", instruction.Data.Length == 0 ? instruction.Target : $"{instruction.Target} {instruction.Data}", "?>", isBroken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "An unknown kind of node.");
        }
    }

    public void Start(XliffElement element)
    {
        Fill();
        Tag(element);
        _open.Push(element.Tag);
        _isEmpty = true;
    }

    public void End()
    {
        if (!_open.TryPop(out var name))
            throw new XliffException("The parts end something that they did not start.", 0, 0);
        if (_isEmpty)
            Put("/>"u8);
        else
            Close(name);
        _isEmpty = false;
        _scope.Leave();
        _depth--;
    }

    /// <summary>Ends the tag of what was started and turns out not to be empty.</summary>
    private void Fill()
    {
        if (_isEmpty)
            Put(">"u8);
        _isEmpty = false;
    }

    private void Element(XliffElement element)
    {
        Tag(element);
        if (element.Content.Count == 0)
        {
            Put("/>"u8);
        }
        else
        {
            Put(">"u8);
            foreach (var node in element.Content.Items)
                Write(node);
            Close(element.Tag);
        }

        _scope.Leave();
        _depth--;
    }

    private void Close(XliffName name)
    {
        Put("</"u8);
        Put(name.Bytes);
        Put(">"u8);
    }

    private void Tag(XliffElement element)
    {
        // What could not be read again is not written; and whatever goes down into it needs a stack.
        if (_depth++ > XliffReader.MaximumDepth)
            throw new XliffException($"More than {XliffReader.MaximumDepth} elements stand in one another.", 0, 0);
        var missing = _scope.Enter(element);
        Put("<"u8);
        Put(element.Tag.Bytes);
        for (var i = 0; i < missing.Count; i++)
            Attribute(missing[i].Prefix.Length == 0 ? "xmlns"u8 : Encoding.UTF8.GetBytes("xmlns:" + missing[i].Prefix), missing[i].Space);
        var attributes = element.Attributes.Items;
        for (var i = 0; i < attributes.Length; i++)
        {
            var name = attributes[i].Name;
            if (IsTwice(name, attributes[..i]))
                throw new XliffException($"The element '{element.Tag}' has the attribute '{name}' twice.", 0, 0);
            var isBare = name.Prefix.Length == 0 && name.Namespace.Length > 0 && !name.IsDeclaration;
            Attribute(isBare ? Encoding.UTF8.GetBytes($"{_scope.PrefixOf(name.Namespace)}:{name.LocalName}") : name.Bytes, attributes[i].Value);
        }
    }

    private static bool IsTwice(XliffName name, ReadOnlySpan<AttributeEntry> before)
    {
        foreach (ref readonly var attribute in before)
        {
            if (attribute.Name.Equals(name))
                return true;
        }

        return false;
    }

    private void Attribute(ReadOnlySpan<byte> name, string value)
    {
        Put(" "u8);
        Put(name);
        Put("=\""u8);
        Value(value);
        Put("\""u8);
    }

    /// <summary>Writes markup as it is.</summary>
    /// <param name="bytes">The markup.</param>
    public void Put(ReadOnlySpan<byte> bytes)
    {
        Room(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_at));
        _at += bytes.Length;
    }

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number.</param>
    public void Number(int number)
    {
        Room(11);
        number.TryFormat(_buffer.AsSpan(_at), out var length, provider: CultureInfo.InvariantCulture);
        _at += length;
    }

    /// <summary>Writes text as it stands between tags.</summary>
    /// <param name="text">The text.</param>
    public void Text(string text) => Escaped(text, InText);

    /// <summary>Writes text as it stands between the quotation marks of an attribute.</summary>
    /// <param name="text">The text.</param>
    public void Value(string text) => Escaped(text, InAttribute);

    /// <summary>Writes inline text of a document whose own vocabulary has no prefix; what XML cannot hold is a <c>cp</c>.</summary>
    /// <param name="text">The text.</param>
    public void Inline(string text)
    {
        // What XML cannot hold is rare, and found by the writing itself.
        var rest = Escaped(text, InText, isWhole: false);
        if (rest.IsEmpty)
            return;
        foreach (var node in CodePoint.Encode(rest.ToString()).Items)
        {
            if (node is PlainText plain)
            {
                Text(plain.Text);
                continue;
            }

            Put("<cp hex=\""u8);
            Value(((CodePoint)node).Hex);
            Put("\"/>"u8);
        }
    }

    private void Marked(string start, string text, string end, bool isBroken)
    {
        if (isBroken)
            throw new XliffException($"'{text}' cannot stand between {start} and {end}.", 0, 0);
        CheckSurrogates(text);
        foreach (var c in text)
        {
            // A carriage return would be read as a line feed, and there is no escape for it here.
            if (c == '\r' || (!char.IsSurrogate(c) && !XmlConvert.IsXmlChar(c)))
                throw Impossible(c);
        }

        Raw(start);
        Raw(text);
        Raw(end);
    }

    /// <summary>Encodes and escapes in one pass; texts are short, and each pass over one has its price.</summary>
    /// <returns>What is left, unless all is to be written: from the first character on that is not one of XML's own marks.</returns>
    private ReadOnlySpan<char> Escaped(string text, ReadOnlySpan<bool> isSpecial, bool isWhole = true)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var piece = rest[..Math.Min(rest.Length, Chunk)];
            // A character of UTF-16 is three bytes at most.
            Room(piece.Length * 3);
            var done = Plain(piece, isSpecial);
            rest = rest[done..];
            if (done == piece.Length)
                continue;
            if (!isWhole && rest[0] is not ('<' or '>' or '&'))
                return rest;
            rest = rest[Special(rest)..];
        }

        return [];
    }

    /// <summary>Writes what needs no escape, up to what does.</summary>
    /// <returns>How many characters were written.</returns>
    private int Plain(ReadOnlySpan<char> text, ReadOnlySpan<bool> isSpecial)
    {
        var bytes = _buffer.AsSpan(_at);
        var at = 0;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c < isSpecial.Length)
            {
                if (isSpecial[c])
                    break;
                bytes[at++] = (byte)c;
            }
            else if (c < 0x800)
            {
                bytes[at++] = (byte)(0xC0 | (c >> 6));
                bytes[at++] = (byte)(0x80 | (c & 0x3F));
            }
            else if (char.IsSurrogate(c) || c >= 0xFFFE)
            {
                break;
            }
            else
            {
                bytes[at + 2] = (byte)(0x80 | (c & 0x3F));
                bytes[at + 1] = (byte)(0x80 | ((c >> 6) & 0x3F));
                bytes[at] = (byte)(0xE0 | (c >> 12));
                at += 3;
            }
        }

        _at += at;
        return i;
    }

    /// <summary>Writes the first character of a text, which needs an escape or is two of UTF-16.</summary>
    /// <returns>How many characters were written.</returns>
    private int Special(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && char.IsSurrogatePair(text[0], text[1]))
        {
            Raw(text[..2]);
            return 2;
        }

        Put(text[0] switch
        {
            '<' => "&lt;"u8,
            '>' => "&gt;"u8,
            '&' => "&amp;"u8,
            '"' => "&quot;"u8,
            '\r' => "&#13;"u8,
            '\n' => "&#10;"u8,
            '\t' => "&#9;"u8,
            var other => throw Impossible(other),
        });
        return 1;
    }

    private void Raw(ReadOnlySpan<char> text)
    {
        while (text.Length > Chunk)
        {
            var length = char.IsHighSurrogate(text[Chunk - 1]) ? Chunk - 1 : Chunk;
            Raw(text[..length]);
            text = text[length..];
        }

        // A character of UTF-16 is three bytes at most.
        Room(text.Length * 3);
        _at += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_at));
    }

    private void Room(int length)
    {
        if (_buffer.Length - _at >= length)
            return;
        if (stream is not null)
            Flush();
        if (_buffer.Length - _at >= length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _at + length));
        _buffer.AsSpan(0, _at).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private static void CheckSurrogates(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                throw Impossible(text[i]);
            i++;
        }
    }

    private static XliffException Impossible(char c) => new(string.Create(CultureInfo.InvariantCulture, $"The character U+{(int)c:X4} cannot stand in XML here; 'cp' stands for it in inline text."), 0, 0);

    /// <summary>For each character of ASCII, whether it cannot stand as it is.</summary>
    private static bool[] Special(string marks) => [.. Enumerable.Range(0, 0x80).Select(c => (c < ' ' && c is not ('\t' or '\n')) || marks.Contains((char)c, StringComparison.Ordinal))];
}
