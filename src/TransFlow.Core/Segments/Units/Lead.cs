using System.Buffers;

namespace TransFlow.Core.Segments.Units;

/// <summary>To which of its neighbours a unit belongs.</summary>
/// <param name="IsLed">Whether to what stands right before it: to a heading, the cells before it in its row, the item under which it is, the words before a quotation, the picture above it, the quotation of which it says whose it is.</param>
/// <param name="Leads">Whether to what comes right behind it: a heading, a question, a label, what announces a list, a table or a quotation, the title of a box.</param>
/// <param name="Depth">How far it is set in, for an item of a list.</param>
internal readonly record struct Lead(bool IsLed, bool Leads, int Depth)
{
    /// <summary>A longer paragraph is more than a label, or a line that announces something.</summary>
    private const int LongestLabel = 30, LongestLine = 120;

    /// <summary>What ends words behind their last sign.</summary>
    private const string Closings = "*_\"'”’」』)）]〉》 \t";

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
                (UnitKind.Paragraph, UnitKind.Quotation) => leads[i - 1].Leads,
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
        }

        return leads;
    }

    /// <summary>Whether a paragraph is a question, ends with a colon, is bold as a whole, stands right before a quotation; or is a line before a list or a table, or a label.</summary>
    private static bool LeadsOn(string text, UnitPlace place, UnitKind? before, UnitKind? after) =>
        text.AsSpan(place.Start..place.End).TrimEnd(Closings) is [.., '?' or '？' or ':' or '：'] || IsBold(text, place) || after == UnitKind.Quotation
        || (after is UnitKind.ListItem or UnitKind.TableCell && IsLine(text, place, before))
        || (after == UnitKind.Paragraph && before is UnitKind.Paragraph or UnitKind.Heading && IsLabel(text, place) && text[place.Start] is not ('(' or '['));

    /// <summary>Whether a paragraph is one short sentence, or none, that says nothing of what stands above it.</summary>
    private static bool IsLine(string text, UnitPlace place, UnitKind? before) =>
        place.End - place.Start <= LongestLine && !text.AsSpan(place.Start..place.End).ContainsAny("\n") && !text.AsSpan(place.Start..place.End).Contains(". ", StringComparison.Ordinal)
        && !(before == UnitKind.TableCell && IsLabel(text, place) && text[place.Start] is not ('(' or '['));

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
        var end = text.IndexOf('\n', place.End) is >= 0 and var line ? line : text.Length;
        var whole = text.AsSpan(start..end);
        return BoxSigns.Any(s => text.AsSpan(start, place.Start - start).TrimStart("> \t").StartsWith(s, StringComparison.Ordinal)) && !whole.ContainsAny(Addresses);
    }

    /// <summary>How far the line of a place is set in.</summary>
    private static int Indent(string text, int at)
    {
        var line = text.AsSpan(LineStart(text, at)..at);
        return line.Length - line.TrimStart(' ').Length;
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
}
