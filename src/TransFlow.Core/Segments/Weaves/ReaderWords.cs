namespace TransFlow.Core.Segments.Weaves;

/// <summary>Words as their reader sees them: runs of white space are one space, and none stands at the edges. Two such texts can be compared without making strings of them.</summary>
internal sealed class ReaderWords
{
    private char[] _words = new char[256];
    private int _length;
    private bool _isAfterSpace;

    /// <summary>The words.</summary>
    public ReadOnlySpan<char> Words => _words.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    public ReaderWords Clear()
    {
        (_length, _isAfterSpace) = (0, false);
        return this;
    }

    /// <summary>Adds a text.</summary>
    public ReaderWords Add(ReadOnlySpan<char> text)
    {
        if (_words.Length < _length + (text.Length * 2))
            Array.Resize(ref _words, Math.Max(_words.Length * 2, _length + (text.Length * 2)));
        var words = _words.AsSpan();
        var (length, isAfterSpace) = (_length, _isAfterSpace);
        foreach (var c in text)
        {
            // No white space comes after the ideographic one; most letters do.
            if (c <= '\u3000' && char.IsWhiteSpace(c))
            {
                isAfterSpace = length > 0;
                continue;
            }

            if (isAfterSpace)
                words[length++] = ' ';
            isAfterSpace = false;
            words[length++] = c;
        }

        (_length, _isAfterSpace) = (length, isAfterSpace);
        return this;
    }
}
