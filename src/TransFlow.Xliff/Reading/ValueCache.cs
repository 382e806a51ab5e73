namespace TransFlow.Xliff;

/// <summary>Holds short values once that come again and again: white space between elements, <c>yes</c> and <c>no</c>, states, ids.</summary>
internal sealed class ValueCache
{
    private const int Longest = 40;

    private readonly string[] _values = new string[256];
    private readonly PlainText?[] _spaces = new PlainText?[32];

    /// <summary>The same text, a string that was seen before when there is one.</summary>
    public string Of(string value)
    {
        if (value.Length is 0 or > Longest)
            return value;
        var hash = (value.Length * 31) + (value[0] * 7) + (value[^1] * 131) + (value[value.Length / 2] * 17);
        ref var known = ref _values[hash & 255];
        if (known == value)
            return known;
        known = value;
        return value;
    }

    /// <summary>White space as a node, one that was made before when there is one.</summary>
    public PlainText Space(string value)
    {
        ref var known = ref _spaces[value.Length & 31];
        return known?.Text == value ? known : known = new PlainText(value);
    }
}
