using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TransFlow.Core.Segments;

/// <summary>Makes ids of what things say: the first bytes of a SHA-256 as digits and small letters that nobody takes for one another. What has been added is one text, however it was added.</summary>
internal sealed class ContentDigest
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    /// <summary>Adds a text.</summary>
    public ContentDigest Add(ReadOnlySpan<char> text)
    {
        var room = _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _bytes.Advance(Encoding.UTF8.GetBytes(text, room));
        return this;
    }

    /// <summary>Adds a number.</summary>
    public ContentDigest Add(int number)
    {
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
                InlineKind.Open => Add("{").Add(value).Add("}"),
                InlineKind.Close => Add("{/").Add(value).Add("}"),
                InlineKind.Standalone => Add("{").Add(value).Add("/}"),
                _ => Add(Content.Doubled(value)),
            };
        }

        return this;
    }

    /// <summary>The id of what was added; begins anew.</summary>
    /// <param name="prefix">What it begins with.</param>
    /// <param name="length">How many digits follow; at most 32.</param>
    public string Take(string prefix, int length)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        _bytes.ResetWrittenCount();
        Span<char> id = stackalloc char[SHA256.HashSizeInBytes];
        for (var i = 0; i < length; i++)
            id[i] = Digits[hash[i] % Digits.Length];
        return string.Concat(prefix, id[..length]);
    }
}
