using System.Buffers;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Units;

/// <summary>To which of its neighbours a unit belongs.</summary>
/// <param name="IsLed">Whether to what stands right before it: to a heading, the cells before it in its row, the item under which it is, the words before a quotation, the picture above it, the quotation of which it says whose it is.</param>
/// <param name="Leads">Whether to what comes right behind it: a heading, a question, a label, what announces a list, a table or a quotation, the title of a box, a quotation with whose it is below it.</param>
/// <param name="Depth">How far it is set in, for an item of a list.</param>
internal readonly partial record struct Lead(bool IsLed, bool Leads, int Depth)
{
    /// <summary>A longer paragraph is more than a label, or a line that announces something.</summary>
    private const int LongestLabel = 30, LongestLine = 120;

    /// <summary>So much is looked at around a unit, in characters.</summary>
    private const int Width = 300;

    /// <summary>What ends words behind their last sign.</summary>
    private const string Closings = "*_\"'”’」』)）]〉》 \t";

    /// <summary>A line that began farther before has words before a unit.</summary>
    private const int LongestLineStart = 2_000;

    private const string Dashes = "—–―─-~";

    private static readonly string[] BoxSigns = [":::", "!!!", "???", "===", "{{<", "{{%", "{%", "<"];

    private static readonly SearchValues<string> Addresses = SearchValues.Create(["src=", "href=", "link=", "://"], StringComparison.OrdinalIgnoreCase);

    /// <summary>That of each unit.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="units">Its units.</param>
    /// <param name="columns">The columns of its tables.</param>
    public static Lead[] Of(string text, IReadOnlyList<(UnitKind Kind, UnitPlace Place)> units, TableColumns columns)
    {
        var leads = new Lead[units.Count];
        var closing = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < leads.Length; i++)
        {
            var (kind, place) = units[i];
            UnitKind? before = i > 0 ? units[i - 1].Kind : null, after = i + 1 < leads.Length ? units[i + 1].Kind : null;
            var depth = kind == UnitKind.ListItem ? Indent(text, place.Start) : 0;
            var isOfQuotation = kind == UnitKind.Paragraph && before == UnitKind.Quotation && IsLabel(text, place);
            var isLed = (before, kind) switch
            {
                (_, UnitKind.TableCell) => columns[i].Column > 0,
                (UnitKind.Heading, _) or (UnitKind.ImageAlt, UnitKind.Paragraph) => true,
                (UnitKind.Paragraph, UnitKind.Quotation) => !leads[i - 1].IsLed || units[Math.Max(0, i - 2)].Kind != UnitKind.Quotation,
                (UnitKind.ListItem, UnitKind.ListItem) => depth > leads[i - 1].Depth,
                _ => isOfQuotation,
            };
            leads[i] = new Lead(isLed, kind switch
            {
                UnitKind.Heading => true,
                UnitKind.Title or UnitKind.Attribute => OpensBox(text, place),
                UnitKind.Paragraph => !isOfQuotation && before != UnitKind.ImageAlt && LeadsOn(text, place, before, after),
                _ => false,
            }, depth);
            // A quotation is known by whose it is, where that stands below it.
            if (isOfQuotation)
                leads[i - 1] = leads[i - 1] with { Leads = true };
            if (leads[i].Leads && kind == UnitKind.Paragraph && Closes(text, place, after))
                closing.Add(text[place.Start..place.End]);
        }

        // What closes something once closes it wherever it says the same.
        for (var i = 0; closing.Count > 0 && i < leads.Length; i++)
        {
            if (leads[i].Leads && units[i] is (UnitKind.Paragraph, var place) && closing.Contains(text[place.Start..place.End]))
                leads[i] = leads[i] with { Leads = false };
        }

        return leads;
    }

    /// <summary>
    /// Whether a paragraph ends with a colon, is a question of an interview or bold as a whole, or stands right before a list, a table or a quotation and says that something follows. What stands below another table, list or quotation may be a note on that.
    /// </summary>
    private static bool LeadsOn(string text, UnitPlace place, UnitKind? before, UnitKind? after)
    {
        var words = text.AsSpan(place.Start..place.End);
        if (words.TrimEnd(Closings) is [.., ':' or '：'] || IsBold(text, place) || (words.TrimEnd(Closings) is [.., '?' or '？'] && Asking().IsMatch(text, LineStart(text, place.Start))))
            return true;
        return after is UnitKind.ListItem or UnitKind.TableCell or UnitKind.Quotation && words.Length <= LongestLine
            && (Announcing().IsMatch(words) || (IsLabel(text, place) && before is not (UnitKind.ListItem or UnitKind.TableCell or UnitKind.Quotation or UnitKind.Caption)) || (after == UnitKind.Quotation && before != UnitKind.Quotation && Saying().IsMatch(words)));
    }

    /// <summary>Whether nothing can be announced where a unit stands: a heading, a rule or the end of a box or of the article comes behind it.</summary>
    private static bool Closes(string text, UnitPlace place, UnitKind? after)
    {
        if (after is null or UnitKind.Heading)
            return true;
        var below = text.AsSpan(place.End..Math.Min(text.Length, place.End + Width));
        below = below[Math.Max(0, below.IndexOf('\n'))..].TrimStart("> \t\r\n");
        return text.AsSpan(place.End).TrimStart("*_ \t").StartsWith("</p></") || End().IsMatch(below[..(below.IndexOf('\n') is >= 0 and var line ? line : below.Length)]);
    }

    /// <summary>Whether a paragraph is a few words and no sentence, or begins with a dash.</summary>
    private static bool IsLabel(string text, UnitPlace place) => text.AsSpan(place.Start..place.End) is var words
        && (Dashes.Contains(words[0], StringComparison.Ordinal) || text.AsSpan(0, place.Start).TrimEnd(' ') is [.., '—' or '–' or '―' or '─']
            || (words.Length <= LongestLabel && words.TrimEnd(Closings) is not [.., '.' or '!' or '…' or '。' or '?' or '？' or ':' or '：' or ',']));

    private static bool IsBold(string text, UnitPlace place) =>
        text.AsSpan(0, place.Start) is var before && text.AsSpan(place.End) is var after
        && ((before.EndsWith("**") && after.StartsWith("**") && IsEnd(after[2..])) || (before.EndsWith("__") && after.StartsWith("__") && IsEnd(after[2..])));

    private static bool IsEnd(ReadOnlySpan<char> rest) => rest.TrimStart(" \t*_") is [] or ['\r' or '\n', ..];

    /// <summary>Whether the words of a tag, or behind a sign, that begins a line open a box, and belong to no picture and no link.</summary>
    private static bool OpensBox(string text, UnitPlace place)
    {
        var start = LineStart(text, place.Start);
        if (place.Start - start > Width)
            return false;
        var whole = text.AsSpan(start..Math.Min(text.Length, place.End + Width));
        whole = whole[..(whole[(place.Start - start)..].IndexOf('\n') is >= 0 and var line ? place.Start - start + line : whole.Length)];
        return BoxSigns.Any(s => text.AsSpan(start, place.Start - start).TrimStart("> \t").StartsWith(s, StringComparison.Ordinal)) && !whole.ContainsAny(Addresses);
    }

    /// <summary>How far the line of a place is set in.</summary>
    private static int Indent(string text, int at)
    {
        var line = text.AsSpan(LineStart(text, at)..at);
        return line.Length - line.TrimStart(' ').Length;
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1, Math.Min(at, LongestLineStart)) is >= 0 and var end ? end + 1 : at <= LongestLineStart ? 0 : at;

    /// <summary>With what a line begins that asks, where it is not bold: a mark of questions, a dash, who asks, or the mark of a line in italics.</summary>
    [GeneratedRegex(@"\G[> \t]*(?:\*\*|__)?(?:(?:[―—–▲△▶▷◆◇■□●○◎→※Q문]|질문|Q\d+|\\?-)(?=[ .:)\]\p{IsHangulSyllables}])|[\p{IsHangulSyllables}A-Za-z ]{1,10}[:：](?:\*\*|__)?[ \t]|(?:\*|_)(?=[^*_\s][^*_\n]*[?？][”’]?(?:\*|_)[ \t]*\r?(?:\n|$)))", RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    /// <summary>Words that say that something follows.</summary>
    [GeneratedRegex(@"다음|아래|이렇게|이러|이렇다|이와 같|^[(\[<]단위|following|below|as follows|以下|次の|如下", RegexOptions.CultureInvariant)]
    private static partial Regex Announcing();

    /// <summary>A verb of saying at the end.</summary>
    [GeneratedRegex(@"(?:말|전|밝|답|설명|토로|증언|주장|호소|강조|지적|회고|반문|고백|하소연|물|털어놓|적|썼)[가-힣]{0,4}다[.。]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Saying();

    /// <summary>A line with which a part of an article ends.</summary>
    [GeneratedRegex(@"^(?:(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|:{3,}[ \t]*\r?$|</(?!p>)|<hr\b|\{\{[<%][ \t]*/|\{%-?[ \t]*end)", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
