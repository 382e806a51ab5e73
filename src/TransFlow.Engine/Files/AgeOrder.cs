namespace TransFlow.Engine.Files;

/// <summary>
/// The order in which files were made, oldest first: by time, as coarsely as all disks and archives keep it, and of one moment by
/// name, as people count copies: <c>a</c>, <c>a (2)</c>, <c>a (10)</c>.
/// </summary>
internal sealed class AgeOrder : IComparer<(DateTime Time, string Name)>
{
    /// <summary>Archives keep no shorter time.</summary>
    private const long Grain = 2 * TimeSpan.TicksPerSecond;

    /// <summary>The one order.</summary>
    public static AgeOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare((DateTime Time, string Name) x, (DateTime Time, string Name) y)
    {
        var byTime = (x.Time.Ticks / Grain).CompareTo(y.Time.Ticks / Grain);
        return byTime != 0 ? byTime : ByName(x.Name, y.Name);
    }

    private static int ByName(string one, string other)
    {
        var byStem = Counted(Path.ChangeExtension(one, null), Path.ChangeExtension(other, null));
        return byStem != 0 ? byStem : string.CompareOrdinal(one, other);
    }

    /// <summary>Compares texts; digits in a row are one number.</summary>
    private static int Counted(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        while (!one.IsEmpty && !other.IsEmpty)
        {
            var first = Digits(one);
            var second = Digits(other);
            var difference = first.IsEmpty || second.IsEmpty ? one[0].CompareTo(other[0]) : Numbers(first.TrimStart('0'), second.TrimStart('0'));
            if (difference != 0)
                return difference;
            one = one[Math.Max(1, first.Length)..];
            other = other[Math.Max(1, second.Length)..];
        }

        return one.Length.CompareTo(other.Length);
    }

    private static int Numbers(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.Length != other.Length ? one.Length.CompareTo(other.Length) : one.SequenceCompareTo(other);

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text : text[..end];
    }
}
