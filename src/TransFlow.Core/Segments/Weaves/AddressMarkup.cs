using System.Text;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Writes addresses that stand bare in the source such that they are links wherever a target has them.</summary>
/// <param name="text">The source article.</param>
/// <param name="isMdx">Whether the article is MDX.</param>
internal sealed class AddressMarkup(string text, bool isMdx)
{
    /// <summary>Stand around an address while nothing is known of what comes after it. No article has them.</summary>
    private const char Start = '\u0001', End = '\u0002';

    /// <summary>Those that are marked, in order.</summary>
    private readonly Queue<CodeSource> _marked = new();

    /// <summary>Begins another unit.</summary>
    public void Begin() => _marked.Clear();

    /// <summary>An address as it stands in a line that is not whole yet.</summary>
    /// <param name="address">The address.</param>
    /// <param name="code">The address in the source.</param>
    public string Marked(ReadOnlySpan<char> address, CodeSource code)
    {
        _marked.Enqueue(code);
        return $"{Start}{address}{End}";
    }

    /// <summary>Whether a bare address stands right behind a tag in the source.</summary>
    /// <param name="text">The source.</param>
    /// <param name="code">The address.</param>
    public static bool FollowsTag(string text, CodeSource code) => code is { Words: not null, OpenStart: > 0 } && text[code.OpenStart - 1] is '>' or ']' or '}';

    /// <summary>The place of the last address that is bare in the source; -1 for none.</summary>
    public static int Last(Content contents, UnitPlace place)
    {
        for (var i = contents.Parts.Length - 1; i >= 0; i--)
        {
            if (contents.Parts[i].Kind == InlineKind.Standalone && place.Code(contents.Parts[i].Value).Words is not null)
                return i;
        }

        return -1;
    }

    /// <summary>Words that open no bracket without closing it: behind one, micromark knows no bare address.</summary>
    /// <param name="words">The words before an address.</param>
    /// <param name="closing">How many brackets are closed behind it, where the source has its address between some, too.</param>
    public static string Before(string words, int closing)
    {
        var open = new Stack<int>();
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (words[i] is not ('[' or ']') || (i - words.AsSpan(0, i).TrimEnd('\\').Length) % 2 == 1)
                continue;
            if (words[i] == ']')
                closing++;
            else if (closing > 0)
                closing--;
            else
                open.Push(i);
        }

        var (made, from) = (new StringBuilder(words.Length + open.Count), 0);
        foreach (var at in open)
        {
            made.Append(words, from, at - from).Append('\\');
            from = at;
        }

        return made.Append(words, from, words.Length - from).ToString();
    }

    /// <summary>Writes addresses that are bare in the source: bare again where they are links as they stand, else such that they are.</summary>
    public string Linked(string made, UnitPlace place, bool inCell, bool isHugo)
    {
        var linked = new StringBuilder(made.Length);
        var at = 0;
        for (int start; (start = made.IndexOf(Start, at)) >= 0;)
        {
            linked.Append(made, at, start - at);
            var end = made.IndexOf(End, start);
            var address = made[(start + 1)..end];
            at = end + 1;
            var before = linked.Length > 0 ? linked[^1] : place.Start > 0 && !(inCell && text[place.Start - 1] == '|') ? text[place.Start - 1] : '\n';
            var touching = Touching(made.AsSpan(at)).ToString().Replace(Start.ToString(), "", StringComparison.Ordinal).Replace(End.ToString(), "", StringComparison.Ordinal);
            if (!inCell && at + touching.Length >= made.Length)
                touching += Touching(text.AsSpan(place.End)).ToString();
            // Between the very tags that stand around it in the source it is what it was there: the words of an element, or what a shortcode asks for.
            var isBetweenSameTags = _marked.TryDequeue(out var source) && FollowsTag(text, source) && before == text[source.OpenStart - 1] && touching is "" or ['[' or '{', ..] && Touching(text.AsSpan(source.OpenEnd)).SequenceEqual(touching);
            // What stood right behind it in the source the site reads as it did there.
            var endsSurely = EndsForAll(touching) || (source is not null && Touching(text.AsSpan(source.OpenEnd)).SequenceEqual(touching));
            if (isBetweenSameTags || (BareAddress.IsBeforeAddress(before) && !EndsWithEscape(linked) && endsSurely && BareAddress.SeenEnd(address + touching, 0) == address.Length))
                linked.Append(address);
            else if (address.StartsWith("www.", StringComparison.Ordinal))
                linked.Append("[www.").Append(InlineEscape.Of(address[4..], escapesBars: true, inCell, inLink: true, beforeLink: false, hasTildes: true, wholly: false, isMdx)).Append(isHugo ? "](<https://" : "](<http://").Append(address).Append(">)");
            // MDX would take it for a tag.
            else if (isMdx)
                linked.Append('[').Append(InlineEscape.Of(address, escapesBars: true, inCell, inLink: true, beforeLink: false, hasTildes: true, wholly: false, isMdx)).Append("](<").Append(address).Append(">)");
            else
                linked.Append('<').Append(address).Append('>');
        }

        return linked.Append(made, at, made.Length - at).ToString();
    }

    /// <summary>
    /// Whether every renderer ends an address before what touches it there: one mark of punctuation, stops in a row, marks of emphasis. Of others some take a part into the
    /// address: goldmark a bracket that is not the last sign, cmark-gfm a square one, markdown-it a colon, marked all but the last of several.
    /// </summary>
    private static bool EndsForAll(ReadOnlySpan<char> touching) => touching is "" or "," or "!" or "?" or ")" || !touching.ContainsAnyExcept('.') || !touching.ContainsAnyExcept('*');

    /// <summary>Whether what is written ends with a sign behind a backslash, in whose place goldmark knows no address.</summary>
    private static bool EndsWithEscape(StringBuilder made) => made.Length > 1 && made[^2] == '\\' && made[^1] is '*' or '_' or '~' or '(';

    /// <summary>What GFM would take for more of an address that stands before it.</summary>
    private static ReadOnlySpan<char> Touching(ReadOnlySpan<char> after)
    {
        var end = 0;
        while (end < after.Length && after[end] != '<' && !char.IsWhiteSpace(after[end]))
            end++;
        return after[..end];
    }
}
