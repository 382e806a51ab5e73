using System.Globalization;

namespace TransFlow.Xliff.Validation;

/// <summary>The module Plural, Gender and Select (XLIFF 2.2, part 2), from 2.2 on.</summary>
internal static class PluralRules
{
    private static readonly string[] Selectors = ["plural", "ordinal", "gender", "select"];
    private static readonly string[] Quantities = ["zero", "one", "two", "few", "many", "other"];

    public static void Check(InlineScope unit, Report report)
    {
        if (!report.Is22)
            return;
        var items = ValueType.Tokens(unit.Owner.Of(Vocabulary.Plurals, "switch") ?? "").Select(i => i.Split(':')).ToList();
        if (items.Count == 0 && unit.Owner.Of(Vocabulary.Plurals, "switch") is not null)
            report.Error("N04", unit.Owner, "'switch' is empty; give each variable as selector:variable, or take it out.");
        foreach (var item in items.Where(i => i.Length != 2 || i[1].Length == 0 || !Selectors.Contains(i[0])))
            report.Error("N04", unit.Owner, $"'switch' has '{string.Join(':', item)}'; write plural, ordinal, gender or select, a colon, and a variable.");
        foreach (var segment in unit.Parts)
        {
            if (segment.Of(Vocabulary.Plurals, "case") is not { } said)
                continue;
            var values = ValueType.Tokens(said).ToList();
            if (values.Count != items.Count || items.Count == 0)
                report.Error("N05", segment, $"'case' has {values.Count} values and the unit's 'switch' has {items.Count} items; make them equal.");
            foreach (var (item, value) in items.Zip(values).Where(p => p.First[0] is "plural" or "ordinal" && !IsQuantity(p.Second)))
                report.Error("N06", segment, $"'case' has '{value}' for {item[0]}; write a number or one of {string.Join(", ", Quantities)}.");
        }
    }

    private static bool IsQuantity(string value) => Quantities.Contains(value) || decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
