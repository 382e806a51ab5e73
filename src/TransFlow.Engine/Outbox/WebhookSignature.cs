using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TransFlow.Engine.Outbox;

/// <summary>
/// Signs what a webhook sends, as the Standard Webhooks specification 1.0 has it: HMAC-SHA256 over id, timestamp and body, so that the
/// receiver knows that it comes from this newsroom, is whole, and is not an old one sent again by somebody else.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    /// <param name="key">The key: text, or base64 after <c>whsec_</c>.</param>
    /// <param name="id">The delivery's id.</param>
    /// <param name="at">The moment of the attempt.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Of(string key, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Bytes(key));
        mac.AppendData(Encoding.UTF8.GetBytes($"{id}.{Seconds(at)}."));
        mac.AppendData(body);
        return "v1," + Convert.ToBase64String(mac.GetHashAndReset());
    }

    /// <summary>The value of the header <c>webhook-timestamp</c>: seconds since 1970.</summary>
    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length];
        return key.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(key[Prefix.Length..], bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(key);
    }
}
