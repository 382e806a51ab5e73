using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace TransFlow.Xliff.Validation;

/// <summary>The module Size and Length Restriction (XLIFF 2.1, 5.7), with its standard profiles.</summary>
internal static partial class SizeRules
{
    public static void Check(Survey survey, Report report) => survey.WithSizes.ForEach(n => Sizes(n, survey, report));

    private static void Sizes(Node node, Survey survey, Report report)
    {
        string? Of(string name) => node.Of(Vocabulary.Sizes, name);
        if ((Of("sizeRestriction") ?? Of("storageRestriction")) is not null && !node.IsOneOf("file", "group", "unit", "mrk", "sm", "pc", "sc"))
            report.Error("Z04", node, $"'{node.Name}' may have no size or storage restriction; put it on a file, group, unit, mrk, sm, pc or sc.");
        if (node.Is("ec") && node["isolated"] != "yes" && (Of("equivStorage") ?? Of("sizeInfo") ?? Of("sizeInfoRef")) is not null)
            report.Error("Z09", node, "Only an isolated 'ec' has sizes; put them on its 'sc'.");
        if (Of("sizeInfo") is not null && Of("sizeInfoRef") is not null)
            report.Error("Z10", node, "There are both 'sizeInfo' and 'sizeInfoRef'; keep one.");
        var profiles = survey.Around(node, "slr:profiles").FirstOrDefault();
        var (general, storage) = (profiles?["generalProfile"], profiles?["storageProfile"]);
        if (general == "xliff:codepoints")
        {
            Bounds(node, Of("sizeRestriction"), "Z05", report);
            Within(node, Of("sizeRestriction"), TextSize.OfPoints(profiles!), report);
            Whole(node, Of("sizeInfo"), "Z08", report);
        }

        if (storage is "xliff:utf8" or "xliff:utf16" or "xliff:utf32")
        {
            Bounds(node, Of("storageRestriction"), "Z06", report);
            Within(node, Of("storageRestriction"), TextSize.OfBytes(profiles!, storage), report);
            Whole(node, Of("equivStorage"), "Z07", report);
        }

        if (Of("sizeInfoRef") is { } reference && !survey.Around(node, "slr:data").SelectMany(d => d.All()).Any(n => n["id"] == reference || n.Of(Vocabulary.Xml, "id") == reference))
            report.Error("Z11", node, $"There is no size information '{reference}' in an slr:data here or around.");
    }

    /// <summary>Holds text against the limits that are on it.</summary>
    private static void Within(Node node, string? restriction, TextSize size, Report report)
    {
        if (restriction is null || !Restriction().IsMatch(restriction) || !node.IsOneOf("file", "group", "unit", "mrk", "sm", "pc", "sc"))
            return;
        var limits = restriction.Split(',');
        var least = limits.Length > 1 ? Number(limits[0]) : BigInteger.Zero;
        var most = limits[^1].Trim(ValueType.Blank) == "*" ? null : (BigInteger?)Number(limits[^1]);
        var there = size.Of(node);
        if (there < least || there > most)
            report.Warn("Z12", node, $"Its text takes {there} {size.Unit}, and {(there < least ? $"at least {least}" : $"at most {most}")} are allowed; make it {(there < least ? "longer" : "shorter")}.");
    }

    private static BigInteger Number(string digits) => BigInteger.Parse(digits.Trim(ValueType.Blank), NumberStyles.None, CultureInfo.InvariantCulture);

    private static void Bounds(Node node, string? value, string rule, Report report)
    {
        if (value is not null && !Restriction().IsMatch(value))
            report.Error(rule, node, $"The restriction is '{value}'; it is a maximum or 'minimum,maximum' in whole numbers, with '*' for no maximum.");
    }

    private static void Whole(Node node, string? value, string rule, Report report)
    {
        if (value is not null && !BigInteger.TryParse(value.Trim(ValueType.Blank), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            report.Error(rule, node, $"The size is '{value}'; it is a whole number.");
    }

    [GeneratedRegex(@"^[ \t\r\n]*(?:[0-9]+[ \t\r\n]*,[ \t\r\n]*)?(?:[0-9]+|\*)[ \t\r\n]*\z")]
    private static partial Regex Restriction();
}
