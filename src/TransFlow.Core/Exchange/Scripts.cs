namespace TransFlow.Core.Exchange;

/// <summary>Scripts that are told from one another.</summary>
[Flags]
internal enum Script
{
    Other = 0,
    Latin = 1,
    Hangul = 2,
    Kana = 4,
    Han = 8,
    Cyrillic = 16,
    Greek = 32,
    Arabic = 64,
    Hebrew = 128,
    Thai = 256,
    Devanagari = 512,
}

/// <summary>In which script a letter is, and in which ones a language is written.</summary>
internal static class Scripts
{
    /// <summary>The script of a letter.</summary>
    public static Script Of(char c) => c switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F') => Script.Hangul,
        (>= '\u3040' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') => Script.Kana,
        (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') => Script.Han,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Script.Greek,
        (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') => Script.Arabic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        _ => Script.Other,
    };

    /// <summary>The scripts of a language; Latin for one that is not known.</summary>
    public static Script Of(string language) => Languages.First(language).ToUpperInvariant() switch
    {
        "KO" => Script.Hangul,
        "JA" => Script.Kana | Script.Han,
        "ZH" or "YUE" => Script.Han,
        "RU" or "UK" or "BG" or "BE" or "MK" or "KY" or "MN" or "TG" or "TT" or "BA" or "CV" or "CE" or "OS" or "AB" => Script.Cyrillic,
        "SR" or "KK" or "UZ" or "AZ" or "BS" => Script.Cyrillic | Script.Latin,
        "EL" => Script.Greek,
        "AR" or "FA" or "UR" or "PS" or "UG" or "SD" or "CKB" => Script.Arabic,
        "HE" or "YI" => Script.Hebrew,
        "TH" => Script.Thai,
        "HI" or "MR" or "NE" or "SA" or "MAI" or "BHO" => Script.Devanagari,
        _ => Script.Latin,
    };
}
