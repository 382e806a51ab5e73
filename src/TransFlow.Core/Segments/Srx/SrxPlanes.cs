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

    /// <summary>Properties of characters there that are no categories, by their names in <see cref="SrxProperties"/>.</summary>
    private static readonly Dictionary<string, (int First, int Last)[]> Properties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["han"] = [(0x16FE2, 0x16FE3), (0x16FF0, 0x16FF1), (0x20000, 0x2A6DF), (0x2A700, 0x2EE5D), (0x2F800, 0x2FA1D), (0x30000, 0x323AF)],
        ["ideographic"] = [(0x16FE4, 0x16FE4), (0x17000, 0x187F7), (0x18800, 0x18D08), (0x1B170, 0x1B2FB), (0x20000, 0x2A6DF), (0x2A700, 0x2EE5D), (0x2F800, 0x2FA1D), (0x30000, 0x323AF)],
        ["hiragana"] = [(0x1B001, 0x1B11F), (0x1B132, 0x1B132), (0x1B150, 0x1B152), (0x1F200, 0x1F200)],
        ["katakana"] = [(0x1AFF0, 0x1AFFE), (0x1B000, 0x1B000), (0x1B120, 0x1B122), (0x1B155, 0x1B155), (0x1B164, 0x1B167)],
        ["latin"] = [(0x10780, 0x107BA), (0x1DF00, 0x1DF2A)],
        ["cyrillic"] = [(0x1E030, 0x1E06D), (0x1E08F, 0x1E08F)],
        ["greek"] = [(0x10140, 0x1018E), (0x101A0, 0x101A0), (0x1D200, 0x1D245)],
        ["arabic"] = [(0x10E60, 0x10E7E), (0x1EE00, 0x1EEF1)],
        ["any"] = All,
        ["terminalpunctuation"] = [(0x1039F, 0x1039F), (0x103D0, 0x103D0), (0x10857, 0x10857), (0x1091F, 0x1091F), (0x10A56, 0x10A57), (0x10AF0, 0x10AF5), (0x10B3A, 0x10B3F), (0x10B99, 0x10B9C), (0x10F55, 0x10F59), (0x10F86, 0x10F89), (0x11047, 0x1104D), (0x110BE, 0x110C1), (0x11141, 0x11143), (0x111C5, 0x111C6), (0x111CD, 0x111CD), (0x111DE, 0x111DF), (0x11238, 0x1123C), (0x112A9, 0x112A9), (0x1144B, 0x1144D), (0x1145A, 0x1145B), (0x115C2, 0x115C5), (0x115C9, 0x115D7), (0x11641, 0x11642), (0x1173C, 0x1173E), (0x11944, 0x11944), (0x11946, 0x11946), (0x11A42, 0x11A43), (0x11A9B, 0x11A9C), (0x11AA1, 0x11AA2), (0x11C41, 0x11C43), (0x11C71, 0x11C71), (0x11EF7, 0x11EF8), (0x11F43, 0x11F44), (0x12470, 0x12474), (0x16A6E, 0x16A6F), (0x16AF5, 0x16AF5), (0x16B37, 0x16B39), (0x16B44, 0x16B44), (0x16E97, 0x16E98), (0x1BC9F, 0x1BC9F), (0x1DA87, 0x1DA8A)],
        ["sentenceterminal"] = [(0x10A56, 0x10A57), (0x10F55, 0x10F59), (0x10F86, 0x10F89), (0x11047, 0x11048), (0x110BE, 0x110C1), (0x11141, 0x11143), (0x111C5, 0x111C6), (0x111CD, 0x111CD), (0x111DE, 0x111DF), (0x11238, 0x11239), (0x1123B, 0x1123C), (0x112A9, 0x112A9), (0x1144B, 0x1144C), (0x115C2, 0x115C3), (0x115C9, 0x115D7), (0x11641, 0x11642), (0x1173C, 0x1173E), (0x11944, 0x11944), (0x11946, 0x11946), (0x11A42, 0x11A43), (0x11A9B, 0x11A9C), (0x11C41, 0x11C42), (0x11EF7, 0x11EF8), (0x11F43, 0x11F44), (0x16A6E, 0x16A6F), (0x16AF5, 0x16AF5), (0x16B37, 0x16B38), (0x16B44, 0x16B44), (0x16E98, 0x16E98), (0x1BC9F, 0x1BC9F), (0x1DA88, 0x1DA88)],
    };

    /// <summary>The ranges of each category, by its name of two letters; made when the first text with such characters asks.</summary>
    private static readonly Lazy<Dictionary<string, List<(int First, int Last)>>> Categories = new(Scan);

    /// <summary>The categories of what words are made of.</summary>
    private static readonly string[] OfWords = ["L", "M", "Nd", "Nl", "Pc"];

    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    /// <summary>The name of a category as .NET knows it, of one letter or two.</summary>
    /// <param name="name">Its name in any case.</param>
    /// <returns>Null for what is none.</returns>
    public static string? Category(string name) =>
        Names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? (name.Length == 1 ? Names.FirstOrDefault(n => n.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[..1] : null);

    /// <summary>Those of a category.</summary>
    /// <param name="name">Its name, of one letter or two.</param>
    public static IEnumerable<(int First, int Last)> OfCategory(string name) =>
        Categories.Value.Where(c => c.Key.StartsWith(name, StringComparison.Ordinal)).SelectMany(c => c.Value);

    /// <summary>Those of a property that is made of categories or is a script.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inside">What it is made of, as the inside of a set of .NET.</param>
    public static IEnumerable<(int First, int Last)> OfProperty(string name, string inside) =>
        Properties.TryGetValue(name, out var ranges) ? ranges : inside.Split(@"\p{").Skip(1).SelectMany(part => OfCategory(part[..part.IndexOf('}')]));

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
