using System.Text;

namespace TransFlow.Xliff.Validation;

/// <summary>The text of both sides of a unit, put into each normalization form once.</summary>
internal sealed class UnitText(InlineScope unit)
{
    private readonly string?[] _sources = new string?[3];
    private readonly string?[] _targets = new string?[3];

    /// <summary>The length of both sides.</summary>
    public int Length => Source(null).Length + Target(null).Length;

    public string Source(NormalizationForm? form) => Of(Kinds.Source, form, _sources);

    /// <summary>The targets in their own order; sources where there is none.</summary>
    public string Target(NormalizationForm? form) => Of(Kinds.Target, form, _targets);

    /// <summary>A text in a form. What Unicode does not know (a lone surrogate, which <c>cp</c> can hold) has none, and stays as it is.</summary>
    public static string Formed(string text, NormalizationForm? form)
    {
        try
        {
            return form is { } f ? text.Normalize(f) : text;
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private string Of(ulong side, NormalizationForm? form, string?[] made)
    {
        made[0] ??= string.Concat((side == Kinds.Target ? unit.TargetParts : unit.Parts).Select(p => (p.First(side) ?? p.First(Kinds.Source))?.Element.InnerText));
        return form switch
        {
            NormalizationForm.FormC => made[1] ??= Formed(made[0]!, form),
            NormalizationForm.FormD => made[2] ??= Formed(made[0]!, form),
            _ => made[0]!,
        };
    }
}
