using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Srx;

/// <summary>Properties of characters that ICU knows by names which .NET does not.</summary>
internal static class SrxProperties
{
    /// <summary>White space on a line, as the inside of a set.</summary>
    public const string Blank = @"\t\p{Zs}";

    /// <summary>White space between lines, as the inside of a set.</summary>
    public const string Vertical = @"\n-\r\u0085\u2028\u2029";

    /// <summary>The short names of scripts and properties.</summary>
    private static readonly FrozenDictionary<string, string> Long = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["arab"] = "arabic",
        ["cyrl"] = "cyrillic",
        ["grek"] = "greek",
        ["hang"] = "hangul",
        ["hani"] = "han",
        ["hebr"] = "hebrew",
        ["hira"] = "hiragana",
        ["ideo"] = "ideographic",
        ["kana"] = "katakana",
        ["latn"] = "latin",
        ["sterm"] = "sentenceterminal",
        ["term"] = "terminalpunctuation",
        ["wspace"] = "whitespace",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Scripts = ["han", "hangul", "hiragana", "katakana", "latin", "cyrillic", "greek", "arabic", "hebrew", "thai"];

    private static readonly string AllUnits = string.Concat(Enumerable.Range(0, 0x10000).Select(u => (char)u));

    private static readonly ConcurrentDictionary<string, string> OtherUnits = new(StringComparer.Ordinal);

    /// <summary>What properties that .NET does not know by that name are made of, as the inside of a set.</summary>
    private static readonly FrozenDictionary<string, string> Inside = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["any"] = @"\u0000-\uFFFF",
        ["ascii"] = @"\u0000-\u007F",
        ["alpha"] = @"\p{L}\p{Nl}",
        ["alphabetic"] = @"\p{L}\p{Nl}",
        ["upper"] = @"\p{Lu}",
        ["uppercase"] = @"\p{Lu}",
        ["lower"] = @"\p{Ll}",
        ["lowercase"] = @"\p{Ll}",
        ["digit"] = @"\p{Nd}",
        ["alnum"] = @"\p{L}\p{Nl}\p{Nd}",
        ["punct"] = @"\p{P}",
        ["space"] = @"\s",
        ["whitespace"] = @"\s",
        ["blank"] = Blank,
        ["cntrl"] = @"\p{Cc}",
        ["letter"] = @"\p{L}",
        ["casedletter"] = @"\p{Lu}\p{Ll}\p{Lt}",
        ["lc"] = @"\p{Lu}\p{Ll}\p{Lt}",
        ["uppercaseletter"] = @"\p{Lu}",
        ["lowercaseletter"] = @"\p{Ll}",
        ["titlecaseletter"] = @"\p{Lt}",
        ["modifierletter"] = @"\p{Lm}",
        ["otherletter"] = @"\p{Lo}",
        ["mark"] = @"\p{M}",
        ["nonspacingmark"] = @"\p{Mn}",
        ["spacingmark"] = @"\p{Mc}",
        ["enclosingmark"] = @"\p{Me}",
        ["number"] = @"\p{N}",
        ["letternumber"] = @"\p{Nl}",
        ["othernumber"] = @"\p{No}",
        ["decimalnumber"] = @"\p{Nd}",
        ["punctuation"] = @"\p{P}",
        ["openpunctuation"] = @"\p{Ps}",
        ["closepunctuation"] = @"\p{Pe}",
        ["initialpunctuation"] = @"\p{Pi}",
        ["finalpunctuation"] = @"\p{Pf}",
        ["dashpunctuation"] = @"\p{Pd}",
        ["otherpunctuation"] = @"\p{Po}",
        ["connectorpunctuation"] = @"\p{Pc}",
        ["symbol"] = @"\p{S}",
        ["mathsymbol"] = @"\p{Sm}",
        ["currencysymbol"] = @"\p{Sc}",
        ["modifiersymbol"] = @"\p{Sk}",
        ["othersymbol"] = @"\p{So}",
        ["separator"] = @"\p{Z}",
        ["spaceseparator"] = @"\p{Zs}",
        ["control"] = @"\p{Cc}",
        ["format"] = @"\p{Cf}",
        ["unassigned"] = @"\p{Cn}",
        ["word"] = @"\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}",
        ["han"] = @"\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF",
        ["ideographic"] = @"\u3006\u3007\u3021-\u3029\u3038-\u303A\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF",
        ["hangul"] = @"\u1100-\u11FF\u302E\u302F\u3131-\u318E\u3200-\u321E\u3260-\u327E\uA960-\uA97C\uAC00-\uD7A3\uD7B0-\uD7FB\uFFA0-\uFFDC",
        ["hiragana"] = @"\u3041-\u3096\u309D-\u309F",
        ["katakana"] = @"\u30A1-\u30FA\u30FD-\u30FF\u31F0-\u31FF\u32D0-\u32FE\u3300-\u3357\uFF66-\uFF6F\uFF71-\uFF9D",
        ["latin"] = @"A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8\u02E0-\u02E4\u1D00-\u1D25\u1D2C-\u1D5C\u1D62-\u1D65\u1D6B-\u1D77\u1D79-\u1DBE\u1E00-\u1EFF\u2071\u207F\u2090-\u209C\u212A\u212B\u2132\u214E\u2160-\u2188\u2C60-\u2C7F\uA722-\uA787\uA78B-\uA7CA\uA7F2-\uA7FF\uAB30-\uAB5A\uAB5C-\uAB64\uFB00-\uFB06\uFF21-\uFF3A\uFF41-\uFF5A",
        ["cyrillic"] = @"\u0400-\u0484\u0487-\u052F\u1C80-\u1C88\u1D2B\u1D78\u2DE0-\u2DFF\uA640-\uA69F",
        ["greek"] = @"\u0370-\u0373\u0375-\u0377\u037A-\u037D\u037F\u0384\u0386\u0388-\u03E1\u03F0-\u03FF\u1F00-\u1FFE",
        ["arabic"] = @"\u0600-\u0604\u0606-\u060B\u060D-\u061A\u061C-\u061E\u0620-\u063F\u0641-\u064A\u0656-\u066F\u0671-\u06DC\u06DE-\u06FF\u0750-\u077F\u0870-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC",
        ["hebrew"] = @"\u0591-\u05F4\uFB1D-\uFB4F",
        ["thai"] = @"\u0E01-\u0E3A\u0E40-\u0E5B",
        ["terminalpunctuation"] = @"\u0021\u002C\u002E\u003A-\u003B\u003F\u037E\u0387\u0589\u05C3\u060C\u061B\u061D-\u061F\u06D4\u0700-\u070A\u070C\u07F8-\u07F9\u0830-\u083E\u085E\u0964-\u0965\u0E5A-\u0E5B\u0F08\u0F0D-\u0F12\u104A-\u104B\u1361-\u1368\u166E\u16EB-\u16ED\u1735-\u1736\u17D4-\u17D6\u17DA\u1802-\u1805\u1808-\u1809\u1944-\u1945\u1AA8-\u1AAB\u1B5A-\u1B5B\u1B5D-\u1B5F\u1B7D-\u1B7E\u1C3B-\u1C3F\u1C7E-\u1C7F\u203C-\u203D\u2047-\u2049\u2E2E\u2E3C\u2E41\u2E4C\u2E4E-\u2E4F\u2E53-\u2E54\u3001-\u3002\uA4FE-\uA4FF\uA60D-\uA60F\uA6F3-\uA6F7\uA876-\uA877\uA8CE-\uA8CF\uA92F\uA9C7-\uA9C9\uAA5D-\uAA5F\uAADF\uAAF0-\uAAF1\uABEB\uFE50-\uFE52\uFE54-\uFE57\uFF01\uFF0C\uFF0E\uFF1A-\uFF1B\uFF1F\uFF61\uFF64",
        ["sentenceterminal"] = @"\u0021\u002E\u003F\u0589\u061D-\u061F\u06D4\u0700-\u0702\u07F9\u0837\u0839\u083D-\u083E\u0964-\u0965\u104A-\u104B\u1362\u1367-\u1368\u166E\u1735-\u1736\u1803\u1809\u1944-\u1945\u1AA8-\u1AAB\u1B5A-\u1B5B\u1B5E-\u1B5F\u1B7D-\u1B7E\u1C3B-\u1C3C\u1C7E-\u1C7F\u203C-\u203D\u2047-\u2049\u2E2E\u2E3C\u2E53-\u2E54\u3002\uA4FF\uA60E-\uA60F\uA6F3\uA6F7\uA876-\uA877\uA8CE-\uA8CF\uA92F\uA9C8-\uA9C9\uAA5D-\uAA5F\uAAF0-\uAAF1\uABEB\uFE52\uFE56-\uFE57\uFF01\uFF0E\uFF1F\uFF61",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A property.</summary>
    /// <param name="name">Its name, or what it is and what that has to be (<c>sc=Hang</c>), as ICU reads it: without regard to case, spaces, hyphens and underscores.</param>
    /// <param name="inside">Its characters as the inside of a set of .NET.</param>
    /// <param name="outside">Those outside the basic plane.</param>
    /// <returns>False when it is not known.</returns>
    public static bool TryFind(string name, out string inside, out Func<IEnumerable<(int First, int Last)>> outside)
    {
        var (kind, value) = name.Split('=', 2) is [var of, var its] ? (Loose(of).ToLowerInvariant(), its) : ("", name);
        var plain = Loose(value);
        plain = Long.GetValueOrDefault(plain, plain);
        (inside, outside) = ("", () => []);
        if (kind is "block" or "blk" || (kind.Length == 0 && plain.StartsWith("in", StringComparison.OrdinalIgnoreCase) && !Inside.ContainsKey(plain)))
            return IsBlock(inside = @$"\p{{Is{value[(kind.Length == 0 ? 2 : 0)..].Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("And", "and", StringComparison.Ordinal)}}}");
        if (kind is "" or "gc" or "generalcategory" && SrxPlanes.Category(plain) is { } category)
        {
            (inside, outside) = ($@"\p{{{category}}}", () => SrxPlanes.OfCategory(category));
            return true;
        }

        if (Inside.TryGetValue(plain, out var found) && (kind is "" or "gc" or "generalcategory" || (kind is "sc" or "script" && Scripts.Contains(plain, StringComparer.OrdinalIgnoreCase))))
        {
            (inside, outside) = (found, () => SrxPlanes.OfProperty(plain, found));
            return true;
        }

        // As Java writes them.
        return kind.Length == 0 && plain.StartsWith("is", StringComparison.OrdinalIgnoreCase) && TryFind(plain[2..], out inside, out outside);
    }

    /// <summary>All units that are not in a set, as the inside of a set; .NET can take away from a whole set alone.</summary>
    /// <param name="inside">The inside of the set.</param>
    public static string Others(string inside) => OtherUnits.GetOrAdd(inside, set =>
    {
        var others = new StringBuilder();
        var next = 0;
        // .NET has no set of nothing.
        foreach (var run in new Regex(set.Length == 0 ? "(?!)" : $"[{set}]+", RegexOptions.CultureInvariant).EnumerateMatches(AllUnits))
        {
            Add(next, run.Index);
            next = run.Index + run.Length;
        }

        Add(next, AllUnits.Length);
        return others.ToString();

        void Add(int first, int end)
        {
            if (end > first)
                others.Append(CultureInfo.InvariantCulture, $"\\u{first:X4}-\\u{end - 1:X4}");
        }
    });

    private static string Loose(string name) => string.Concat(name.Where(c => c is not ('_' or ' ' or '-')));

    /// <summary>Whether .NET knows a block; it has those of the basic plane.</summary>
    private static bool IsBlock(string block)
    {
        try
        {
            return new Regex(block).ToString() == block;
        }
        catch (RegexParseException)
        {
            return false;
        }
    }
}
