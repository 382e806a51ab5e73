using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace TransFlow.Core.Segments;

/// <summary>
/// Makes ids of what things say: the first bits of an XXH3 as digits and small letters that nobody takes for one another. What has been
/// added is one text, however it was added. These ids name; what has to withstand people who want two texts to have one digest is SHA-256.
/// </summary>
internal sealed class ContentDigest : IDisposable
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int BitsOfDigit = 5;

    private char[] _text = ArrayPool<char>.Shared.Rent(4096);
    private int _length;

    /// <summary>Adds a text.</summary>
    public ContentDigest Add(ReadOnlySpan<char> text)
    {
        if (_text.Length - _length < text.Length)
            Grow(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
        return this;
    }

    /// <summary>Adds a character.</summary>
    public ContentDigest Add(char c)
    {
        if (_text.Length == _length)
            Grow(1);
        _text[_length++] = c;
        return this;
    }

    /// <summary>Adds a number.</summary>
    public ContentDigest Add(int number)
    {
        if (number is >= 0 and < 10)
            return Add((char)('0' + number));
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        return Add(digits[..length]);
    }

    /// <summary>Adds a content as tagged text.</summary>
    public ContentDigest Add(Content content)
    {
        foreach (var (kind, value) in content.Parts)
        {
            _ = kind switch
            {
                InlineKind.Open => Add('{').Add(value).Add('}'),
                InlineKind.Close => Add("{/").Add(value).Add('}'),
                InlineKind.Standalone => Add('{').Add(value).Add("/}"),
                _ => Add(Content.Doubled(value)),
            };
        }

        return this;
    }

    /// <summary>The id of what was added; begins anew.</summary>
    /// <param name="prefix">What it begins with.</param>
    /// <param name="length">How many digits follow; at most 12.</param>
    public string Take(string prefix, int length)
    {
        var text = MemoryMarshal.Cast<char, ushort>(_text.AsSpan(0, _length));
        // The same digest on every machine.
        if (!BitConverter.IsLittleEndian)
            System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(text, text);
        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text));
        _length = 0;
        Span<char> id = stackalloc char[length];
        for (var i = 0; i < length; i++)
            id[i] = Digits[(int)(hash >> (i * BitsOfDigit)) & (Digits.Length - 1)];
        return string.Concat(prefix, id);
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<char>.Shared.Rent((_length + length) * 2);
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
    }
}
