using System.Collections.Immutable;
using System.Globalization;

namespace TransFlow.Core.Publishing;

/// <summary>How a language writes a day, such as <c>MMMM d, yyyy</c> or <c>yyyy年M月d日</c>, and in which zone the day is told.</summary>
/// <param name="Pattern">Places <c>yyyy</c>, <c>M</c>, <c>MM</c>, <c>MMM</c>, <c>MMMM</c>, <c>d</c>, <c>dd</c>; other Latin letters stand between apostrophes.</param>
/// <param name="Zone">The zone.</param>
public sealed record DateForm(string Pattern, TimeZoneInfo Zone)
{
    /// <summary>Days as computers write them.</summary>
    public static DateForm Plain { get; } = new("yyyy-MM-dd", TimeZoneInfo.Utc);

    /// <summary>The places that there are.</summary>
    public static ImmutableArray<string> Places { get; } = ["yyyy", "MMMM", "MMM", "MM", "M", "dd", "d"];

    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss 'UTC'"];

    /// <summary>The names of the months.</summary>
    public ImmutableArray<string> Months { get; init; } = [];

    /// <summary>The names of the months as they are shortened.</summary>
    public ImmutableArray<string> ShortMonths { get; init; } = [];

    /// <summary>The piece of the pattern that says nothing, or what is missing from it; null when it is sound.</summary>
    public string? Problem
    {
        get
        {
            var pieces = Pieces(Pattern).ToList();
            if (pieces.Find(p => p is { IsPlace: false, Text: [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..] } && !p.IsQuoted).Text is { } stray)
                return $"'{stray}' in it is no place";
            if (!pieces.Exists(p => p.IsPlace && p.Text == "yyyy") || !pieces.Exists(p => p.IsPlace && p.Text[0] == 'M') || !pieces.Exists(p => p.IsPlace && p.Text[0] == 'd'))
                return "it lacks year, month or day";
            return pieces.Exists(p => p is { IsPlace: true, Text: "MMMM" }) && Months.Length != 12 || pieces.Exists(p => p is { IsPlace: true, Text: "MMM" }) && ShortMonths.Length != 12
                ? "the names of the months are not known"
                : null;
        }
    }

    /// <summary>Writes a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The words.</returns>
    public string Of(DateOnly day) => string.Concat(Pieces(Pattern).Select(p => !p.IsPlace ? p.Text : p.Text switch
    {
        "yyyy" => Number(day.Year, 4),
        "MMMM" => Months[day.Month - 1],
        "MMM" => ShortMonths[day.Month - 1],
        "MM" => Number(day.Month, 2),
        "M" => Number(day.Month, 1),
        "dd" => Number(day.Day, 2),
        _ => Number(day.Day, 1),
    }));

    /// <summary>Writes the day of a front matter value; a value without an offset is taken for the zone's own.</summary>
    /// <param name="value">A day, or a moment, as site generators write them.</param>
    /// <returns>The words; null when it is no date.</returns>
    public string? Of(string value)
    {
        var text = value.Trim();
        if (DateTimeOffset.TryParseExact(WithColon(text), Zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime));
        return text.Length >= 10 && (text.Length == 10 || text[10] is ' ' or 'T') && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Of(day) : null;
    }

    /// <summary>Offsets of the form <c>+0900</c> as the parser reads them.</summary>
    private static string WithColon(string text) =>
        text.Length > 5 && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0 ? text.Insert(text.Length - 2, ":") : text;

    private static string Number(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static IEnumerable<(string Text, bool IsPlace, bool IsQuoted)> Pieces(string pattern)
    {
        for (var at = 0; at < pattern.Length;)
        {
            if (pattern[at] == '\'')
            {
                var end = pattern.IndexOf('\'', at + 1) is >= 0 and var found ? found : pattern.Length;
                yield return (pattern[(at + 1)..end], false, true);
                at = Math.Min(end + 1, pattern.Length);
                continue;
            }

            var length = pattern.AsSpan(at).IndexOfAnyExcept(pattern[at]) is >= 0 and var run ? run : pattern.Length - at;
            var text = pattern.Substring(at, length);
            yield return (text, Places.Contains(text), false);
            at += length;
        }
    }
}
