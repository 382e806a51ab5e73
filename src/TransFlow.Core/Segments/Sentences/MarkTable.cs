using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Which characters are marks. Small tables for the blocks that hold any; everything else is none.</summary>
internal static class MarkTable
{
    private const string Stops = "..．.!!?!？!！!؟!‼!⁇!⁈!⁉!…e‥e⋯e。s｡s।s॥s۔s։s።s။s·m‧m・m♪n♫n♬n";

    private static readonly string[] Pairs =
    [
        "Double“”", "Single‘’", "Guillemet«»", "SingleGuillemet‹›", "Corner「」", "Corner｢｣", "WhiteCorner『』",
        "DoubleAngle《》", "DoubleAngle≪≫", "Angle〈〉", "Angle\u2329\u232A", "Angle⟨⟩", "LessThan<>", "LessThan＜＞",
        "Round()", "WideRound（）", "Square[]", "WideSquare［］", "Brace{}", "Brace｛｝", "Lenticular【】", "Shell〔〕",
    ];

    private static readonly byte[] Table = Build();

    /// <summary>What a character is.</summary>
    /// <param name="c">The character.</param>
    /// <param name="kind">Which stop or pair.</param>
    /// <returns>What it does.</returns>
    public static MarkRole Classify(char c, out MarkKind kind)
    {
        var slot = Slot(c);
        if (slot < 0)
        {
            kind = MarkKind.None;
            return MarkRole.None;
        }

        var entry = Table[slot];
        kind = (MarkKind)(entry & 31);
        return (MarkRole)(entry >> 5);
    }

    /// <summary>The next place that may hold a mark: Hangul, ideographs, kana, ASCII letters, digits and spaces are passed by eight at a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">From where on.</param>
    /// <returns>The place, each of the last few characters among them; the text's length at the end.</returns>
    public static int Next(ReadOnlySpan<char> text, int from)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        for (; from + Vector128<ushort>.Count <= units.Length; from += Vector128<ushort>.Count)
        {
            var c = Vector128.Create(units[from..]);
            var passed = IsFrom(c, '\u3100', '\uFEFF') | IsFrom(c | Vector128.Create<ushort>(0x20), 'a', 'z') | IsFrom(c, '0', '9') | Vector128.Equals(c, Vector128.Create<ushort>(' '));
            if (passed != Vector128<ushort>.AllBitsSet)
                return from + BitOperations.TrailingZeroCount(~passed.ExtractMostSignificantBits());
        }

        return from;
    }

    private static Vector128<ushort> IsFrom(Vector128<ushort> c, char first, char last) =>
        Vector128.LessThanOrEqual(c - Vector128.Create<ushort>(first), Vector128.Create((ushort)(last - first)));

    /// <summary>Whether a pair is quotation marks everywhere, not brackets.</summary>
    /// <param name="kind">The pair.</param>
    /// <returns>True for quotation marks.</returns>
    public static bool IsQuote(MarkKind kind) => kind is >= MarkKind.Double and <= MarkKind.SingleGuillemet;

    /// <summary>Whether a pair sets words apart from the sentence, as round and square brackets do.</summary>
    /// <param name="kind">The pair.</param>
    /// <returns>True for brackets.</returns>
    public static bool IsBracket(MarkKind kind) => kind is >= MarkKind.Round and < MarkKind.Count;

    private static int Slot(char c) => c switch
    {
        >= '\u3100' and < '\uFF00' => -1,
        < '\u0100' => c,
        >= '\u2000' and < '\u2050' => c - 0x2000 + 0x100,
        >= '\u3000' and < '\u3020' => c - 0x3000 + 0x150,
        >= '\u3020' and < '\u30FB' => -1,
        >= '\uFF00' and < '\uFF70' => c - 0xFF00 + 0x170,
        _ => Rare(c),
    };

    private static int Rare(char c) => c switch
    {
        '\u061F' => 0x1E0,
        '\u06D4' => 0x1E1,
        '\u0589' => 0x1E2,
        '\u0964' => 0x1E3,
        '\u0965' => 0x1E4,
        '\u1362' => 0x1E5,
        '\u104B' => 0x1E6,
        '\u22EF' => 0x1E7,
        '\u226A' => 0x1E8,
        '\u226B' => 0x1E9,
        '\u2329' => 0x1EA,
        '\u232A' => 0x1EB,
        '\u27E8' => 0x1EC,
        '\u27E9' => 0x1ED,
        '\u30FB' => 0x1EE,
        '▲' => 0x1EF,
        '△' => 0x1F0,
        '▼' => 0x1F1,
        '▽' => 0x1F2,
        '♪' => 0x1F3,
        '♫' => 0x1F4,
        '♬' => 0x1F5,
        _ => -1,
    };

    private static byte[] Build()
    {
        var table = new byte[0x1F6];
        for (var i = 0; i < Stops.Length; i += 2)
            Set(table, Stops[i], MarkRole.Stop, StopKind(Stops[i + 1]));
        foreach (var pair in Pairs)
        {
            var kind = Enum.Parse<MarkKind>(pair.AsSpan(0, pair.Length - 2));
            Set(table, pair[^2], MarkRole.Open, kind);
            Set(table, pair[^1], MarkRole.Close, kind);
        }

        Set(table, '„', MarkRole.Open, MarkKind.Double);
        Set(table, '‚', MarkRole.Open, MarkKind.Single);
        Set(table, '"', MarkRole.Straight, MarkKind.StraightDouble);
        // The sign of inches and seconds, which newspapers print for a quotation mark.
        Set(table, '″', MarkRole.Straight, MarkKind.StraightDouble);
        Set(table, '\'', MarkRole.Straight, MarkKind.StraightSingle);
        Set(table, '＂', MarkRole.Straight, MarkKind.WideDouble);
        Set(table, '\u2028', MarkRole.LineBreak, MarkKind.None);
        Set(table, '\n', MarkRole.MayEndBlock, MarkKind.None);
        foreach (var pointer in "▲△▼▽")
            Set(table, pointer, MarkRole.MayEndBlock, MarkKind.Pointer);
        return table;
    }

    private static MarkKind StopKind(char letter) => letter switch
    {
        '.' => MarkKind.Dot,
        '!' => MarkKind.Exclaim,
        'e' => MarkKind.Ellipsis,
        's' => MarkKind.FullStop,
        'n' => MarkKind.Note,
        _ => MarkKind.MiddleDot,
    };

    private static void Set(byte[] table, char c, MarkRole role, MarkKind kind) =>
        table[Slot(c)] = (byte)(((int)role << 5) | (int)kind);
}
