using System.Collections.Frozen;
using System.Globalization;

namespace TransFlow.Core.Formats.Tables;

/// <summary>Languages as people and their programs head a column: in English, in the language itself, or in Korean.</summary>
internal static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Tags = Named().DistinctBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(n => n.Name, n => n.Tag, StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag of a language that is named in words.</summary>
    /// <param name="name">The name, perhaps with a region or script in brackets.</param>
    /// <returns>The tag; null for another word.</returns>
    public static string? TagOf(string name) => Tags.GetValueOrDefault(name) ?? (name.Split('(', 2) is [var language, var place] && Tags.GetValueOrDefault(language.Trim()) is { } tag ? tag + Region(place.TrimEnd(')', ' ')) : null);

    /// <summary>What stands in the brackets, where it is a region's code or its English name; else nothing.</summary>
    private static string Region(string place)
    {
        var code = place.Trim() switch
        {
            "UK" => "GB",
            "USA" or "United States" => "US",
            "United Kingdom" => "GB",
            var other => other,
        };
        return code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? $"-{code}" : "";
    }

    private static IEnumerable<(string Name, string Tag)> Named()
    {
        foreach (var (name, tag) in new[] { ("영어", "en"), ("일본어", "ja"), ("중국어", "zh"), ("독일어", "de"), ("프랑스어", "fr"), ("스페인어", "es"), ("러시아어", "ru"), ("베트남어", "vi"), ("조선어", "ko"), ("中文", "zh"), ("Chinese", "zh") })
            yield return (name, tag);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(c => c.Name.Length > 0).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            yield return (culture.EnglishName, culture.Name);
            yield return (culture.NativeName, culture.Name);
        }
    }
}
