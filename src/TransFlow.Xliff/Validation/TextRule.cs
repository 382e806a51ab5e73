using System.Globalization;
using System.Text;

namespace TransFlow.Xliff.Validation;

/// <summary>One rule of the module Validation, read once and held against many texts.</summary>
internal sealed class TextRule
{
    private readonly StringComparison _how;
    private readonly string _said;
    private readonly NormalizationForm? _form;
    private readonly bool _existsInSource;
    private readonly string? _times;

    /// <summary>Reads a rule.</summary>
    /// <param name="kind">Which of its attributes says what is looked for, such as <c>startsWith</c>.</param>
    /// <param name="value">What is looked for.</param>
    /// <param name="rule">The rule.</param>
    public TextRule(string kind, string value, Node rule)
    {
        (Kind, Value) = (kind, value);
        _form = rule["normalization"] switch { "none" => null, "nfd" => NormalizationForm.FormD, _ => NormalizationForm.FormC };
        _how = rule["caseSensitive"] == "no" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _said = UnitText.Formed(value, _form);
        _existsInSource = rule["existsInSource"] == "yes";
        _times = kind == "isPresent" && _said.Length > 0 ? rule["occurs"]?.Trim(ValueType.Blank).TrimStart('+').TrimStart('0') : null;
        IsDisabled = rule["disabled"] == "yes";
    }

    public string Kind { get; }

    public string Value { get; }

    public bool IsDisabled { get; }

    /// <summary>What it takes to hold it against a text, in some measure.</summary>
    public long Cost(UnitText text) => 1 + (text.Length / (_how == StringComparison.Ordinal ? 32 : 4));

    public bool Holds(UnitText text)
    {
        if (_existsInSource && !Fits(text.Source(_form)))
            return true;
        var target = text.Target(_form);
        return Fits(target) && (_times is null || Count(target).ToString(CultureInfo.InvariantCulture) == _times);
    }

    private bool Fits(string text) => Kind switch
    {
        "isPresent" => text.Contains(_said, _how),
        "isNotPresent" => !text.Contains(_said, _how),
        "startsWith" => text.StartsWith(_said, _how),
        _ => text.EndsWith(_said, _how),
    };

    private int Count(string text)
    {
        var count = 0;
        for (var at = text.IndexOf(_said, _how); at >= 0; at = text.IndexOf(_said, at + _said.Length, _how))
            count++;
        return count;
    }
}

/// <summary>The rules that one element states; of two that say the same the later one counts.</summary>
internal sealed class TextRuleSet
{
    private readonly Dictionary<(string Kind, string Value), TextRule> _rules = [];

    public TextRuleSet(IEnumerable<Node> validations)
    {
        foreach (var rule in validations.SelectMany(v => v.Of("val:rule")))
        {
            foreach (var kind in TextRules.Kinds)
            {
                if (rule[kind] is { } value)
                    _rules[(kind, value)] = new(kind, value, rule);
            }
        }
    }

    public IEnumerable<TextRule> Rules => _rules.Values;

    public bool Has(TextRule rule) => _rules.ContainsKey((rule.Kind, rule.Value));
}
