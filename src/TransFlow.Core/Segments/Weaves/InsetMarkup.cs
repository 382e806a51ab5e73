using System.Text;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Writes words that stand inside markup: alternative texts, titles, values of attributes and options.</summary>
internal static class InsetMarkup
{
    /// <summary>Stands for the first sign of markup on the way, the next characters for the next: no characters either.</summary>
    private const char FirstMark = '\uFDE0';

    /// <summary>Signs of quoting, and what stands for them on the way: no characters (Unicode 23.7).</summary>
    private static readonly (char Sign, char Stand)[] Quoting = [('"', '\uFDD0'), ('\'', '\uFDD1'), ('`', '\uFDD2'), ('\\', '\uFDD3')];

    /// <summary>Signs that mark words in pairs.</summary>
    private const string Alone = "*_~";

    /// <summary>A picture is looked at with no more than so many characters of its paragraph at either side.</summary>
    private const int Beside = 2_000;

    /// <summary>Words inside markup, quoted as the source quotes them.</summary>
    /// <param name="text">The source article.</param>
    /// <param name="place">Where they stand.</param>
    /// <param name="contents">The words.</param>
    /// <param name="wholly">True to escape every sign.</param>
    /// <param name="isMdx">Whether the article is MDX.</param>
    /// <param name="hasFormulas">Whether the site reads formulas between dollar signs: one may begin in an alternative text or a title and end behind it.</param>
    public static string Of(string text, UnitPlace place, Content contents, bool wholly, bool isMdx, bool hasFormulas)
    {
        var inset = place.Inset!;
        if (inset.IsOfOption)
            return OptionValue.Written(text, inset, contents.Text);
        if (inset.IsBare)
            return HexoTag.Written(text, inset, contents.Text);
        if ((inset.Pieces.IsEmpty || inset.IsHugo) && inset is { Key: not null, IsHtml: false, Kind: not UnitKind.Title })
            return Attribute(text, inset, Words(text, place, contents, wholly, isMdx));
        // Within a link marked counts no brackets in it.
        var isLinked = inset.Key is null && (text.AsSpan(0, place.Start).EndsWith("[![") || (contents.Text.AsSpan().ContainsAny('[', ']') && IsInBrackets(text.AsSpan(Math.Max(0, place.Start - Beside)..place.Start))));
        var altPlain = inset.Key is not null || wholly ? null : contents.Parts.Length == 1 && contents.Text.AsSpan().ContainsAny(Alone) && IsAlone(text, place) ? Alone : "";
        var made = new StringBuilder();
        foreach (var (i, (kind, value)) in contents.Parts.Index())
        {
            if (kind != InlineKind.Text)
                made.Append(text, place.Code(value).OpenStart, place.Code(value).OpenEnd - place.Code(value).OpenStart);
            else if (inset.Key is null)
                made.Append(Plain(Alternative(InlineEscape.Of(value, value.Contains('|', StringComparison.Ordinal) && TableLines.AreNone(text, place), inset.InCell, inLink: true, beforeLink: false, InlineEscape.HasTildes(contents), wholly, isMdx, altPlain, isLinked), i + 1 < contents.Parts.Length)));
            else
                made.Append(inset.IsHtml ? HtmlMarkup.Value(value) : Plain(Title(value, text[inset.Start], inset.InCell || (value.Contains('|', StringComparison.Ordinal) && TableLines.AreNone(text, place)), wholly)));
        }

        return inset.Key is null ? made.Append(inset.Suffix).ToString() : made.Insert(0, text[inset.Start]).Append(text[inset.End - 1]).ToString();

        string Plain(string words) => hasFormulas ? words.Replace("$", InlineEscape.Reference('$'), StringComparison.Ordinal) : words;

        // What follows words here is a tag in braces.
        string Alternative(string words, bool opens) => isMdx && words.Contains(':', StringComparison.Ordinal) ? TextDirective.Alternative(words, opens, text.AsSpan(inset.Start..inset.End)) : words;
    }

    /// <summary>Whether brackets are open in the line around a picture, as those of a link are.</summary>
    /// <param name="before">What stands before the picture's words.</param>
    private static bool IsInBrackets(ReadOnlySpan<char> before)
    {
        if (!before.EndsWith("!["))
            return false;
        var open = 0;
        for (var i = before.Length - 3; i >= 0 && before[i] is not ('\n' or '\r'); i--)
        {
            if (before[i] is '[' or ']' && !(i > 0 && before[i - 1] == '\\'))
                open += before[i] == '[' ? 1 : -1;
            if (open > 0)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether no mark stands in the paragraph of a picture that another one in its words might be paired with, by whoever does not read the picture first. The first pair of brackets behind the words is its address.
    /// </summary>
    private static bool IsAlone(string text, UnitPlace place)
    {
        var before = text.AsSpan(Math.Max(0, place.Start - Beside)..place.Start);
        var after = text.AsSpan(place.End..Math.Min(text.Length, place.End + Beside));
        var address = after.StartsWith("](") ? after[..(after.IndexOfAny(')', '\n') + 1)] : [];
        var start = Math.Max(before.LastIndexOf("\n\n"), before.LastIndexOf("\n\r\n"));
        before = before[Math.Max(0, start)..];
        after = after[address.Length..];
        after = after.IndexOf("\n\n") is >= 0 and var end ? after[..end] : after;
        after = after.IndexOf("\n\r\n") is >= 0 and var other ? after[..other] : after;
        // What another link or picture says beside its address may be translated, too.
        return address.EndsWith(")") && !address.ContainsAny(" \t*~") && !before.Contains("](", StringComparison.Ordinal) && !after.Contains("](", StringComparison.Ordinal) && before.Count("![") == 1 && !before.ContainsAny(Alone) && !after.ContainsAny(Alone) && !after.Contains("![", StringComparison.Ordinal);
    }

    /// <summary>The words of an attribute with the codes among them, before they stand between its marks.</summary>
    private static string Words(string text, UnitPlace place, Content contents, bool wholly, bool isMdx)
    {
        var inset = place.Inset!;
        var codes = contents.Parts.Where(p => p.Kind != InlineKind.Text).Select(p => inset.Written(text, place.Code(p.Value))).ToList();
        var stand = Shortcodes.Unused(contents.Text);
        var words = codes.Count == 0 ? contents.Text : string.Concat(contents.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : stand.ToString()));
        if (inset.IsMarkdown)
            words = Markdown(words, inset.Marks, wholly, isMdx, InlineEscape.HasTildes(contents));
        if (inset.IsOfInclude && !inset.Text.Contains(ShortcodeQuotes.Variable, StringComparison.Ordinal))
            words = ShortcodeQuotes.WithoutVariables(words);
        // Hugo takes all backslashes away where it takes any.
        if (inset.IsMarkdown && codes.Exists(c => c.Contains('"', StringComparison.Ordinal)))
            words = InlineEscape.AsReferences(words);
        return codes.Count == 0 ? words : string.Concat(words.Split(stand).Select((w, i) => i < codes.Count ? w + codes[i] : w));
    }

    /// <summary>Words of a title, all signs of which are references: kramdown knows no escapes there.</summary>
    private static string Title(string words, char quote, bool escapesBars, bool wholly)
    {
        var made = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            var isHazard = c switch
            {
                // Python-Markdown looks for code and links before it knows of a title.
                '&' or '{' or '`' or '[' or ']' => true,
                '\'' => c == quote || i == 0 || i == words.Length - 1,
                '$' => wholly,
                '|' => escapesBars,
                '\\' => InlineEscape.Escapes(words, i),
                _ => c == quote || (quote == '(' && c == ')'),
            };
            _ = isHazard ? made.Append(InlineEscape.Reference(c)) : made.Append(c);
        }

        return made.ToString();
    }

    /// <summary>Words in an attribute that the site reads as Markdown: the signs of both ways of quoting are references, which mean nothing to the attribute.</summary>
    private static string Markdown(string words, string marks, bool wholly, bool isMdx, bool hasTildes)
    {
        foreach (var (sign, stand) in Quoting.Where(q => !marks.Contains(q.Sign, StringComparison.Ordinal)))
            words = words.Replace(sign, stand);
        // What the source has as markup is the translator's to write.
        foreach (var (i, mark) in marks.Index())
            words = words.Replace(mark, (char)(FirstMark + i));
        var start = words.Length - words.TrimStart().Length;
        words = words[..start] + InlineEscape.Of(words[start..], escapesBars: false, inCell: false, inLink: false, beforeLink: false, hasTildes, wholly, isMdx);
        foreach (var (i, mark) in marks.Index())
            words = words.Replace((char)(FirstMark + i), mark);
        words = words[..start] + LineStart.Escape(words[start..]);
        foreach (var (sign, stand) in Quoting)
            words = words.Replace(stand.ToString(), InlineEscape.Reference(sign), StringComparison.Ordinal);
        return words;
    }

    /// <summary>The words of an attribute in a tag of braces.</summary>
    private static string Attribute(string text, Inset inset, string words)
    {
        var quote = text[inset.Start];
        if (inset.IsBracketed)
            return $"{quote}{ShortcodeQuotes.Bracketed(words)}{quote}";
        if (ShortcodeQuotes.IsLiquid(text, inset.Start))
            words = words.Replace("%}", "%&#125;", StringComparison.Ordinal);
        if (quote != '`' && ShortcodeQuotes.IsBehindColon(text, inset.Start))
            return ShortcodeQuotes.BehindColon(words, quote);
        if (inset.IsOfInclude && !inset.Text.Contains(ShortcodeQuotes.Variable, StringComparison.Ordinal))
            return $"{quote}{ShortcodeQuotes.Included(words, quote)}{quote}";
        if (inset.IsHugo)
        {
            // A backslash before the mark would take it in, and beside an escaped one it is gone: such words stand between backticks, or a space that nobody sees stands behind them.
            // An apostrophe is no quotation mark to Hugo: between two of them stand the words of one value only as long as they have no blank.
            var mark = '"';
            if ((quote == '`' || words.EndsWith('\\') || (words.Contains('\\', StringComparison.Ordinal) && words.Contains(mark, StringComparison.Ordinal))) && !words.Contains('`', StringComparison.Ordinal))
                return $"`{words}`";
            return $"{mark}{ShortcodeQuotes.Marked(words, mark)}{(words.EndsWith('\\') ? " " : "")}{mark}";
        }

        return quote == '`' && !words.Contains('`', StringComparison.Ordinal) ? $"`{words}`"
            : quote == '`' ? $"\"{Escaped(words, '"')}\""
            : $"{quote}{Escaped(words, quote)}{quote}";
    }

    private static string Escaped(string words, char quote) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(quote.ToString(), $"\\{quote}", StringComparison.Ordinal);
}
