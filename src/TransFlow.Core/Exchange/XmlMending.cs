using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Mends, without loss, what some tools leave in a file that no reader takes: a document type that declares nothing, and prefixes that
/// are declared nowhere. Works on files whose bytes have ASCII's signs where ASCII has them; one in UTF-16 is put into UTF-8 first.
/// </summary>
internal static partial class XmlMending
{
    /// <summary>No XML declaration is so long.</summary>
    private const int LongestDeclaration = 1000;

    /// <summary>A file whose first bytes say its encoding, in UTF-8, whatever it declares: editors save in another encoding and leave the declaration. Null when they do not say, or it is damaged.</summary>
    public static byte[]? InUtf8(byte[] bytes)
    {
        if (bytes.AsSpan() is [0xEF, 0xBB, 0xBF, .. var text] && DeclaresAnother(bytes))
            return Utf8.IsValid(text) ? Encoding.UTF8.GetBytes(DeclaredEncoding().Replace(Encoding.UTF8.GetString(text), "$1")) : null;
        bool? isBigEndian = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => null,
            [0xFF, 0xFE, ..] or [(byte)'<', 0, not 0, 0, ..] => false,
            [0xFE, 0xFF, ..] or [0, (byte)'<', 0, not 0, ..] => true,
            _ => null,
        };
        if (isBigEndian is not { } big)
            return null;
        try
        {
            return Encoding.UTF8.GetBytes(DeclaredEncoding().Replace(new UnicodeEncoding(big, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF'), "$1"));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The line, from 1, from which on a file that says it is in UTF-8, or says nothing, is not; null when it is, or says another encoding.</summary>
    public static int? NotUtf8From(byte[] bytes)
    {
        if (Utf8.IsValid(bytes) || DeclaresAnother(bytes))
            return null;
        var line = 1;
        for (var rest = bytes.AsSpan(); rest.IndexOf((byte)'\n') is >= 0 and var end && Utf8.IsValid(rest[..end]); rest = rest[(end + 1)..])
            line++;
        return line;
    }

    /// <summary>The beginning of a file up to where its declaration ends.</summary>
    private static ReadOnlySpan<byte> Declaration(byte[] bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var text = new ReadOnlySpan<byte>(bytes, 0, Math.Min(bytes.Length, LongestDeclaration)).TrimStart(mark);
        return text.IndexOf("?>"u8) is > 0 and var end ? text[..end] : text;
    }

    /// <summary>Whether a file declares another encoding than UTF-8.</summary>
    private static bool DeclaresAnother(byte[] bytes) => DeclaredEncoding().Match(Encoding.Latin1.GetString(Declaration(bytes))) is { Success: true } said
        && !said.Groups[2].Value.Trim('"', '\'').Equals("UTF-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file begins otherwise than any XML does, in whatever encoding: a text, a table, a picture.</summary>
    public static bool IsOther(byte[] bytes) => bytes.AsSpan().TrimStart(Blanks) is [not (byte)'<', ..];

    /// <summary>Whether there is nothing in a file.</summary>
    public static bool IsEmpty(byte[] bytes) => !bytes.AsSpan().ContainsAnyExcept(Blanks);

    /// <summary>Whether a file ends as XLIFF ends, and goes on.</summary>
    public static bool HasMoreBehind(byte[] bytes) => Behind().IsMatch(Encoding.Latin1.GetString(bytes));

    /// <summary>The sign of XML's own that stands in a text, as a reader complained; null when it complained of something else.</summary>
    public static char? RawSign(string complaint) =>
        complaint.Contains("EntityName", StringComparison.Ordinal) || complaint.Contains("expected token is ';'", StringComparison.Ordinal) ? '&'
        : complaint.Contains("Name cannot begin with the '", StringComparison.Ordinal) ? '<'
        : null;

    /// <summary>Whether a file ends in another sign than XML ends with, or ends before what it began, as a reader complained.</summary>
    public static bool IsCutOff(byte[] bytes, string complaint) => complaint.Contains("Unexpected end of file", StringComparison.Ordinal) || bytes.AsSpan().TrimEnd(" \t\r\n\0"u8) is not [.., (byte)'>'];

    /// <summary>The file without the white space, and the byte order mark, before its XML declaration; null when there is none.</summary>
    public static byte[]? WithoutBlanksAhead(byte[] bytes) =>
        bytes.AsSpan().TrimStart(Blanks) is var rest && rest.Length < bytes.Length && rest.StartsWith("<?xml "u8) ? rest.ToArray() : null;

    /// <summary>The file without its document type; null when it has none, or one that declares something.</summary>
    public static byte[]? WithoutDocumentType(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var type = DocumentType().Match(text);
        return type.Success && Root().Match(text) is { Success: true } root && type.Index < root.Index
            ? Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, type.Index), NotNewLine().Replace(type.Value, " "), text.AsSpan(type.Index + type.Length)))
            : null;
    }

    /// <summary>The file with the prefix declared that a reader complained of; null when the complaint is another.</summary>
    public static byte[]? WithPrefix(byte[] bytes, string complaint)
    {
        var text = Encoding.Latin1.GetString(bytes);
        if (Undeclared().Match(complaint) is not { Success: true } prefix || Root().Match(text) is not { Success: true } root)
            return null;
        var name = prefix.Groups[1].Value;
        return Encoding.Latin1.GetBytes(text.Insert(root.Index + root.Length, $" xmlns:{name}=\"urn:undeclared:{name}\""));
    }

    private static ReadOnlySpan<byte> Blanks => [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    [GeneratedRegex("""^(\s*<\?xml\b[^>]*?)\s+encoding\s*=\s*("[^">]*"|'[^'>]*')""", RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredEncoding();

    /// <summary>An end tag that is followed by words, and by no other tag.</summary>
    [GeneratedRegex(@"</([A-Za-z_][\w.-]*:)?xliff\s*>[\s\0]*[^\s\0<][^<]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"<!DOCTYPE\s[^\[<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentType();

    [GeneratedRegex(@"<([A-Za-z_][\w.-]*:)?xliff(?=[\s>])", RegexOptions.CultureInvariant)]
    private static partial Regex Root();

    [GeneratedRegex(@"'([A-Za-z_][\w.-]*)' is an undeclared prefix", RegexOptions.CultureInvariant)]
    private static partial Regex Undeclared();

    [GeneratedRegex(@"[^\r\n]", RegexOptions.CultureInvariant)]
    private static partial Regex NotNewLine();
}
