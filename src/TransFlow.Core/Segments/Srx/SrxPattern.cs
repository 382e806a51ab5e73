using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TransFlow.Core.Segments.Srx;

/// <summary>
/// Turns a regular expression of ICU, which SRX 2.0 prescribes, into one of .NET: code points in braces, quoted runs, classes of POSIX,
/// properties by their long names, possessive quantifiers. What has no equal is an error, never a rule that means something else.
/// </summary>
internal sealed class SrxPattern
{
    private const string LineEnds = @"(?:\r\n|[\n\u000B\f\r\u0085\u2028\u2029])";

    /// <summary>Units that are half a character.</summary>
    private const string Halves = @"[\uD800-\uDFFF]";

    private readonly XElement _where;
    private readonly string _pattern;
    private readonly bool _pairs;
    private readonly StringBuilder _made = new();
    private readonly List<(int First, int Last)> _outside = [];
    private readonly Stack<int> _groups = new();
    private int _at;
    private int _lastPiece;

    private SrxPattern(XElement where, string pattern, bool pairs) => (_where, _pattern, _pairs) = (where, pattern, pairs);

    /// <summary>The expression as .NET reads it.</summary>
    /// <param name="where">What it stands in.</param>
    /// <param name="pattern">The expression as ICU reads it.</param>
    /// <param name="pairs">True to have sets match characters outside the basic plane, which are two units: slower, and needed for texts with such alone.</param>
    public static string Of(XElement where, string pattern, bool pairs = false) => new SrxPattern(where, pattern, pairs).Whole();

    private string Whole()
    {
        while (_at < _pattern.Length)
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
                    _made.Append(Set());
                    _lastPiece = start;
                    break;
                case '(':
                    Group();
                    break;
                case ')':
                    _made.Append(c);
                    _at++;
                    _lastPiece = _groups.TryPop(out var opened) ? opened : start;
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

        return _made.ToString();
    }

    /// <summary>One character; one outside the basic plane is two units to .NET, and a quantifier behind it means both.</summary>
    private void Literal()
    {
        if (_pairs && _pattern[_at] == '.' && !(_at + 1 < _pattern.Length && _pattern[_at + 1] is '*' or '+'))
        {
            // Any number of units is any number of characters.
            _made.Append("(?:(?!").Append(Halves).Append(").|").Append(SrxPlanes.Branches(SrxPlanes.All)).Append(')');
            _at++;
            return;
        }

        var isPair = char.IsHighSurrogate(_pattern[_at]) && _at + 1 < _pattern.Length;
        _made.Append(isPair ? $"(?:{_pattern.AsSpan(_at, 2)})" : _pattern[_at].ToString());
        _at += isPair ? 2 : 1;
    }

    private void Group()
    {
        var end = _at + 1;
        if (end < _pattern.Length && _pattern[end] == '?')
        {
            // What may stand behind '(?': other kinds of groups mean something else in .NET.
            var kind = Regex.Match(_pattern[end..], @"\A\?(?::|=|!|<=|<!|>|#[^)]*\)|[ismx-]+[:)]|<[A-Za-z]\w*>)");
            if (!kind.Success)
                throw Unknown($"The group '{_pattern.AsSpan(_at, Math.Min(4, _pattern.Length - _at))}'");
            end += kind.Length;
        }

        // A setting such as '(?i)' is whole already.
        if (_pattern[end - 1] != ')')
            _groups.Push(_made.Length);
        _made.Append(_pattern.AsSpan(_at, end - _at));
        _at = end;
    }

    /// <summary>A quantifier; a possessive one is a greedy one that never gives back; what stands before a place is read backwards, where that hardly ever matters.</summary>
    private void Quantifier()
    {
        var match = Regex.Match(_pattern[_at..], @"\A(?:[*+?]|\{\d+(?:,\d*)?\})([+?]?)");
        if (!match.Success)
            throw Unknown("A brace that is no quantifier");
        var isPossessive = match.Groups[1].Value == "+";
        _made.Append(isPossessive ? match.Value[..^1] : match.Value);
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
                Point(Until('}', _at + 1), inSet);
                break;
            case 'U':
                Point(Fixed(8), inSet);
                break;
            case 'Q':
                Quoted(inSet);
                break;
            case 'p' or 'P':
                Property(c == 'P', inSet);
                break;
            case 'h':
                _made.Append(inSet ? SrxProperties.Blank : $"[{SrxProperties.Blank}]");
                break;
            case 'R' when !inSet:
                _made.Append(LineEnds);
                break;
            case >= '1' and <= '9':
                throw Unknown("A back reference");
            case 'N' or 'X' or 'H' or 'R' or 'V' or 'G' or 'Y' or 'E':
                throw Unknown($"'\\{c}'");
            case 'w' or 'W' or 'd' or 'D' or 's' or 'S':
                Class($@"\{c}", () => SrxPlanes.OfLetter(c), inSet);
                break;
            default:
                _made.Append('\\').Append(c);
                break;
        }
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
            return;
        }

        _made.Append(inside);
        if (_pairs)
            _outside.AddRange(outside());
    }

    /// <summary>A set, and the characters outside the basic plane that belong to it.</summary>
    private string Either(string set, bool isNot, Func<IEnumerable<(int First, int Last)>> outside)
    {
        if (!_pairs)
            return set switch { "[]" => "(?!)", "[^]" => @"[\s\S]", _ => set };
        var branches = SrxPlanes.Branches(isNot ? SrxPlanes.Others(outside()) : outside());
        var units = set switch { "[]" => "", "[^]" => $@"[\s\S-{Halves}]", _ => $"{set[..^1]}-{Halves}]" };
        return $"(?:{units}{(units.Length > 0 && branches.Length > 0 ? "|" : "")}{branches})";
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

    private void Point(string hex, bool inSet)
    {
        var point = Number(hex);
        if (point > 0xFFFF && inSet)
            Member(point);
        else if (point > 0xFFFF)
            _made.Append("(?:").Append(char.ConvertFromUtf32(point)).Append(')');
        else
            _made.Append(CultureInfo.InvariantCulture, $"\\u{point:X4}");
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
                _made.Append(inSet && c is ("]" or "[" or "-" or "^" or "\\") ? $"\\{c}" : Regex.Escape(c));
        }

        _at = end < 0 ? _pattern.Length : end + 2;
    }

    private void Property(bool isNot, bool inSet)
    {
        var name = _at < _pattern.Length && _pattern[_at] == '{' ? Until('}', _at + 1) : Fixed(1);
        var negated = isNot ^ name.StartsWith('^');
        name = name.TrimStart('^');
        if (name.Contains('='))
            name = name[(name.IndexOf('=') + 1)..];
        if (Regex.IsMatch(name, @"\A(?:[LMNPSZC]|L[ultmo]|M[nce]|N[dlo]|P[cdseifo]|S[mcko]|Z[slp]|C[cfson])\z"))
        {
            Class($@"\{(negated ? 'P' : 'p')}{{{name}}}", () => negated ? SrxPlanes.Others(SrxPlanes.OfCategory(name)) : SrxPlanes.OfCategory(name), inSet);
            return;
        }

        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (!SrxProperties.Inside.TryGetValue(plain, out var inside) || (negated && inSet))
            throw Unknown($"The property '{name}'");
        Class(inside, () => SrxPlanes.OfProperty(plain, inside), inSet, negated);
    }

    /// <summary>A set; sets in it that stand beside its other members are members too, what is cut or taken away has no equal here.</summary>
    private string Set()
    {
        var outer = _made.Length;
        _outside.Clear();
        _made.Append('[');
        _at++;
        var isNot = _at < _pattern.Length && _pattern[_at] == '^';
        Members();
        var set = _made.ToString(outer, _made.Length - outer);
        _made.Length = outer;
        return Either(set, isNot, () => _outside);
    }

    /// <summary>A member of a set that lies outside the basic plane, and the range that it begins; all of it is taken.</summary>
    private void Member(int first)
    {
        if (_made[^1] == '-' && _made[^2] is not ('[' or '^' or '\\'))
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

    private void Members()
    {
        if (_at < _pattern.Length && _pattern[_at] == '^')
        {
            _made.Append('^');
            _at++;
        }

        for (var isFirst = true; _at < _pattern.Length; isFirst = false)
        {
            var c = _pattern[_at];
            if (c == ']' && !isFirst)
            {
                _made.Append(']');
                _at++;
                return;
            }

            if (c == '\\')
                Escape(inSet: true);
            else if (c == '[')
                Inner();
            else if (c is '&' or '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] is '&' or '-' or '[' && (c == '-' || _pattern[_at + 1] == '&'))
                throw Unknown("A set of which another is cut or taken away");
            else if (char.IsHighSurrogate(c) && _at + 1 < _pattern.Length && char.IsLowSurrogate(_pattern[_at + 1]))
                Member(char.ConvertToUtf32(c, _pattern[(_at += 2) - 1]));
            else if (char.IsSurrogate(c))
                throw Unknown("Half a character in a set");
            else
            {
                var isLast = _at + 1 < _pattern.Length && _pattern[_at + 1] == ']';
                _made.Append(c == ']' || (c == '-' && isLast) ? $@"\{c}" : c.ToString());
                _at++;
            }
        }

        throw Unknown("A set without its end");
    }

    /// <summary>A class of POSIX, or a set among the members of another.</summary>
    private void Inner()
    {
        var posix = Regex.Match(_pattern[_at..], @"\A\[:(\w+):\]");
        if (posix.Success && SrxProperties.Inside.TryGetValue(posix.Groups[1].Value, out var inside))
        {
            Class(inside, () => SrxPlanes.OfProperty(posix.Groups[1].Value, inside), inSet: true);
            _at += posix.Length;
            return;
        }

        if (posix.Success || (_at + 1 < _pattern.Length && _pattern[_at + 1] is '^' or ':'))
            throw Unknown($"The set '{(posix.Success ? posix.Value : "[^")}' in another");
        _at++;
        var (start, outside) = (_made.Length, _outside.Count);
        Members();
        // The members alone: their own closing bracket goes.
        _made.Length--;
        if (_made.Length == start && _outside.Count == outside)
            throw Unknown("An empty set");
    }

    private SrxException Unknown(string what) => new(_where, $"{what} has no equal here, in '{_pattern}'.", "Write it in another way.");
}
