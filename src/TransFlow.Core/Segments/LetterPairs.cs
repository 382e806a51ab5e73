namespace TransFlow.Core.Segments;

/// <summary>The pairs of neighbouring characters of a text that is held against many others: in order, so that two texts are compared by walking along both.</summary>
internal sealed class LetterPairs
{
    private const int BitsOfLetter = 16;

    private readonly string _text;
    private readonly int[] _pairs;

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text.</param>
    public LetterPairs(string text)
    {
        _text = text;
        _pairs = new int[Math.Max(0, text.Length - 1)];
        for (var i = 0; i < _pairs.Length; i++)
            _pairs[i] = (text[i] << BitsOfLetter) | text[i + 1];
        Array.Sort(_pairs);
    }

    /// <summary>The pairs, in order of their letters' numbers; as often as they stand there.</summary>
    public ReadOnlySpan<int> All => _pairs;

    /// <summary>How alike two texts are; the same as <see cref="Similarity.Of"/> says.</summary>
    /// <param name="other">The other text.</param>
    public double Likeness(LetterPairs other)
    {
        if (_text == other._text)
            return 1;
        var (own, its) = (_pairs, other._pairs);
        if (own.Length == 0 || its.Length == 0)
            return 0;
        var (at, there, common) = (0, 0, 0);
        while (at < own.Length && there < its.Length)
        {
            var (one, another) = (own[at], its[there]);
            common += one == another ? 1 : 0;
            at += one <= another ? 1 : 0;
            there += another <= one ? 1 : 0;
        }

        return 2.0 * common / (own.Length + its.Length);
    }
}
