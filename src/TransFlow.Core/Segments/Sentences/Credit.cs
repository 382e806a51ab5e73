namespace TransFlow.Core.Segments.Sentences;

/// <summary>Recognises the words in brackets that say where a picture comes from.</summary>
internal static class Credit
{
    private const int Longest = 60;

    private static readonly string[] Words = [.. WordFile.Load("credits")["credits"].Words];

    /// <summary>Whether the words inside a bracket are a credit.</summary>
    /// <param name="inside">What stands between the brackets.</param>
    /// <returns>True for a short text with a word of crediting.</returns>
    public static bool Is(ReadOnlySpan<char> inside)
    {
        if (inside.Length > Longest)
            return false;
        foreach (var word in Words)
        {
            if (inside.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
