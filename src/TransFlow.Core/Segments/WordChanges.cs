using System.Collections.Immutable;
using System.Globalization;

namespace TransFlow.Core.Segments;

/// <summary>What became of a piece of text between two versions.</summary>
public enum WordChange
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>It is in the newer one alone.</summary>
    Added,

    /// <summary>It is in the older one alone.</summary>
    Removed,
}

/// <summary>Compares two contents word by word; where words are not divided by spaces, character by character.</summary>
public static class WordChanges
{
    /// <summary>Beyond so many pairs of words the middle is told as one change: nobody reads a finer one.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>The changes in reading order; what was removed stands before what was added in its place.</summary>
    /// <param name="older">The older content.</param>
    /// <param name="newer">The newer content.</param>
    /// <returns>Pieces that, without the removed ones, make up the newer content, and without the added ones the older.</returns>
    public static ImmutableArray<(WordChange Change, Content Piece)> Between(Content older, Content newer)
    {
        var (old, now) = (Tokens(older), Tokens(newer));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        var pieces = new Pieces();
        pieces.Add(WordChange.Same, now.Take(start));
        Middle(pieces, old.GetRange(start, old.Count - start - end), now.GetRange(start, now.Count - start - end));
        pieces.Add(WordChange.Same, now.Skip(now.Count - end));
        return pieces.Done();
    }

    private static void Middle(Pieces pieces, List<Inline> old, List<Inline> now)
    {
        if ((long)old.Count * now.Count > MostPairs)
        {
            pieces.Add(WordChange.Removed, old);
            pieces.Add(WordChange.Added, now);
            return;
        }

        var common = Common(old, now);
        int i = 0, j = 0;
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                pieces.Add(WordChange.Same, [now[j]]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
                pieces.Add(WordChange.Removed, [old[i++]]);
            else
                pieces.Add(WordChange.Added, [now[j++]]);
        }
    }

    /// <summary>The length of the longest common run of words from each pair of places on.</summary>
    private static int[,] Common(List<Inline> old, List<Inline> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    private static List<Inline> Tokens(Content content)
    {
        var tokens = new List<Inline>();
        foreach (var part in content.Parts)
        {
            if (part.Kind != InlineKind.Text)
            {
                tokens.Add(part);
                continue;
            }

            for (var i = 0; i < part.Value.Length;)
            {
                var length = Token(part.Value, i);
                tokens.Add(new Inline(InlineKind.Text, part.Value.Substring(i, length)));
                i += length;
            }
        }

        return tokens;
    }

    /// <summary>The length of the word, or of the one sign, at a place.</summary>
    private static int Token(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’') && !IsUnspaced(text[end]))
            end++;
        return end > at ? end - at : StringInfo.GetNextTextElementLength(text, at);
    }

    /// <summary>Han and kana, which run on without spaces.</summary>
    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private sealed class Pieces
    {
        private readonly List<(WordChange Change, List<Inline> Parts)> _pieces = [];

        public void Add(WordChange change, IEnumerable<Inline> parts)
        {
            foreach (var part in parts)
            {
                // What was removed and what was added between two same words each make one piece.
                var place = _pieces.FindLastIndex(p => p.Change == change || p.Change == WordChange.Same || change == WordChange.Same);
                if (place >= 0 && _pieces[place].Change == change)
                    _pieces[place].Parts.Add(part);
                else if (change == WordChange.Removed)
                    _pieces.Insert(place + 1, (change, [part]));
                else
                    _pieces.Add((change, [part]));
            }
        }

        public ImmutableArray<(WordChange Change, Content Piece)> Done() => [.. _pieces.Select(p => (p.Change, new Content(p.Parts)))];
    }
}
