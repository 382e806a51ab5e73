using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Mends, without loss, what some tools leave in a file that no reader takes: a document type that declares nothing, and prefixes that
/// are declared nowhere. Works on files whose bytes have ASCII's signs where ASCII has them, as all but UTF-16 do.
/// </summary>
internal static partial class XmlMending
{
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

    [GeneratedRegex(@"<!DOCTYPE\s[^\[<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentType();

    [GeneratedRegex(@"<([A-Za-z_][\w.-]*:)?xliff(?=[\s>])", RegexOptions.CultureInvariant)]
    private static partial Regex Root();

    [GeneratedRegex(@"'([A-Za-z_][\w.-]*)' is an undeclared prefix", RegexOptions.CultureInvariant)]
    private static partial Regex Undeclared();

    [GeneratedRegex(@"[^\r\n]", RegexOptions.CultureInvariant)]
    private static partial Regex NotNewLine();
}
