using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>
/// The words of one unit as one text, so that a style sees past inline codes and the ends of sentences; what it makes of each character
/// goes back to where that stood. Codes cannot be touched.
/// </summary>
internal sealed class UnitWords
{
    /// <summary>Stands for an inline code that stands alone.</summary>
    private const char Object = '\uFFFC';

    private readonly ImmutableArray<Content?> _targets;

    public UnitWords(ImmutableArray<Content?> targets)
    {
        _targets = targets;
        var text = new StringBuilder();
        foreach (var target in targets.OfType<Content>())
        {
            if (text.Length > 0)
                text.Append(' ');
            foreach (var (kind, value) in target.Parts)
                text.Append(kind == InlineKind.Text ? value : kind == InlineKind.Standalone ? Object.ToString() : "");
        }

        Text = text.ToString();
        Now = [.. Text.Select(c => c.ToString())];
    }

    /// <summary>The words; sentences are set apart by a space.</summary>
    public string Text { get; }

    /// <summary>What stands for each character of them.</summary>
    public string[] Now { get; }

    /// <summary>The targets with what now stands for each character.</summary>
    public ImmutableArray<Content?> Targets()
    {
        var targets = ImmutableArray.CreateBuilder<Content?>(_targets.Length);
        var at = 0;
        foreach (var target in _targets)
        {
            if (target is null)
            {
                targets.Add(null);
                continue;
            }

            at += at == 0 ? 0 : 1;
            var parts = new List<Inline>();
            foreach (var part in target.Parts)
            {
                parts.Add(part.Kind == InlineKind.Text ? part with { Value = string.Concat(Now[at..(at + part.Value.Length)]) } : part);
                at += part.Kind == InlineKind.Text ? part.Value.Length : part.Kind == InlineKind.Standalone ? 1 : 0;
            }

            targets.Add(new Content(parts));
        }

        return targets.DrainToImmutable();
    }
}
