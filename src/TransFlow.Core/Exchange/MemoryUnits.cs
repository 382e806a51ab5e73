using System.Collections.Immutable;
using TransFlow.Core.Formats.Tmx;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>Segments as units of a translation memory.</summary>
public static class MemoryUnits
{
    /// <summary>The translated segments of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">The source language.</param>
    /// <param name="target">The target language.</param>
    /// <returns>A unit for each segment that has a target.</returns>
    public static IEnumerable<MemoryUnit> Of(ReturnedFile file, string source, string target) =>
        file.Units.SelectMany(u => u.Pieces).Where(p => p is { IsSegment: true, Target: not null }).Select(p => Of(p.Source, p.Target!, source, target));

    /// <summary>A pair of source and target.</summary>
    /// <param name="source">The source words.</param>
    /// <param name="target">The target words.</param>
    /// <param name="sourceLanguage">The source language.</param>
    /// <param name="targetLanguage">The target language.</param>
    /// <returns>The unit.</returns>
    public static MemoryUnit Of(Content source, Content target, string sourceLanguage, string targetLanguage) =>
        new([new MemoryVariant(sourceLanguage, Inline(source, source)), new MemoryVariant(targetLanguage, Inline(target, source))]);

    /// <summary>Words and codes, which have the same number in both languages; the markup that codes stand for stays in the house.</summary>
    private static ImmutableArray<MemoryInline> Inline(Content content, Content source)
    {
        var numbers = source.Parts.Concat(content.Parts).Where(p => p.Kind != InlineKind.Text).Select(p => p.Value).Distinct(StringComparer.Ordinal).Select((id, i) => (id, Number: $"{i + 1}")).ToDictionary(p => p.id, p => p.Number, StringComparer.Ordinal);
        return [.. content.Parts.Select(p => p.Kind switch
        {
            InlineKind.Open => Code("bpt", ("i", numbers[p.Value]), ("x", numbers[p.Value])),
            InlineKind.Close => Code("ept", ("i", numbers[p.Value])),
            InlineKind.Standalone => Code("ph", ("x", numbers[p.Value])),
            _ => (MemoryInline)new MemoryText(p.Value),
        })];
    }

    private static MemoryCode Code(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var all = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var (name, value) in attributes)
            all.Add(KeyValuePair.Create(name, value));
        return new MemoryCode(element) { Attributes = all.ToImmutable() };
    }
}
