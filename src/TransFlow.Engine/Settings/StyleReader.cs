using System.Collections.Immutable;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;

namespace TransFlow.Engine.Settings;

/// <summary>Reads the house style of one language.</summary>
/// <param name="style">The object.</param>
/// <param name="boilerplate">The standing texts.</param>
/// <param name="zone">The zone in which days are told unless the style says another.</param>
internal sealed class StyleReader(SettingReader style, BoilerplateFiles boilerplate, TimeZoneInfo zone)
{
    private static readonly string[] Cases = ["asTyped", "upper", "sentence", "title"];
    private static readonly string[] Keys = ["none", "auto", "hugo", "jekyll", "wordpress"];

    public HouseStyle Read(string language)
    {
        var plain = new HouseStyle();
        var read = new HouseStyle
        {
            HeadingCase = (HeadingCase)Array.IndexOf(Cases, style.Choice("headingCase", Cases)),
            Protected = [.. style.Texts("protected")],
            SmallWords = [.. style.Texts("smallWords").Select(w => w.ToLowerInvariant())],
            Quotes = Quotes(),
            Date = Date(language),
            Credits = style.Text("credits"),
            Names = Names(),
            Caption = Template("caption", "{caption}"),
            ReadIn = style.Text("readIn"),
            TranslationKeys = (TranslationKeyPreset)Array.IndexOf(Keys, style.Choice("translationKeys", Keys)),
            Url = [.. style.Texts("url")],
            Correction = style.Text("correction", plain.Correction)!,
            Update = style.Text("update", plain.Update)!,
            Retraction = style.Text("retraction"),
            Boilerplate = [.. style.Texts("boilerplate").Select(n => Text(n, language)).OfType<Boilerplate>()],
            Links = style.TextOrTexts("links"),
            FrontMatter = Maps(style.Object("frontMatter")),
            Set = Values(style.Object("set")),
        };
        if (read is { HeadingCase: HeadingCase.Title, SmallWords.IsEmpty: true } && PageLanguage.HasCase(language) && PageLanguage.Of(language).SmallWords.IsEmpty)
            style.Problem("headingCase", "no-small-words", $"Which words of '{language}' have no capital inside a title is not known.", "List them: \"smallWords\": [\"de\", \"la\"]; or choose asTyped, upper or sentence.");
        style.Done();
        return read;
    }

    private string? Template(string name, string place)
    {
        var text = style.Text(name);
        if (text is not null && !text.Contains(place, StringComparison.Ordinal))
            style.Problem(name, "no-place", $"'{text}' has no place for what it should say.", $"Put {place} into it.");
        return text;
    }

    private NameList? Names()
    {
        if (!style.Has("names"))
            return null;
        if (NameList.Of([.. style.Texts("names")]) is { } names)
            return names;
        style.Problem("names", "setting-value", "That does not say how names are joined.", "Write how A and B would be, and A, B and C where that is another way: [\"A and B\", \"A, B and C\"].");
        return null;
    }

    /// <summary>Two or four marks, as one text of single signs or as a list.</summary>
    private QuoteStyle? Quotes()
    {
        if (!style.Has("quotes"))
            return null;
        string[] marks = [.. style.Texts("quotes")];
        if (marks is [{ Length: 2 or 4 } signs])
            marks = [.. signs.Select(s => s.ToString())];
        var quotes = marks.Length switch
        {
            2 => new QuoteStyle(marks[0], marks[1], marks[0], marks[1]),
            4 => new QuoteStyle(marks[0], marks[1], marks[2], marks[3]),
            _ => null,
        };
        if (quotes is { IsKnown: true })
            return quotes;
        style.Problem("quotes", "setting-value", "These are no quotation marks.", $"Write the outer and the inner pair, such as \"“”‘’\", or as a list where spaces stand inside; signs are {string.Join(' ', QuoteStyle.Signs.AsEnumerable())}.");
        return null;
    }

    private DateForm Date(string language)
    {
        var known = PageLanguage.Of(language);
        string[] months = [.. style.Texts("months")];
        if (months.Length is not (0 or 12))
            style.Problem("months", "setting-value", $"These are {months.Length} months.", "List the twelve from January on.");
        var own = Zone();
        var form = new DateForm(style.Text("date", DateForm.Plain.Pattern)!, own)
        {
            Months = months.Length == 12 ? [.. months] : known.Months,
            ShortMonths = months.Length == 12 ? [.. months] : known.ShortMonths,
        };
        if (form.Problem is not { } problem)
            return form;
        style.Problem("date", "setting-value", $"'{form.Pattern}' is no form of a day: {problem}.", $"Places are {string.Join(", ", DateForm.Places)}; other Latin letters stand between apostrophes; 'months' lists the names of months.");
        return DateForm.Plain;
    }

    private TimeZoneInfo Zone()
    {
        if (style.Text("dateZone") is not { } name)
            return zone;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found))
            return found;
        style.Problem("dateZone", "no-zone", $"'{name}' is no time zone.", "Write an IANA name such as Asia/Seoul.");
        return zone;
    }

    private Boilerplate? Text(string name, string language)
    {
        if (boilerplate.Read(name, language) is { } markdown)
            return new Boilerplate(name, markdown);
        style.Problem("boilerplate", "no-boilerplate", $"There is no standing text '{name}' in '{language}'.", $"Write it as {boilerplate.PathOf(name, language)}.");
        return null;
    }

    private static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Maps(SettingReader maps) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, maps.Names.Select(k => KeyValuePair.Create(k, maps.TextOrTexts(k))));

    private static ImmutableArray<FrontMatterEdit> Values(SettingReader values) =>
    [
        .. values.Names.Order(StringComparer.Ordinal)
            .Select(k => new FrontMatterEdit(k, [.. values.Texts(k)]) { IsList = values.IsList(k), IsBare = values.IsBare(k) })
            .Where(e => e.IsList || !e.Values.IsEmpty),
    ];
}
