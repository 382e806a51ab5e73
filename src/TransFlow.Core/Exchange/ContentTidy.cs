using System.Buffers;
using System.Globalization;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>Undoes, without loss, what tools and transports do to a target's white space and invisible characters.</summary>
internal static class ContentTidy
{
    private static readonly char[] Leftovers = [.. "\uFEFF\u200B\u00AD", .. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(IsControl)];
    private const string LineEnds = "\r\n\u2028\u2029";
    private static readonly SearchValues<char> Invisible = SearchValues.Create(Leftovers);
    private static readonly SearchValues<char> Untidy = SearchValues.Create([.. Leftovers, .. LineEnds]);

    /// <summary>
    /// The target with its letters composed, without byte order marks, control characters, and zero-width spaces and soft hyphens that part no word,
    /// with line ends as spaces, white space moved out of the edges of spanning codes, and none at its own edges: between segments it is ours to set.
    /// </summary>
    public static Content Tidy(Content target)
    {
        if (target.Parts is [{ Kind: InlineKind.Text, Value: var only }] && Clean(only).Trim() is { Length: > 0 } tidy)
            return tidy == only ? target : Content.Of(tidy);
        if (IsTidy(target.Parts.AsSpan()))
            return target;
        var parts = target.Parts.Select((p, i) => p.Kind == InlineKind.Text ? p with { Value = Clean(p.Value, i > 0, i + 1 < target.Parts.Length) } : p).ToList();
        MoveSpacesOut(parts);
        return new Content(parts).Trimmed();
    }

    /// <summary>The source where a tidy target is nothing but its words, tidied: what says the same as the source is the source, with the white space and the invisible characters it has.</summary>
    public static Content OrSource(Content tidy, Content source) => Tidy(source) is var same && !ReferenceEquals(same, source) && tidy.Equals(same) ? source : tidy;

    /// <summary>Whether there is nothing to undo: most targets have no white space at their edges or those of their codes.</summary>
    private static bool IsTidy(ReadOnlySpan<Inline> parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { Kind: InlineKind.Text, Value: var text })
                continue;
            if (((i == 0 || parts[i - 1].Kind == InlineKind.Open) && char.IsWhiteSpace(text[0])) || ((i + 1 == parts.Length || parts[i + 1].Kind == InlineKind.Close) && char.IsWhiteSpace(text[^1])) || !ReferenceEquals(Clean(text, i > 0, i + 1 < parts.Length), text))
                return false;
        }

        return true;
    }

    /// <summary>The text as sources are compared: NFC, and no white space or anything invisible at all.</summary>
    public static string Bare(string text)
    {
        var clean = Visible(text);
        var kept = Signs(clean);
        return kept == clean.Length ? clean : string.Create(kept, clean, static (bare, from) =>
        {
            var at = 0;
            foreach (var c in from)
            {
                if (!char.IsWhiteSpace(c))
                    bare[at++] = c;
            }
        });
    }

    /// <summary>How many signs <see cref="Bare"/> leaves of a text.</summary>
    public static int BareLength(string text) => Signs(Visible(text));

    private static string Visible(string text)
    {
        text = ComposedText.IsPlain(text) || text.IsNormalized() ? text : text.Normalize();
        return text.AsSpan().ContainsAny(Invisible) ? string.Concat(text.Where(c => !Invisible.Contains(c))) : text;
    }

    private static int Signs(string clean)
    {
        var signs = 0;
        foreach (var c in clean)
            signs += char.IsWhiteSpace(c) ? 0 : 1;
        return signs;
    }

    /// <summary>Whether a character is one that no text has.</summary>
    public static bool IsControl(char c) => c is (< ' ' or '\u007F' or '\uFFFE' or '\uFFFF') and not ('\t' or '\r' or '\n');

    /// <summary>Whether there is anything to read in a content: white space, invisible characters and codes alone are nothing.</summary>
    public static bool IsBlank(Content content)
    {
        foreach (var (kind, value) in content.Parts)
        {
            if (kind == InlineKind.Text && !IsBlank(value))
                return false;
        }

        return true;
    }

    /// <summary>Whether there is nothing to read in a text.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (!IsBlank(c))
                return false;
        }

        return true;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control || c is '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u2800';

    private static string Clean(string text, bool isBehindCode = false, bool isBeforeCode = false)
    {
        text = ComposedText.Of(text);
        if (!text.AsSpan().ContainsAny(Untidy))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\uFEFF' || IsControl(c) || (c is '\u200B' or '\u00AD' && !IsMeant(text, i, isBehindCode, isBeforeCode)))
                continue;
            if (!LineEnds.Contains(c, StringComparison.Ordinal))
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] is not (' ' or '\t'))
                clean.Append(' ');
        }

        return clean.ToString();
    }

    /// <summary>
    /// Whether an invisible character says where a word may be parted, as in Thai and in long German words: one beside a blank or at an edge, but
    /// for that of a code, is a leftover, and so is a soft hyphen that would part a single letter.
    /// </summary>
    private static bool IsMeant(string text, int at, bool isBehindCode, bool isBeforeCode)
    {
        var least = text[at] == '\u00AD' ? 2 : 1;
        return Parts(-1, isBehindCode) && Parts(1, isBeforeCode);

        bool Parts(int step, bool isBesideCode)
        {
            for (var i = 1; i <= least; i++)
            {
                var beside = at + (step * i);
                if (beside < 0 || beside >= text.Length)
                    return isBesideCode && i == 1;
                if (IsBlank(text[beside]) || (least > 1 && !char.IsLetter(text[beside])))
                    return false;
            }

            return true;
        }
    }

    private static void MoveSpacesOut(List<Inline> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Kind != InlineKind.Text || string.IsNullOrWhiteSpace(parts[i].Value))
                continue;
            if (i > 0 && parts[i - 1].Kind == InlineKind.Open && parts[i].Value.TrimStart(' ') is var start && start.Length < parts[i].Value.Length)
            {
                parts[i] = parts[i] with { Value = start };
                parts.Insert(i - 1, new Inline(InlineKind.Text, " "));
                i++;
            }

            if (i + 1 < parts.Count && parts[i + 1].Kind == InlineKind.Close && parts[i].Value.TrimEnd(' ') is var end && end.Length < parts[i].Value.Length)
            {
                parts[i] = parts[i] with { Value = end };
                parts.Insert(i + 2, new Inline(InlineKind.Text, " "));
            }
        }
    }
}
