using System.Collections.Frozen;

namespace TransFlow.Core.Segments.Srx;

/// <summary>Properties of characters that ICU knows by names which .NET does not.</summary>
internal static class SrxProperties
{
    /// <summary>White space on a line, as the inside of a set.</summary>
    public const string Blank = @"\t\p{Zs}";

    /// <summary>What properties that .NET does not know by that name are made of, as the inside of a set.</summary>
    public static readonly FrozenDictionary<string, string> Inside = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
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
        ["uppercaseletter"] = @"\p{Lu}",
        ["lowercaseletter"] = @"\p{Ll}",
        ["titlecaseletter"] = @"\p{Lt}",
        ["otherletter"] = @"\p{Lo}",
        ["mark"] = @"\p{M}",
        ["number"] = @"\p{N}",
        ["decimalnumber"] = @"\p{Nd}",
        ["punctuation"] = @"\p{P}",
        ["openpunctuation"] = @"\p{Ps}",
        ["closepunctuation"] = @"\p{Pe}",
        ["initialpunctuation"] = @"\p{Pi}",
        ["finalpunctuation"] = @"\p{Pf}",
        ["dashpunctuation"] = @"\p{Pd}",
        ["otherpunctuation"] = @"\p{Po}",
        ["symbol"] = @"\p{S}",
        ["separator"] = @"\p{Z}",
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
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
