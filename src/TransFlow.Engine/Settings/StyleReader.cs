using System.Collections.Immutable;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;

namespace TransFlow.Engine.Settings;

/// <summary>Reads the house style of one language.</summary>
/// <param name="style">The object.</param>
/// <param name="boilerplate">The standing texts.</param>
internal sealed class StyleReader(SettingReader style, BoilerplateFiles boilerplate)
{
    public HouseStyle Read(string language)
    {
        var plain = new HouseStyle();
        var read = new HouseStyle
        {
            HeadingCase = style.Choice("headingCase", "asTyped", "upper") == "upper" ? HeadingCase.Upper : HeadingCase.AsTyped,
            Credits = style.Text("credits"),
            ReadIn = style.Text("readIn"),
            Correction = style.Text("correction", plain.Correction)!,
            Update = style.Text("update", plain.Update)!,
            Retraction = style.Text("retraction", plain.Retraction)!,
            Boilerplate = [.. style.Texts("boilerplate").Select(n => Text(n, language)).OfType<Boilerplate>()],
            Links = style.TextOrTexts("links"),
            FrontMatter = Maps(style.Object("frontMatter")),
            Set = Values(style.Object("set")),
        };
        style.Done();
        return read;
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
