using System.Buffers;
using System.Runtime.InteropServices;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// White space as the rules see it: a run of it, whatever it is made of, is one space, since readers see one. A hard break stays what it is,
/// and so do a blank line and the end of a line before a dash or an emoji, with which the next item of a list may begin. An emoji begins one where other
/// lines begin with one, too, and words are behind it.
/// </summary>
internal static class BlankRuns
{
    private const string NotSpaces = "\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2029\u202F\u205F\u3000";

    private static readonly SearchValues<char> Others = SearchValues.Create(NotSpaces);
    private static readonly SearchValues<char> Blanks = SearchValues.Create(NotSpaces + " ");

    /// <summary>Finds the boundaries of a text whose letters are composed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rules">The language's rules.</param>
    /// <param name="ends">Where the exclusive end of every segment but the last goes.</param>
    public static void Boundaries(ReadOnlySpan<char> text, SentenceRules rules, List<int> ends)
    {
        if (!text.ContainsAny(Others) && text.IndexOf("  ") < 0)
        {
            SentenceWalk.Boundaries(text, rules, ends);
            return;
        }

        var plain = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var cuts = Write(text, plain, out var length);
            var first = ends.Count;
            SentenceWalk.Boundaries(plain.AsSpan(0, length), rules, ends);
            if (cuts is not null)
                Restore(CollectionsMarshal.AsSpan(ends)[first..], cuts);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(plain);
        }
    }

    /// <summary>Leads offsets back to the text as it was given.</summary>
    private static void Restore(Span<int> ends, List<(int At, int Left)> cuts)
    {
        var (cut, left) = (0, 0);
        foreach (ref var end in ends)
        {
            for (; cut < cuts.Count && cuts[cut].At < end; cut++)
                left = cuts[cut].Left;
            end += left;
        }
    }

    /// <summary>Writes the text with its runs shortened.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plain">Where it goes.</param>
    /// <param name="length">How many characters were written.</param>
    /// <returns>The last character of every run that lost some, and how many were left out up to there; null when none was.</returns>
    private static List<(int At, int Left)>? Write(ReadOnlySpan<char> text, char[] plain, out int length)
    {
        List<(int At, int Left)>? cuts = null;
        bool? hasItems = null;
        var (at, left) = (0, 0);
        length = 0;
        while (at < text.Length)
        {
            var words = text[at..].IndexOfAny(Blanks) is >= 0 and var found ? found : text.Length - at;
            text.Slice(at, words).CopyTo(plain.AsSpan(length));
            length += words;
            at += words;
            if (at == text.Length)
                break;
            var feeds = 0;
            for (; at < text.Length && char.IsWhiteSpace(text[at]) && text[at] != Characters.HardBreak; at++)
                feeds += text[at] == '\n' ? 1 : 0;
            if (feeds > 1)
                plain[length++] = '\n';
            plain[length++] = feeds > 1 || (feeds == 1 && at < text.Length && MayBeginItem(text, at, ref hasItems)) ? '\n' : ' ';
            if (at - length > left)
            {
                left = at - length;
                (cuts ??= []).Add((length - 1, left));
            }
        }

        return cuts;
    }

    private static bool MayBeginItem(ReadOnlySpan<char> text, int at, ref bool? hasItems)
    {
        if (text[at] is '-' or '–' or '—' or '―' or '─')
            return true;
        return BeginsWithEmoji(text[at..]) && (hasItems ??= HasItems(text));
    }

    /// <summary>Whether several lines begin with an emoji.</summary>
    private static bool HasItems(ReadOnlySpan<char> text)
    {
        var items = 0;
        while (!text.IsEmpty && items < 2)
        {
            items += BeginsWithEmoji(text.TrimStart(" \t")) ? 1 : 0;
            var end = text.IndexOf('\n');
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return items == 2;
    }

    /// <summary>Whether a line begins with emoji and has words behind them.</summary>
    private static bool BeginsWithEmoji(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || !Characters.IsEmoji(line[0]))
            return false;
        var end = 0;
        while (end < line.Length && (Characters.IsEmoji(line[end]) || char.IsLowSurrogate(line[end]) || Characters.IsInvisible(line[end]) || line[end] is '\uFE0F' or ' ' or '\t'))
            end++;
        return end < line.Length && line[end] is not ('\n' or '\r' or Characters.HardBreak);
    }
}
