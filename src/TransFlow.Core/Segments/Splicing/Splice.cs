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
    public static string Apply(string text, IEnumerable<Splice> splices) => Apply(text, 0, text.Length, splices);

    /// <summary>The same for a part of the text; splices outside the part are left out.</summary>
    public static string Apply(string text, int start, int end, IEnumerable<Splice> splices)
    {
        var result = new StringBuilder(end - start + 64);
        var at = start;
        foreach (var splice in splices.Where(s => s.Start >= start && s.Start + s.Length <= end).OrderBy(s => s.Start).ThenBy(s => s.Length > 0))
        {
            if (splice.Start < at)
                throw new InvalidOperationException($"Two splices overlap at offset {splice.Start}.");
            result.Append(text, at, splice.Start - at).Append(splice.Text);
            at = splice.Start + splice.Length;
        }

        return result.Append(text, at, end - at).ToString();
    }
}
