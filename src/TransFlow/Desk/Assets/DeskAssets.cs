using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace TransFlow.Desk.Assets;

/// <summary>The desk's own style and script. Their addresses hold the digest of their bytes, so a browser keeps them for good.</summary>
internal static class DeskAssets
{
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Digest, string Type)> Known = new[] { ("desk.css", "text/css"), ("desk.js", "text/javascript"), ("preview.css", "text/css"), ("icon.svg", "image/svg+xml") }
        .ToFrozenDictionary(a => a.Item1, a => Read(a.Item1, a.Item2), StringComparer.Ordinal);

    /// <summary>The address of an asset.</summary>
    public static string Address(string name) => $"/assets/{Known[name].Digest}/{name}";

    /// <summary>An asset as text.</summary>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Known[name].Bytes);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{digest}/{name}", Get).AllowAnonymous();

    private static IResult Get(HttpContext context, string digest, string name)
    {
        if (!Known.TryGetValue(name, out var asset) || asset.Digest != digest)
            return Results.NotFound();
        context.Response.Headers.Pragma = default;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Bytes, asset.Type + "; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{digest}\""));
    }

    private static (byte[], string, string) Read(string name, string type)
    {
        using var stream = typeof(DeskAssets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (bytes.ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16], type);
    }
}
