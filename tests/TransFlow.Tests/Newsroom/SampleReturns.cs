using System.Collections.Immutable;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Tests.Newsroom;

/// <summary>
/// The files that the sample newsroom's people return, made from the parallel articles: the translator's with a few wordings
/// that the editor changes, the editor's with the words as they were published.
/// </summary>
internal static class SampleReturns
{
    private static readonly Route Default = Route.Of("default", ["translate", "edit"]).Value!;

    /// <summary>What the editor changed: the published words, and the translator's.</summary>
    private static readonly (string Published, string Translated)[] Changed =
    [
        ("show little sign of coming down", "do not seem to be coming down"),
        ("people say things are different this year", "residents explain that the situation this year is different"),
        ("Warehouses are full, but markets are empty", "The warehouses are full but the markets are empty"),
    ];

    /// <summary>The files by name, as they lie in <c>translations/returned</c>.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Files =>
    [
        ("autumn-rice-prices_translated.xlf", Translated("autumn-rice-prices")),
        ("autumn-rice-prices_edited.xlf", Edited("autumn-rice-prices")),
        ("sinuiju-customs-trucks_translated.xlf", Translated("sinuiju-customs-trucks")),
    ];

    /// <summary>The translator's file of an article.</summary>
    public static byte[] Translated(string article)
    {
        var source = Sample.Korean(article);
        var edition = EditionRevision.Begin(article, "en", source, Default);
        return Filled(Package.Cut(source, edition)!, Parallel(source, article, Draft));
    }

    /// <summary>The editor's file of an article.</summary>
    public static byte[] Edited(string article)
    {
        var source = Sample.Korean(article);
        var edition = EditionRevision.Begin(article, "en", source, Default);
        var sent = ReturnReader.Read(PackageXliff.Write(Package.Cut(source, edition)!), "sent").Value!;
        var merged = ReturnMerge.Merge(sent, ReturnReader.Read(Translated(article), "returned").Value!, "en").Value!;
        var translated = ReturnPlan.For(edition, source, merged, "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack).Edition;
        return Filled(Package.Cut(source, translated)!, Parallel(source, article, t => t));
    }

    private static Dictionary<string, ImmutableArray<Content?>> Parallel(Extraction source, string article, Func<Content, Content> worded) =>
        ParallelText.Targets(source, Sample.Parallel(article)).ToDictionary(u => u.Key, u => u.Value.Select(t => t is null ? null : worded(t)).ToImmutableArray(), StringComparer.Ordinal);

    private static Content Draft(Content published) =>
        Content.Parse(Changed.Aggregate(published.ToString(), (text, change) => text.Replace(change.Published, change.Translated, StringComparison.Ordinal)));

    /// <summary>A package with targets, as a translator's tool returns it.</summary>
    public static byte[] Filled(Package package, Dictionary<string, ImmutableArray<Content?>> targets) =>
        PackageXliff.Write(package with { Units = [.. package.Units.Select(u => Filled(u, targets[u.Unit.Id]))] });

    private static PackageUnit Filled(PackageUnit unit, ImmutableArray<Content?> targets) => targets.Any(t => t is { IsEmpty: true })
        ? Joined(unit, targets[0])
        : unit with { Segments = [.. unit.Segments.Select(s => s with { Target = targets[s.Index] })] };

    /// <summary>The unit as a tool returns it in which the translator joined its sentences: English does not always break where Korean does.</summary>
    private static PackageUnit Joined(PackageUnit unit, Content? target)
    {
        var source = new Content(unit.Unit.Segments.SelectMany(s => s.Source.Parts.Add(new Inline(InlineKind.Text, s.SpaceAfter))));
        return new PackageUnit(unit.Unit with { Segments = [unit.Unit.Segments[0] with { Source = source, SpaceAfter = "" }] }, [unit.Segments[0] with { Source = source, Target = target }]);
    }
}
