using TransFlow.Core.Segments.Splicing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Finds blocks with more than one tilde, between which some sites strike out what stands there.</summary>
/// <param name="text">The source article.</param>
/// <param name="inner">What changes inside markup, in order.</param>
internal sealed class BlockTildes(string text, List<Splice> inner)
{
    /// <summary>Codes that stand farther from a block's words are not looked for.</summary>
    private const int LongestEdge = 1024;

    /// <summary>Whether a block has more than one tilde in its words, or one there and another in its markup: marked strikes out from the one to the other, past codes and links.</summary>
    public bool Are(Content contents, UnitKind kind, UnitPlace place)
    {
        if (place.HasLoneTildes)
            return true;
        var tildes = InlineEscape.Tildes(contents);
        if (tildes != 1)
            return tildes > 1;
        foreach (var (part, value) in contents.Parts)
        {
            if (part == InlineKind.Text || place.Code(value) is not { Kind: not CodeKind.Strike } code)
                continue;
            var (start, end) = part == InlineKind.Close ? (code.CloseStart, code.CloseEnd) : (code.OpenStart, code.OpenEnd);
            if (Splice.Over(text, inner, start, end).Contains('~'))
                return true;
        }

        // Codes at the edges of the block are none of its words.
        var before = Splice.Over(text, inner, Math.Max(0, place.Start - LongestEdge), place.Start);
        var after = Splice.Over(text, inner, place.End, Math.Min(text.Length, place.End + LongestEdge));
        return kind != UnitKind.TableCell
            && ((before.LastIndexOf('~') is >= 0 and var last && IsOneBlock(before[last..], kind)) || (after.IndexOf('~') is >= 0 and var next && IsOneBlock(after[..next], kind)));
    }

    /// <summary>Whether no line ends in a stretch, or none that is empty where paragraphs go on over lines.</summary>
    private static bool IsOneBlock(ReadOnlySpan<char> between, UnitKind kind) =>
        kind == UnitKind.Paragraph ? !between.Contains("\n\n", StringComparison.Ordinal) && !between.Contains("\n\r\n", StringComparison.Ordinal) : !between.ContainsAny('\n', '\r');
}
