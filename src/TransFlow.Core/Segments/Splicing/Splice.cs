using System.Text;

namespace TransFlow.Core.Segments.Splicing;

/// <summary>A piece of a text and what comes in its place.</summary>
/// <param name="Start">Offset of the piece.</param>
/// <param name="Length">Its length; 0 inserts.</param>
/// <param name="Text">What comes in its place.</param>
internal readonly record struct Splice(int Start, int Length, string Text)
{
    /// <summary>True when another splice lies in the piece that this one replaces.</summary>
    public bool Holds(Splice other) => Length > 0 && Start <= other.Start && other.Start + other.Length <= Start + Length;

    /// <summary>The text with all splices made; insertions at one place stand in the order given, before a replacement that starts there.</summary>
    /// <exception cref="InvalidOperationException">Two splices overlap: a bug of the caller.</exception>
    public static string Apply(string text, List<Splice> splices)
    {
        if (!AreInOrder(splices))
            splices = [.. splices.OrderBy(s => s.Start).ThenBy(s => s.Length > 0)];
        var length = text.Length;
        var at = 0;
        foreach (var splice in splices)
        {
            if (splice.Start < at)
                throw new InvalidOperationException($"Two splices overlap at offset {splice.Start}.");
            at = splice.Start + splice.Length;
            length += splice.Text.Length - splice.Length;
        }

        return string.Create(length, (text, splices), static (made, from) =>
        {
            var at = 0;
            foreach (var splice in from.splices)
            {
                from.text.AsSpan(at, splice.Start - at).CopyTo(made);
                made = made[(splice.Start - at)..];
                splice.Text.CopyTo(made);
                made = made[splice.Text.Length..];
                at = splice.Start + splice.Length;
            }

            from.text.AsSpan(at).CopyTo(made);
        });
    }

    /// <summary>A piece of a text with those splices made that lie in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="splices">Splices in order.</param>
    /// <param name="start">Where the piece begins.</param>
    /// <param name="end">Where it ends.</param>
    public static ReadOnlySpan<char> Over(string text, List<Splice> splices, int start, int end)
    {
        int low = 0, high = splices.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = splices[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        if (low == splices.Count || splices[low].Start >= end)
            return text.AsSpan(start, end - start);
        var made = new StringBuilder();
        for (; low < splices.Count && splices[low].Start < end; low++)
        {
            var splice = splices[low];
            if (splice.Start < start || splice.Start + splice.Length > end)
                continue;
            made.Append(text, start, splice.Start - start).Append(splice.Text);
            start = splice.Start + splice.Length;
        }

        return made.Append(text, start, end - start).ToString();
    }

    private static bool AreInOrder(List<Splice> splices)
    {
        for (var i = 1; i < splices.Count; i++)
        {
            if (splices[i].Start < splices[i - 1].Start || (splices[i].Start == splices[i - 1].Start && splices[i].Length == 0 && splices[i - 1].Length > 0))
                return false;
        }

        return true;
    }
}
