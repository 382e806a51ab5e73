using System.Globalization;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Publishing;

/// <summary>The quotation marks of a language.</summary>
/// <param name="Open">Before a quotation.</param>
/// <param name="Close">After it.</param>
/// <param name="InnerOpen">Before a quotation within a quotation.</param>
/// <param name="InnerClose">After it.</param>
public sealed partial record QuoteStyle(string Open, string Close, string InnerOpen, string InnerClose)
{
    /// <summary>What marks can be made of.</summary>
    public const string Signs = "“”„‟‘’‚‛«»‹›「」『』";

    private const char Apostrophe = '’';

    /// <summary>What may stand inside marks, beside the words.</summary>
    internal const string Spaces = " \u00A0\u202F";

    /// <summary>Words that are written with an apostrophe before them, and begin no quotation: ’em, ’til, ’s ist.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Shortened =
        Words("em", "n", "til", "tis", "twas", "twere", "twill", "twould", "twixt", "tween", "neath", "gainst", "kay", "s", "t", "ne", "nen", "ner", "nem", "ns");

    /// <summary>Words that may be such a word, or the first of a quotation.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Doubtful = Words("bout", "cause", "cos", "fore", "mid", "round");

    /// <summary>True when every mark is one of <see cref="Signs"/>, with a space inside where the language has one.</summary>
    public bool IsKnown => new[] { Open, Close, InnerOpen, InnerClose }.All(m => m.Count(Signs.Contains) == 1 && m.All(c => Signs.Contains(c, StringComparison.Ordinal) || Spaces.Contains(c, StringComparison.Ordinal)));

    /// <summary>Whether a sign is a quotation mark, straight ones among them.</summary>
    internal static bool IsMark(char sign) => sign is '"' or '\'' || Signs.Contains(sign, StringComparison.Ordinal);

    private bool HasApostrophe => (Close + InnerClose).Contains(Apostrophe, StringComparison.Ordinal);

    /// <summary>
    /// Puts these marks in the place of those that stand in a text, by how deep they stand. Apostrophes and primes are none; an
    /// apostrophe gets the form of these marks. A text whose marks do not pair up, or may be apostrophes, is left as it is.
    /// </summary>
    /// <param name="words">The text.</param>
    /// <returns>False when the marks do not pair up.</returns>
    internal bool Set(UnitWords words)
    {
        // The values of attributes are a site generator's, whatever tag they stand in.
        var text = Attribute().Replace(words.Text, value => new string('x', value.Length));
        if (Marks(text) is not { } marks)
            return false;
        foreach (var (at, isOpen, depth) in marks)
        {
            words.Now[at] = isOpen ? depth % 2 == 0 ? Open : InnerOpen : depth % 2 == 0 ? Close : InnerClose;
            // Spaces inside belong to the marks, which bring their own.
            for (var inside = isOpen ? at + 1 : at - 1; inside >= 0 && inside < text.Length && text[at] is '«' or '»' or '‹' or '›' && Spaces.Contains(text[inside], StringComparison.Ordinal); inside += isOpen ? 1 : -1)
                words.Now[inside] = "";
        }

        var quotes = marks.Select(m => m.At).ToHashSet();
        for (var at = 0; HasApostrophe && at < text.Length; at++)
        {
            if (text[at] == '\'' && !quotes.Contains(at) && ((at > 0 && IsInWord(text[at - 1])) || IsShort(text, at)))
                words.Now[at] = Apostrophe.ToString();
        }

        return true;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) => words.ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a mark stands for what was left out at the beginning of a word or a year: ’em, ’90s.</summary>
    private static bool IsShort(string text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            return false;
        return Shortened.Contains(WordAfter(text, at)) || (at + 2 < text.Length && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2]) && !(at + 3 < text.Length && (char.IsDigit(text[at + 3]) || HasNoApostrophe(text[at + 3]))));
    }

    private static ReadOnlySpan<char> WordAfter(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(at + 1, end - at - 1);
    }

    /// <summary>The quotation marks of a text with their depth, from 0; null when they do not pair up.</summary>
    private static List<(int At, bool IsOpen, int Depth)>? Marks(string text)
    {
        var marks = new List<(int At, bool IsOpen, int Depth)>();
        var open = new Stack<(char Sign, int At)>();
        for (var i = 0; i < text.Length; i++)
        {
            var role = RoleOf(text, i, open.TryPeek(out var top) ? top.Sign : '\0');
            if (role == Role.Unclear)
                return null;
            if (role == Role.Open)
            {
                if (text[i] is '\'' or '‘' && Doubtful.Contains(WordAfter(text, i)))
                    return null;
                marks.Add((i, true, open.Count));
                open.Push((text[i], i));
            }
            else if (role == Role.Close)
            {
                if (!open.TryPop(out var own) || !Closers(own.Sign).Contains(text[i], StringComparison.Ordinal))
                    return null;
                marks.Add((i, false, open.Count));
            }
        }

        // A speech that goes on in the next paragraph is closed there.
        var goesOn = open.Count == 1 && string.IsNullOrWhiteSpace(text[..open.Peek().At]) && !Undirected.Contains(open.Peek().Sign, StringComparison.Ordinal);
        // At the outside, these are the marks of titles of books and the like, not of speech.
        return open.Count == 0 || goesOn ? [.. marks.Where(m => m.Depth > 0 || text[m.At] is not ('『' or '』'))] : null;
    }

    private const string Undirected = "\"'";

    private static string Closers(char opener) => opener switch
    {
        '“' or '‟' or '”' => "”",
        '„' => "“”",
        '"' => "\"",
        '‘' => "’",
        '‚' => "‘’",
        '\'' => "'",
        '«' => "»",
        '»' => "«",
        '‹' => "›",
        '›' => "‹",
        '「' => "」",
        '『' => "』",
        _ => "",
    };

    private static Role RoleOf(string text, int at, char top)
    {
        var sign = text[at];
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        switch (sign)
        {
            case '“' or '‘' when Closers(top).Contains(sign, StringComparison.Ordinal):
                return Role.Close;
            case '‘' when char.IsDigit(after) || IsShort(text, at):
                return Role.None;
            case '“' or '„' or '‟' or '‘' or '‚' or '「' or '『':
                return Role.Open;
            case '」' or '』':
                return Role.Close;
            case '«' or '»' or '‹' or '›':
                return Closers(top).Contains(sign, StringComparison.Ordinal) ? Role.Close : Role.Open;
            case '”':
                return Closers(top).Contains(sign, StringComparison.Ordinal) || !char.IsWhiteSpace(before) ? Role.Close : Role.Open;
            case '"' when IsInWord(before) && IsInWord(after):
                return Role.None;
            case '"' when top == '"':
                return IsBeforeQuotation(before) && !IsAfterQuotation(after) ? Role.Unclear : Role.Close;
            case '"':
                return char.IsDigit(before) ? Role.None : !IsBeforeQuotation(before) && IsAfterQuotation(after) ? Role.Unclear : Role.Open;
            case '’':
                return "‘‚".Contains(top, StringComparison.Ordinal) && !IsApostrophe(text, at, before, after, '’') ? Role.Close : Role.None;
            case '\'':
                var isLeftOut = after is 'n' or 'N' && at + 2 < text.Length && text[at + 2] == '\'';
                var mayOpen = !isLeftOut && !IsShort(text, at) && !BeginsNumber(text, at + 1) && !IsOfWord(before) && !char.IsWhiteSpace(after) && IsClosedLater(text, at, '\'');
                if (top != '\'')
                    return mayOpen ? Role.Open : Role.None;
                return mayOpen && char.IsWhiteSpace(before) && char.IsLetter(after) ? Role.Unclear : IsApostrophe(text, at, before, after, '\'') ? Role.None : Role.Close;
            default:
                return Role.None;
        }
    }

    /// <summary>Whether a straight mark beside a letter stands in a word, as in צה״ל; what is written without spaces or with particles has words on both sides of quotation marks.</summary>
    private static bool IsInWord(char beside) => (char.IsLetter(beside) || char.GetUnicodeCategory(beside) == UnicodeCategory.NonSpacingMark) && !HasNoApostrophe(beside);

    private static bool IsOfWord(char beside) => char.IsDigit(beside) || IsInWord(beside);

    /// <summary>Whether a letter is of Korean, Chinese or Japanese, which leave nothing out.</summary>
    private static bool HasNoApostrophe(char letter) => letter is (>= '\u1100' and <= '\u11FF') or (>= '\u2E80' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF') or >= '\uFF00';

    /// <summary>Whether a number begins at a place, other than one that is a word with the letters after it, as in 90년대.</summary>
    private static bool BeginsNumber(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsDigit(text[end]))
            end++;
        return end > at && !(end < text.Length && HasNoApostrophe(text[end]));
    }

    private static bool IsBeforeQuotation(char before) => char.IsWhiteSpace(before) || before is '¿' or '¡'
        || char.GetUnicodeCategory(before) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.DashPunctuation;

    private static bool IsAfterQuotation(char after) => char.IsWhiteSpace(after) || after is '.' or ',' or ';' or ':' or '!' or '?' or '…' or '。' or '、'
        || char.GetUnicodeCategory(after) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.DashPunctuation;

    /// <summary>Between letters, before what was left out (’90s), or after a plural that owns something, when the quotation is closed later.</summary>
    private static bool IsApostrophe(string text, int at, char before, char after, char sign) =>
        (IsOfWord(before) && IsOfWord(after))
        || (char.IsWhiteSpace(before) && char.IsLetterOrDigit(after))
        || (before is 's' or 'S' or 'z' or 'x' && after == ' ' && at + 2 < text.Length && char.IsLower(text[at + 2]) && IsClosedLater(text, at, sign));

    /// <summary>Whether a mark that can close stands later, before another opens.</summary>
    private static bool IsClosedLater(string text, int at, char sign)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '‘')
                return false;
            if (text[i] == sign && !char.IsWhiteSpace(text[i - 1]) && !(i + 1 < text.Length && IsOfWord(text[i + 1])))
                return true;
        }

        return false;
    }

    [GeneratedRegex("""(?<=(?<![\w-])[A-Za-z_][\w:.-]*\s*=\s*)(?:"[^"]*"|'[^']*')""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    private enum Role
    {
        None,
        Open,
        Close,

        /// <summary>It stands like one that opens where one has to close, or the other way round.</summary>
        Unclear,
    }
}
