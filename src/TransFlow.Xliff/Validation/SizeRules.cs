using System.Numerics;
using System.Text.RegularExpressions;

namespace TransFlow.Xliff.Validation;

/// <summary>The module Size and Length Restriction (XLIFF 2.1, 5.7), with its standard profiles.</summary>
internal static partial class SizeRules
{
    public static void Check(Survey survey, Report report)
    {
        if (survey.WithSizes.Count == 0)
            return;
        var sizes = new Dictionary<(Node Profiles, bool IsStorage), TextSize>();
        survey.WithSizes.ForEach(n => Sizes(n, sizes, survey, report));
    }

    private static void Sizes(Node node, Dictionary<(Node Profiles, bool IsStorage), TextSize> sizes, Survey survey, Report report)
    {
        TextSize Size(Node profiles, bool isStorage) => sizes.TryGetValue((profiles, isStorage), out var size)
            ? size
            : sizes[(profiles, isStorage)] = isStorage ? TextSize.OfBytes(profiles, profiles["storageProfile"]!) : TextSize.OfPoints(profiles);

        string? Of(string name) => node.Of(Vocabulary.Sizes, name);
        if ((Of("sizeRestriction") ?? Of("storageRestriction")) is not null && !node.IsOneOf("file", "group", "unit", "mrk", "sm", "pc", "sc"))
            report.Error("Z04", node, $"'{node.Name}' may have no size or storage restriction; put it on a file, group, unit, mrk, sm, pc or sc.");
        if (node.Is("ec") && node["isolated"] != "yes" && (Of("equivStorage") ?? Of("sizeInfo") ?? Of("sizeInfoRef")) is not null)
            report.Error("Z09", node, "Only an isolated 'ec' has sizes; put them on its 'sc'.");
        if (Of("sizeInfo") is not null && Of("sizeInfoRef") is not null)
            report.Error("Z10", node, "There are both 'sizeInfo' and 'sizeInfoRef'; keep one.");
        var profiles = survey.Beginnings.Around(node, "slr:profiles").FirstOrDefault();
        var (general, storage) = (profiles?["generalProfile"], profiles?["storageProfile"]);
        if (general == "xliff:codepoints")
        {
            Bounds(node, Of("sizeRestriction"), "Z05", report);
            Within(node, Of("sizeRestriction"), Size(profiles!, isStorage: false), survey, report);
            Whole(node, Of("sizeInfo"), "Z08", report);
        }

        if (storage is "xliff:utf8" or "xliff:utf16" or "xliff:utf32")
        {
            Bounds(node, Of("storageRestriction"), "Z06", report);
            Within(node, Of("storageRestriction"), Size(profiles!, isStorage: true), survey, report);
            Whole(node, Of("equivStorage"), "Z07", report);
        }

        if (Of("sizeInfoRef")?.Trim(ValueType.Blank) is { } reference && !survey.Beginnings.HaveId(node, "slr:data", reference, isInside: true))
            report.Error("Z11", node, $"There is no element with the id '{reference}' in an slr:data here or around; add it, or mend 'sizeInfoRef'.");
    }

    /// <summary>Holds text against the limits that are on it.</summary>
    private static void Within(Node node, string? restriction, TextSize size, Survey survey, Report report)
    {
        if (restriction is null || !Restriction().IsMatch(restriction) || !node.IsOneOf("file", "group", "unit", "mrk", "sm", "pc", "sc"))
            return;
        var (least, most) = Limits(restriction);
        if (!(least > most) && size.Of(node, cost => survey.Work.Allows(cost, "Z12", node, report)) is { } there && (there < least || there > most))
            report.Warn("Z12", node, $"Its text takes {there} {size.Unit}, and {(there < least ? $"at least {least}" : $"at most {most}")} are allowed; make it {(there < least ? "longer" : "shorter")}.");
    }

    private static (BigInteger Least, BigInteger? Most) Limits(string restriction)
    {
        var limits = restriction.Split(',');
        return (limits.Length > 1 ? Quantity.Of(limits[0])!.Value : BigInteger.Zero, Quantity.Of(limits[^1]));
    }

    private static void Bounds(Node node, string? value, string rule, Report report)
    {
        if (value is not null && !Restriction().IsMatch(value))
            report.Error(rule, node, $"The restriction is '{value}'; write a maximum or 'minimum,maximum' in whole numbers, with '*' for no maximum.");
        else if (value is not null && Limits(value) is var (least, most) && least > most)
            report.Error(rule, node, $"The restriction is '{value}', and its minimum is greater than its maximum; change places.");
    }

    private static void Whole(Node node, string? value, string rule, Report report)
    {
        if (value is not null && Quantity.Of(value) is null)
            report.Error(rule, node, $"The size is '{value}'; write a whole number.");
    }

    [GeneratedRegex(@"^[ \t\r\n]*(?:[0-9]+[ \t\r\n]*,[ \t\r\n]*)?(?:[0-9]+|\*)[ \t\r\n]*\z")]
    private static partial Regex Restriction();
}
