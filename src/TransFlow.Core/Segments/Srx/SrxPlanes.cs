using System.Globalization;
using System.Text;

namespace TransFlow.Core.Segments.Srx;

/// <summary>
/// Code points outside the basic plane, which are two units to .NET: sets of them by category and script, and as expressions that match both units.
/// A set is ranges in order that do not touch.
/// </summary>
internal static class SrxPlanes
{
    /// <summary>All of them.</summary>
    public static readonly (int First, int Last)[] All = [(0x10000, 0x10FFFF)];

    /// <summary>Scripts with characters there, by their names in <see cref="SrxProperties"/>.</summary>
    private static readonly Dictionary<string, (int First, int Last)[]> Scripts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["han"] = [(0x16FE2, 0x16FE3), (0x16FF0, 0x16FF1), (0x20000, 0x2A6DF), (0x2A700, 0x2EE5D), (0x2F800, 0x2FA1D), (0x30000, 0x323AF)],
        ["ideographic"] = [(0x16FE4, 0x16FE4), (0x17000, 0x187F7), (0x18800, 0x18D08), (0x1B170, 0x1B2FB), (0x20000, 0x2A6DF), (0x2A700, 0x2EE5D), (0x2F800, 0x2FA1D), (0x30000, 0x323AF)],
        ["hiragana"] = [(0x1B001, 0x1B11F), (0x1B132, 0x1B132), (0x1B150, 0x1B152), (0x1F200, 0x1F200)],
        ["katakana"] = [(0x1AFF0, 0x1AFFE), (0x1B000, 0x1B000), (0x1B120, 0x1B122), (0x1B155, 0x1B155), (0x1B164, 0x1B167)],
        ["latin"] = [(0x10780, 0x107BA), (0x1DF00, 0x1DF2A)],
        ["cyrillic"] = [(0x1E030, 0x1E06D), (0x1E08F, 0x1E08F)],
        ["greek"] = [(0x10140, 0x1018E), (0x101A0, 0x101A0), (0x1D200, 0x1D245)],
        ["arabic"] = [(0x10E60, 0x10E7E), (0x1EE00, 0x1EEF1)],
    };

    /// <summary>The ranges of each category, by its name of two letters; made when the first text with such characters asks.</summary>
    private static readonly Lazy<Dictionary<string, List<(int First, int Last)>>> Categories = new(Scan);

    /// <summary>The categories of what words are made of.</summary>
    private static readonly string[] OfWords = ["L", "M", "Nd", "Nl", "Pc"];

    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    /// <summary>Those of a category.</summary>
    /// <param name="name">Its name, of one letter or two.</param>
    public static IEnumerable<(int First, int Last)> OfCategory(string name) =>
        Categories.Value.Where(c => c.Key.StartsWith(name, StringComparison.Ordinal)).SelectMany(c => c.Value);

    /// <summary>Those of a property that is made of categories or is a script.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inside">What it is made of, as the inside of a set of .NET.</param>
    public static IEnumerable<(int First, int Last)> OfProperty(string name, string inside) =>
        Scripts.TryGetValue(name, out var ranges) ? ranges : inside.Split(@"\p{").Skip(1).SelectMany(part => OfCategory(part[..part.IndexOf('}')]));

    /// <summary>Those that a set named by one letter holds, such as <c>\w</c>; a capital one holds all others.</summary>
    /// <param name="letter">The letter.</param>
    public static IEnumerable<(int First, int Last)> OfLetter(char letter) => letter switch
    {
        'w' => OfWords.SelectMany(OfCategory),
        'd' => OfCategory("Nd"),
        's' => [],
        _ => Others(OfLetter(char.ToLowerInvariant(letter))),
    };

    /// <summary>All that are not in a set.</summary>
    /// <param name="ranges">The set; its ranges may overlap and be in any order.</param>
    public static IEnumerable<(int First, int Last)> Others(IEnumerable<(int First, int Last)> ranges)
    {
        var next = All[0].First;
        foreach (var (first, last) in ranges.OrderBy(r => r.First))
        {
            if (first > next)
                yield return (next, first - 1);
            next = Math.Max(next, last + 1);
        }

        if (next <= All[0].Last)
            yield return (next, All[0].Last);
    }

    /// <summary>An expression, as branches of an alternative, for the two units of each of a set.</summary>
    /// <param name="ranges">The set; its ranges may overlap and be in any order.</param>
    /// <returns>Nothing when the set is empty.</returns>
    public static string Branches(IEnumerable<(int First, int Last)> ranges)
    {
        // What second units each first unit has.
        var seconds = new SortedDictionary<int, StringBuilder>();
        foreach (var (first, last) in Others(Others(ranges)))
        {
            for (var at = first; at <= last; at = (at | 0x3FF) + 1)
            {
                var unit = 0xD7C0 + (at >> 10);
                if (!seconds.TryGetValue(unit, out var second))
                    seconds[unit] = second = new StringBuilder();
                second.Append(CultureInfo.InvariantCulture, $"\\u{0xDC00 + (at & 0x3FF):X4}-\\u{0xDC00 + (Math.Min(last, at | 0x3FF) & 0x3FF):X4}");
            }
        }

        return string.Join('|', seconds.GroupBy(s => s.Value.ToString(), s => $"\\u{s.Key:X4}").Select(g => $"[{string.Concat(g)}][{g.Key}]"));
    }

    private static Dictionary<string, List<(int First, int Last)>> Scan()
    {
        var categories = Names.ToDictionary(n => n, _ => new List<(int First, int Last)>());
        var start = All[0].First;
        var category = CharUnicodeInfo.GetUnicodeCategory(start);
        for (var point = start + 1; point <= All[0].Last + 1; point++)
        {
            var next = point > All[0].Last ? (UnicodeCategory)(-1) : CharUnicodeInfo.GetUnicodeCategory(point);
            if (next == category)
                continue;
            categories[Names[(int)category]].Add((start, point - 1));
            (start, category) = (point, next);
        }

        return categories;
    }
}
