using System.Security.Cryptography;

namespace TransFlow.Engine.Files;

/// <summary>Digests of bytes.</summary>
internal static class Digest
{
    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
