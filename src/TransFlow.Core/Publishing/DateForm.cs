using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Publishing;

/// <summary>How a language writes a day, such as <c>MMMM d, yyyy</c> or <c>yyyy年M月d日</c>, and in which zone the day is told.</summary>
/// <param name="Pattern">Places <c>yyyy</c>, <c>M</c>, <c>MM</c>, <c>MMM</c>, <c>MMMM</c>, <c>d</c>, <c>dd</c>; other Latin letters stand between apostrophes.</param>
/// <param name="Zone">The zone.</param>
public sealed partial record DateForm(string Pattern, TimeZoneInfo Zone)
{
    /// <summary>Days as computers write them.</summary>
    public static DateForm Plain { get; } = new("yyyy-MM-dd", TimeZoneInfo.Utc);

    /// <summary>The places that there are.</summary>
    public static ImmutableArray<string> Places { get; } = ["yyyy", "MMMM", "MMM", "MM", "M", "dd", "d"];

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
        if (Zoned().Match(text) is { Success: true } zoned && DateTime.TryParseExact($"{zoned.Groups["day"]} {zoned.Groups["time"]}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && OffsetOf(zoned.Groups["offset"].Value) is var offset && offset.Duration() <= TimeSpan.FromHours(14))
        {
            return Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(local, offset), Zone).DateTime));
        }

        return text.Length >= 10 && (text.Length == 10 || text[10] is ' ' or 'T') && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Of(day) : null;
    }

    /// <summary>An offset as it is written: <c>Z</c>, <c>UTC</c>, <c>+09</c>, <c>+0900</c> or <c>+09:00</c>.</summary>
    private static TimeSpan OffsetOf(string written)
    {
        if (written[0] is not ('+' or '-'))
            return TimeSpan.Zero;
        var digits = written[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var offset = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture), 0);
        return written[0] == '-' ? -offset : offset;
    }

    /// <summary>A moment with its offset; what is less than a minute changes no day.</summary>
    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]+(?<time>[0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?[ ]*(?<offset>[Zz]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Zoned();

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
