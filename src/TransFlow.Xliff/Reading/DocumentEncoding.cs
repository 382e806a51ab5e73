using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Xliff;

/// <summary>In which encoding a document is, by its first bytes (XML 1.0, appendix F), always strict: what the encoding does not have is an error.</summary>
internal static partial class DocumentEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    static DocumentEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a document; null when only the framework's own reader knows what to say.</summary>
    /// <param name="start">Its first bytes.</param>
    /// <exception cref="XliffException">They say two encodings, or none within reach.</exception>
    public static Encoding? Of(ReadOnlySpan<byte> start)
    {
        var (marked, length) = Marked(start);
        // The last character may be cut; the declaration is of ASCII.
        var text = (marked is UnicodeEncoding or UTF32Encoding ? Encoding.GetEncoding(marked.CodePage) : Encoding.Latin1).GetString(start[length..]);
        if (!text.StartsWith("<?xml", StringComparison.Ordinal))
            return marked ?? Utf8;
        if (!text.Contains("?>", StringComparison.Ordinal) && start.Length >= MeteredStream.MostAhead)
            throw new XliffException($"The XML declaration takes more than {MeteredStream.MostAhead} bytes; take the blanks out of it.", 1, 1);
        var declared = Declaration().Match(text) is { Success: true } match ? match.Groups[1].Value : null;
        if (declared is null)
            return marked ?? Utf8;
        if (marked is not null && length > 0 && !Agrees(marked, declared))
            throw new XliffException($"The file begins with the byte order mark of {Name(marked)} and declares the encoding '{declared}'; declare the one in which it is saved.", 1, 1);
        return marked ?? (IsUtf8(declared) ? Utf8 : Named(declared));
    }

    /// <summary>Whether the framework's own reader is as strict with an encoding, and faster, and its bytes can be looked at as they are.</summary>
    public static bool IsReadAsWell(Encoding encoding) => encoding.CodePage == Utf8.CodePage;

    private static bool Agrees(Encoding marked, string declared) => marked.CodePage == Utf8.CodePage
        ? IsUtf8(declared)
        : marked is UTF32Encoding
        ? declared.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase) || declared.Contains("ucs-4", StringComparison.OrdinalIgnoreCase)
        : declared.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || declared.Contains("ucs-2", StringComparison.OrdinalIgnoreCase);

    private static string Name(Encoding marked) => marked.CodePage == Utf8.CodePage ? "UTF-8" : marked is UTF32Encoding ? "UTF-32" : "UTF-16";

    private static bool IsUtf8(string name) => name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    /// <summary>The encoding that a byte order mark says, or the first characters of UTF-16 or UTF-32 without one.</summary>
    private static (Encoding? Encoding, int Length) Marked(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Utf32(isBigEndian: false), 4),
        [0, 0, 0xFE, 0xFF, ..] => (Utf32(isBigEndian: true), 4),
        [0xFF, 0xFE, ..] => (Utf16(isBigEndian: false), 2),
        [0xFE, 0xFF, ..] => (Utf16(isBigEndian: true), 2),
        [(byte)'<', 0, not 0, ..] => (Utf16(isBigEndian: false), 0),
        [0, (byte)'<', 0, ..] => (Utf16(isBigEndian: true), 0),
        [(byte)'<', 0, 0, 0, ..] => (Utf32(isBigEndian: false), 0),
        [0, 0, 0, (byte)'<', ..] => (Utf32(isBigEndian: true), 0),
        _ => (null, 0),
    };

    private static UnicodeEncoding Utf16(bool isBigEndian) => new(isBigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    private static UTF32Encoding Utf32(bool isBigEndian) => new(isBigEndian, byteOrderMark: true, throwOnInvalidCharacters: true);

    private static Encoding? Named(string name)
    {
        // Without its mark the framework's reader refuses UTF-16 and UTF-32, and says so.
        if (name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""\A<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
