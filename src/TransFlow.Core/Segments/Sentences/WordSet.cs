using System.Collections.Frozen;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Words that can be looked up without making strings.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Takes the words.</summary>
    /// <param name="words">The words.</param>
    public WordSet(FrozenSet<string> words)
    {
        _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Longest = words.Count == 0 ? 0 : words.Max(w => w.Length);
        Words = words;
    }

    /// <summary>The words themselves.</summary>
    public FrozenSet<string> Words { get; }

    /// <summary>The length of the longest word.</summary>
    public int Longest { get; }

    /// <summary>Whether a word is one of them.</summary>
    /// <param name="word">The word.</param>
    public bool Contains(ReadOnlySpan<char> word) => word.Length <= Longest && _lookup.Contains(word);

    /// <summary>Whether a text ends with one of them.</summary>
    /// <param name="text">The text.</param>
    public bool ContainsEndOf(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(Longest, text.Length); length > 0; length--)
        {
            if (_lookup.Contains(text[^length..]))
                return true;
        }

        return false;
    }

    /// <summary>The length of the longest of them that a text begins with; zero for none.</summary>
    /// <param name="text">The text.</param>
    public int LengthAtStart(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(Longest, text.Length); length > 0; length--)
        {
            if (_lookup.Contains(text[..length]))
                return length;
        }

        return 0;
    }
}
