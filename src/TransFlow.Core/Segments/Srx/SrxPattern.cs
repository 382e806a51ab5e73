using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TransFlow.Core.Segments.Srx;

/// <summary>
/// Turns a regular expression of ICU, which SRX 2.0 prescribes, into one of .NET: code points in braces, quoted runs, classes of POSIX,
/// properties by their long names, possessive quantifiers. What has no equal is an error, never a rule that means something else.
/// </summary>
internal sealed partial class SrxPattern
{
    private const string LineEnds = @"(?:\r\n|[\n\u000B\f\r\u0085\u2028\u2029])";

    /// <summary>The hyphen in a set; behind a backslash it begins no range to .NET.</summary>
    private const string Hyphen = @"\u002D";

    /// <summary>Units that are half a character.</summary>
    private const string Halves = @"[\uD800-\uDFFF]";

    private readonly XElement _where;
    private readonly string _pattern;
    private readonly bool _pairs;
    private readonly StringBuilder _made = new();
    private readonly List<(int First, int Last)> _outside = [];
    private readonly Stack<(int Start, bool IsFree)> _groups = new();
    private readonly SrxEndings _endings = new();
    private int _at;
    private int _lastPiece;
    private bool _isAnyCase;
    private bool _isShort = true;

    /// <summary>Whether white space and comments are none of the expression here.</summary>
    private bool _isFree;

    private SrxPattern(XElement where, string pattern, bool pairs) => (_where, _pattern, _pairs) = (where, pattern, pairs);

    /// <summary>Reads an expression.</summary>
    /// <param name="where">What it stands in.</param>
    /// <param name="pattern">The expression as ICU reads it.</param>
    /// <param name="pairs">True to have sets match characters outside the basic plane, which are two units: slower, and needed for texts with such alone.</param>
    public static SrxPart Of(XElement where, string pattern, bool pairs = false)
    {
        var whole = new SrxPattern(where, pattern, pairs);
        return new SrxPart(whole.Whole(), whole._endings.Whole, whole._isShort);
    }

    private string Whole()
    {
        while (SkipFree() && _at < _pattern.Length)
        {
            var c = _pattern[_at];
            var start = _made.Length;
            switch (c)
            {
                case '\\':
                    Escape(inSet: false);
                    _lastPiece = start;
                    break;
                case '[':
                    Set();
                    _lastPiece = start;
                    break;
                case '(':
                    Group();
                    break;
                case ')':
                    _made.Append(c);
                    _at++;
                    if (!_groups.TryPop(out var opened))
                        throw Wrong("It closes a group that it does not open");
                    (_lastPiece, _isFree) = opened;
                    _endings.Close();
                    break;
                case '|':
                    _made.Append(c);
                    _at++;
                    _endings.Branch();
                    break;
                case '*' or '+' or '?' or '{':
                    Quantifier();
                    break;
                default:
                    Literal();
                    _lastPiece = start;
                    break;
            }
        }

        if (_groups.Count > 0)
            throw Wrong("It opens a group that it does not close");
        return _made.ToString();
    }

    /// <summary>Goes on to what counts, where white space and comments to the end of a line do not.</summary>
    /// <returns>True.</returns>
    private bool SkipFree()
    {
        while (_isFree && _at < _pattern.Length && (char.IsWhiteSpace(_pattern[_at]) || _pattern[_at] == '#'))
        {
            var rest = _pattern.AsSpan(_at);
            _at += rest[0] != '#' ? 1 : rest.IndexOfAny('\n', '\r') is >= 0 and var end ? end : rest.Length;
        }

        return true;
    }

    /// <summary>One character; one outside the basic plane is two units to .NET, and a quantifier behind it means both.</summary>
    private void Literal()
    {
        if (_pairs && _pattern[_at] == '.' && !(_at + 1 < _pattern.Length && _pattern[_at + 1] is '*' or '+'))
        {
            // Any number of units is any number of characters.
            _made.Append("(?:(?!").Append(Halves).Append(").|").Append(SrxPlanes.Branches(SrxPlanes.All)).Append(')');
            _at++;
            _endings.Add(SrxEnding.Any);
            return;
        }

        _endings.Add(_pattern[_at] switch { '^' or '$' => SrxEnding.Nothing, '.' => SrxEnding.Any, var c => Ending(c) });
        var isPair = char.IsHighSurrogate(_pattern[_at]) && _at + 1 < _pattern.Length;
        _made.Append(isPair ? $"(?:{_pattern.AsSpan(_at, 2)})" : _pattern[_at].ToString());
        _at += isPair ? 2 : 1;
    }

    /// <summary>The ending of one character; one that an expression for either case takes for others, too, may be anything.</summary>
    private SrxEnding Ending(char c) =>
        char.IsSurrogate(c) || (_isAnyCase && c > '\u007F' && !(char.IsPunctuation(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter)) ? SrxEnding.Any : SrxEnding.Of(c);

    private void Group()
    {
        // What may stand behind '(?': other kinds of groups mean something else in .NET.
        var group = GroupStart().Match(_pattern, _at);
        if (!group.Success)
            throw Unknown($"The group '{_pattern.AsSpan(_at, Math.Min(4, _pattern.Length - _at))}'");
        _at += group.Length;
        if (group.Groups["comment"].Success)
            return;
        var (settings, isSetting) = (group.Groups["settings"], group.ValueSpan[^1] == ')');
        var wasFree = _isFree;
        var made = group.Value;
        if (settings.Success)
        {
            var minus = (settings.Value + '-').IndexOf('-');
            _isAnyCase |= settings.ValueSpan[..minus].Contains('i');
            // White space and comments are left out here, where .NET and ICU differ.
            if (settings.ValueSpan.Contains('x'))
                _isFree = settings.Value.IndexOf('x') < minus;
            var rest = settings.Value.Replace("x", "", StringComparison.Ordinal).TrimEnd('-');
            made = isSetting ? rest.Length == 0 ? "" : $"(?{rest})" : $"(?{rest}:";
        }

        // A setting such as '(?i)' is whole already.
        if (!isSetting)
        {
            _groups.Push((_made.Length, wasFree));
            _endings.Open(isLook: group.Groups["look"].Success);
        }

        _made.Append(made);
    }

    /// <summary>A quantifier; a possessive one is a greedy one that never gives back; what stands before a place is read backwards, where that hardly ever matters.</summary>
    private void Quantifier()
    {
        var match = Times().Match(_pattern, _at);
        if (!match.Success)
            throw Unknown("A brace that is no quantifier");
        var isPossessive = match.Groups["kind"].Value == "+";
        _endings.Repeat(isNeeded: match.ValueSpan[0] == '+' || match.Groups["least"].ValueSpan.ContainsAnyExcept('0'), isOften: match.ValueSpan[0] != '?');
        var isOpen = match.ValueSpan[0] is '*' or '+' || match.Groups["open"].Success;
        _isShort &= !isOpen;
        _made.Append(isPossessive ? match.Value[..^1] : match.Value);
        // What stands first before a place is read last: once is enough, and all of a long run would be read anew at each of its signs.
        if (isOpen && _lastPiece == 0 && _where.Name.LocalName == "beforebreak" && match.Groups["kind"].Value != "?")
            _made.Append('?');
        if (isPossessive)
            _made.Insert(_lastPiece, "(?>").Append(')');
        _at += match.Length;
    }

    private void Escape(bool inSet)
    {
        if (_at + 1 >= _pattern.Length)
            throw Unknown("The backslash at the end");
        var c = _pattern[_at + 1];
        _at += 2;
        switch (c)
        {
            case 'x' when _at < _pattern.Length && _pattern[_at] == '{':
                Point(Number(Until('}', _at + 1)), inSet);
                break;
            case 'U':
                Point(Number(Fixed(8)), inSet);
                break;
            case 'x' or 'u' or 'c':
                var code = Fixed(c switch { 'x' => 2, 'u' => 4, _ => 1 });
                _made.Append('\\').Append(c).Append(code);
                Piece(c != 'c' && ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? Ending((char)unit) : SrxEnding.Any, inSet);
                break;
            case '0':
                Point(Octal(), inSet);
                break;
            case 'Q':
                Quoted(inSet);
                break;
            case 'p' or 'P':
                Property(c == 'P', inSet);
                break;
            case 'h' or 'H':
                Class(SrxProperties.Blank, () => [], inSet, c == 'H');
                break;
            case 'v' or 'V':
                Class(SrxProperties.Vertical, () => [], inSet, c == 'V');
                break;
            case 'R' when !inSet:
                _made.Append(LineEnds);
                Piece(SrxEnding.Any, inSet);
                break;
            case (>= '1' and <= '9') or 'k':
                throw Unknown("A back reference");
            case 'N' or 'X' or 'R' or 'G' or 'Y' or 'E':
                throw Unknown($"'\\{c}'");
            case 'w' or 'W' or 'd' or 'D' or 's' or 'S':
                Class($@"\{c}", () => SrxPlanes.OfLetter(c), inSet);
                break;
            case '-' when inSet:
                _made.Append(Hyphen);
                break;
            default:
                _made.Append('\\').Append(c);
                Piece(c is 'b' or 'B' or 'A' or 'Z' or 'z' ? SrxEnding.Nothing : char.IsAsciiLetterOrDigit(c) ? SrxEnding.Any : Ending(c), inSet);
                break;
        }
    }

    /// <summary>Adds the ending of a piece; the members of a set are none by themselves.</summary>
    private void Piece(SrxEnding ending, bool inSet)
    {
        if (!inSet)
            _endings.Add(ending);
    }

    /// <summary>A class of characters, in a set or by itself.</summary>
    /// <param name="inside">It as the inside of a set.</param>
    /// <param name="outside">Its characters outside the basic plane.</param>
    /// <param name="inSet">Whether it stands in a set.</param>
    /// <param name="isNot">Whether all others are meant.</param>
    private void Class(string inside, Func<IEnumerable<(int First, int Last)>> outside, bool inSet, bool isNot = false)
    {
        if (!inSet)
        {
            _made.Append(Either($"[{(isNot ? "^" : "")}{inside}]", isNot, outside));
            _endings.Add(!isNot && inside is @"\s" or SrxProperties.Blank or SrxProperties.Vertical ? SrxEnding.Of(' ') : SrxEnding.Any);
            return;
        }

        _made.Append(isNot ? SrxProperties.Others(inside) : inside);
        if (_pairs)
            _outside.AddRange(isNot ? SrxPlanes.Others(outside()) : outside());
    }

    /// <summary>A set, and the characters outside the basic plane that belong to it.</summary>
    private string Either(string set, bool isNot, Func<IEnumerable<(int First, int Last)>> outside)
    {
        if (!_pairs)
            return set switch { "[]" => "(?!)", "[^]" => @"[\s\S]", _ => set };
        var branches = SrxPlanes.Branches(isNot ? SrxPlanes.Others(outside()) : outside());
        var units = set switch { "[]" => "", "[^]" => $@"[\s\S-{Halves}]", _ => $"{set[..^1]}-{Halves}]" };
        return units.Length + branches.Length == 0 ? "(?!)" : $"(?:{units}{(units.Length > 0 && branches.Length > 0 ? "|" : "")}{branches})";
    }

    private string Fixed(int digits)
    {
        if (_at + digits > _pattern.Length)
            throw Unknown("A code point that is too short");
        _at += digits;
        return _pattern[(_at - digits).._at];
    }

    private string Until(char end, int from)
    {
        var to = _pattern.IndexOf(end, from);
        if (to < 0)
            throw Unknown($"A brace without '{end}'");
        _at = to + 1;
        return _pattern[from..to];
    }

    private void Point(int point, bool inSet)
    {
        if (point > 0xFFFF && inSet)
        {
            Member(point);
            return;
        }

        if (point > 0xFFFF)
            _made.Append("(?:").Append(char.ConvertFromUtf32(point)).Append(')');
        else
            _made.Append(CultureInfo.InvariantCulture, $"\\u{point:X4}");
        Piece(point > 0xFFFF ? SrxEnding.Any : Ending((char)point), inSet);
    }

    /// <summary>Up to three digits to the base of eight, of a number below 256.</summary>
    private int Octal()
    {
        var digits = EightDigits().Match(_pattern, _at);
        if (!digits.Success)
            throw Unknown("'\\0' without digits");
        _at += digits.Length;
        return Convert.ToInt32(digits.Value, 8);
    }

    private int Number(string hex) =>
        int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) && point is (>= 0 and <= 0x10FFFF) and not (>= 0xD800 and <= 0xDFFF)
            ? point
            : throw Unknown($"The code point '{hex}'");

    private void Quoted(bool inSet)
    {
        var end = _pattern.IndexOf(@"\E", _at, StringComparison.Ordinal);
        foreach (var rune in _pattern[_at..(end < 0 ? _pattern.Length : end)].EnumerateRunes())
        {
            var c = rune.ToString();
            if (inSet && rune.Value > 0xFFFF)
                _outside.Add((rune.Value, rune.Value));
            else
            {
                _made.Append(inSet && c == "-" ? Hyphen : inSet && c is ("]" or "[" or "^" or "\\") ? $"\\{c}" : Regex.Escape(c));
                Piece(rune.IsBmp ? Ending(c[0]) : SrxEnding.Any, inSet);
            }
        }

        _at = end < 0 ? _pattern.Length : end + 2;
    }

    private void Property(bool isNot, bool inSet)
    {
        var name = _at < _pattern.Length && _pattern[_at] == '{' ? Until('}', _at + 1) : Fixed(1);
        var negated = isNot ^ name.StartsWith('^');
        Named(name.TrimStart('^'), negated, inSet);
    }

    private void Named(string name, bool isNot, bool inSet)
    {
        if (!SrxProperties.TryFind(name, out var inside, out var outside))
            throw Unknown($"The property '{name}'");
        Class(inside, outside, inSet, isNot);
    }

    /// <summary>A set. The members of sets in it are members too; .NET has no other sets in sets.</summary>
    private void Set()
    {
        if (NamedSet().Match(_pattern, _at) is { Success: true } named)
        {
            _at += named.Length;
            Named(named.Groups["name"].Value, named.Groups["not"].Length > 0, inSet: false);
            return;
        }

        var (outer, start) = (_made.Length, _at);
        _outside.Clear();
        _made.Append('[');
        _at++;
        var isNot = IsNegated();
        Members();
        var inside = _made.ToString(outer + 1, _made.Length - outer - 1);
        _made.Length = outer;
        _made.Append(Either($"[{(isNot ? "^" : "")}{inside}]", isNot, () => _outside));
        var few = FewMembers().Match(_pattern, start, _at - start);
        _endings.Add(few.Success ? few.Groups["member"].Captures.Select(m => m.Value == @"\s" ? SrxEnding.Of(' ') : Ending(m.ValueSpan[^1])).Aggregate((all, one) => all.Or(one)) : SrxEnding.Any);
    }

    /// <summary>A member of a set that lies outside the basic plane, and the range that it begins; all of it is taken.</summary>
    private void Member(int first)
    {
        if (_made[^1] == '-')
            throw Unknown("A range that leaves the basic plane");
        var last = first;
        if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] is not (']' or '[' or '-'))
        {
            _at++;
            last = Code();
            if (last < first)
                throw Unknown("A range that ends before it begins");
        }

        _outside.Add((first, last));
    }

    /// <summary>The code point at which a range ends that began outside the basic plane.</summary>
    private int Code()
    {
        if (char.IsHighSurrogate(_pattern[_at]) && _at + 1 < _pattern.Length && char.IsLowSurrogate(_pattern[_at + 1]))
            return char.ConvertToUtf32(_pattern[_at], _pattern[(_at += 2) - 1]);
        var escape = _pattern.AsSpan(_at);
        var isBraced = escape.StartsWith(@"\x{");
        if (!isBraced && !escape.StartsWith(@"\U"))
            throw Unknown("A range that ends in another way than it begins");
        _at += 2;
        return Number(isBraced ? Until('}', _at + 1) : Fixed(8));
    }

    private bool IsNegated()
    {
        if (_at >= _pattern.Length || _pattern[_at] != '^')
            return false;
        _at++;
        return true;
    }

    /// <summary>What stands in a set, and its closing bracket: members side by side, and others which they are cut by, or which are taken away.</summary>
    private void Members()
    {
        var (start, first, from) = (_made.Length, _outside.Count, _at);
        var cut = (Sign: '\0', Inside: "", Outside: new List<(int First, int Last)>());
        var (isEmpty, isAfterSet, isAfterClass) = (true, false, false);
        while (SkipFree() && _at < _pattern.Length)
        {
            var c = _pattern[_at];
            var next = _at + 1 < _pattern.Length ? _pattern[_at + 1] : '\0';
            if ((c == ']' && _at > from) || (c is '&' or '-' && next == c))
            {
                if (isEmpty)
                    throw Unknown("An empty set");
                Cut(cut.Sign, cut.Inside, cut.Outside, start, first);
                _at += c == ']' ? 1 : 2;
                if (c == ']')
                    return;
                cut = (c, _made.ToString(start, _made.Length - start), _outside[first..]);
                _made.Length = start;
                _outside.RemoveRange(first, _outside.Count - first);
                (isEmpty, isAfterSet, isAfterClass) = (true, false, false);
                continue;
            }

            isEmpty = false;
            if (isAfterSet && c is '&' or '-' && next == '[')
            {
                var (inside, outside) = (_made.ToString(start, _made.Length - start), _outside[first..]);
                _made.Length = start;
                _outside.RemoveRange(first, _outside.Count - first);
                _at++;
                Inner();
                Cut(c, inside, outside, start, first);
                if (!BehindCut().IsMatch(_pattern, _at))
                    throw Unknown("A member behind a set that cuts another");
                continue;
            }

            var isLiteralHyphen = c == '-' && (isAfterClass || _made.Length == start || next is ']' or '[');
            if (c == '-' && !isLiteralHyphen && IsClass(_at + 1))
                throw Unknown("A range that ends with a class");
            isAfterSet = c == '[' || (c == '\\' && next is 'p' or 'P');
            isAfterClass = isAfterSet || IsClass(_at);
            if (c == '\\')
            {
                Escape(inSet: true);
            }
            else if (c == '[')
            {
                Inner();
            }
            else if (char.IsHighSurrogate(c) && char.IsLowSurrogate(next))
            {
                Member(char.ConvertToUtf32(c, _pattern[(_at += 2) - 1]));
            }
            else if (char.IsSurrogate(c))
            {
                throw Unknown("Half a character in a set");
            }
            else
            {
                _made.Append(isLiteralHyphen ? Hyphen : c is ']' or '^' ? $@"\{c}" : c.ToString());
                _at++;
            }
        }

        throw Unknown("A set without its end");
    }

    private bool IsClass(int at) => at + 1 < _pattern.Length && _pattern[at] == '\\' && "pPwWdDsShHvV".Contains(_pattern[at + 1], StringComparison.Ordinal);

    /// <summary>A class of POSIX, or a set among the members of another.</summary>
    private void Inner()
    {
        if (NamedSet().Match(_pattern, _at) is { Success: true } named)
        {
            _at += named.Length;
            Named(named.Groups["name"].Value, named.Groups["not"].Length > 0, inSet: true);
            return;
        }

        _at++;
        var (start, first) = (_made.Length, _outside.Count);
        var isNot = IsNegated();
        Members();
        if (isNot)
            Replace(SrxProperties.Others(Taken(start)), SrxPlanes.Others(_outside[first..]), start, first);
    }

    /// <summary>Leaves of the members before a sign what it says of those behind it.</summary>
    /// <param name="sign">Two of them or one: what both have, or what the first have alone; null for none.</param>
    /// <param name="inside">The members before.</param>
    /// <param name="outside">Those of them outside the basic plane.</param>
    /// <param name="start">Where the members behind begin in what was made.</param>
    /// <param name="first">Where they begin in <see cref="_outside"/>.</param>
    private void Cut(char sign, string inside, List<(int First, int Last)> outside, int start, int first)
    {
        if (sign == '\0')
            return;
        var (taken, far) = (Taken(start), _outside[first..]);
        Replace(
            SrxProperties.Others(SrxProperties.Others(inside) + (sign == '&' ? SrxProperties.Others(taken) : taken)),
            SrxPlanes.Others([.. SrxPlanes.Others(outside), .. sign == '&' ? SrxPlanes.Others(far) : far]),
            start,
            first);
    }

    private string Taken(int start) =>
        _isAnyCase ? throw Unknown("A set of which another is cut or taken away, in either case,") : _made.ToString(start, _made.Length - start);

    private void Replace(string inside, IEnumerable<(int First, int Last)> outside, int start, int first)
    {
        var far = outside.ToList();
        _made.Length = start;
        _made.Append(inside);
        _outside.RemoveRange(first, _outside.Count - first);
        if (_pairs)
            _outside.AddRange(far);
    }

    private SrxException Unknown(string what) => new(_where, $"{what} has no equal here, in '{_pattern}'.", "Write it in another way.");

    private SrxException Wrong(string what) => new(_where, $"The expression '{_pattern}' cannot be read: {what}.", "Mend it; regular expressions are those of ICU.");

    [GeneratedRegex(@"\G\((?:\?(?:(?<look><?[=!])|:|>|(?<comment>\#[^)]*\))|(?!\))(?<settings>[ismx]*(?:-[ismx]+)?)[:)]|<[A-Za-z]\w*>)|(?!\?))", RegexOptions.ExplicitCapture)]
    private static partial Regex GroupStart();

    [GeneratedRegex(@"\G(?:[*+?]|\{(?<least>[0-9]+)(?:(?<open>,)(?![0-9])|,[0-9]+)?\})(?<kind>[+?]?)")]
    private static partial Regex Times();

    [GeneratedRegex(@"\G[0-3]?[0-7]{1,2}")]
    private static partial Regex EightDigits();

    /// <summary>A class of POSIX or a property, as it stands among the members of a set or in the place of one.</summary>
    [GeneratedRegex(@"\G\[:(?<not>\^?)(?<name>[\w =-]+):\]")]
    private static partial Regex NamedSet();

    [GeneratedRegex(@"\G(?:\]|&&|--|[&-]\[)")]
    private static partial Regex BehindCut();

    [GeneratedRegex(@"\G\[(?<member>\\(?:[^\w\s]|s)|[^\\\[\]^&-]){1,8}\]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex FewMembers();
}

/// <summary>One of the two expressions of a rule.</summary>
/// <param name="Made">It as .NET reads it.</param>
/// <param name="Ending">With what the texts end that it matches.</param>
/// <param name="IsShort">Whether nothing in it may stand there any number of times.</param>
internal readonly record struct SrxPart(string Made, SrxEnding Ending, bool IsShort);
