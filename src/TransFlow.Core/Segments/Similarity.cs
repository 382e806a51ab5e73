namespace TransFlow.Core.Segments;

/// <summary>How alike two texts are.</summary>
internal static class Similarity
{
    /// <summary>How alike two texts are when each digit is like any other: sentences that differ in a number are one that was changed.</summary>
    public static double ButForNumbers(string one, string other) => Of(WithoutNumbers(one), WithoutNumbers(other));

    /// <summary>How alike two texts can be at most, by their lengths alone.</summary>
    public static double AtMost(string one, string other) => one == other ? 1 : 2.0 * (Math.Min(one.Length, other.Length) - 1) / Math.Max(1, one.Length + other.Length - 2);

    /// <summary>A text with the same sign for each digit.</summary>
    public static string WithoutNumbers(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? text : string.Create(text.Length, text, static (made, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            made[i] = char.IsAsciiDigit(from[i]) ? '0' : from[i];
    });

    /// <summary>Dice's coefficient over pairs of neighbouring characters: 1 for equal texts, 0 for texts without a pair in common. Linear.</summary>
    public static double Of(string one, string other)
    {
        if (one == other)
            return 1;
        if (one.Length < 2 || other.Length < 2)
            return 0;

        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < one.Length; i++)
            pairs[(one[i - 1], one[i])] = pairs.GetValueOrDefault((one[i - 1], one[i])) + 1;
        var common = 0;
        for (var i = 1; i < other.Length; i++)
        {
            if (pairs.TryGetValue((other[i - 1], other[i]), out var left) && left > 0)
            {
                pairs[(other[i - 1], other[i])] = left - 1;
                common++;
            }
        }

        return 2.0 * common / (one.Length + other.Length - 2);
    }
}
