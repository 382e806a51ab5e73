using TransFlow.Core.Exchange;

namespace TransFlow.Core.Segments;

/// <summary>What a language writes between two sentences.</summary>
internal static class SentenceSpace
{
    /// <summary>Nothing in Japanese and Chinese, a space elsewhere.</summary>
    /// <param name="language">The language's tag.</param>
    public static string Of(string language) => Languages.First(language).ToUpperInvariant() is "JA" or "ZH" ? "" : " ";
}
