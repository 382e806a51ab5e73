using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Tests.Jobs;

[TestClass]
public sealed class RealignTests
{
    [TestMethod]
    public async Task Editions_that_an_older_version_cut_otherwise_are_brought_into_line_and_keep_what_still_stands()
    {
        using var folder = new TemporaryFolder();
        folder.Write("translations/articles/a.ko.md", "# 제목\n\n첫 문장이다. 둘째 문장이다.\n");
        var settings = SettingsFile.Read(folder.Write("transflow.json", """{ "source": {}, "targets": { "en": {} } }"""), new Dictionary<string, string>()).Settings!;
        using (var room = Newsroom.Open(settings, TimeProvider.System, NullLogger.Instance).Value!)
            await room.Pass(CancellationToken.None);
        var store = SqlStore.Open(settings.Store, folder.Root);
        var row = store.Edition("a", "en")!;
        store.Commit(new Changes { Editions = [(row.Edition with { Segments = Older(row.Edition.Segments) }, row.Version)], Core = "older" }, DateTimeOffset.UnixEpoch);

        using (var room = Newsroom.Open(settings, TimeProvider.System, NullLogger.Instance).Value!)
            await room.Pass(CancellationToken.None);

        var edition = store.Edition("a", "en")!.Edition;
        Assert.AreEqual("제목 | 첫 문장이다. | 둘째 문장이다.", string.Join(" | ", edition.Segments.Select(s => s.Source.Text)));
        Assert.AreEqual("Title", edition.Segments[0].Target?.Text);
        Assert.AreEqual(2, edition.Revision);
        Assert.IsTrue(File.Exists(folder["translations/en/translate/a.xlf"]));
        Assert.IsNull(EventChain.Break(store));
    }

    [TestMethod]
    public async Task Other_segmentation_rules_cut_the_articles_that_are_there_anew()
    {
        using var folder = new TemporaryFolder();
        folder.Write("translations/articles/a.ko.md", "첫 문장이다; 둘째 문장이다. 셋째다.\n");
        folder.Write("rules.srx", """
            <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body>
            <languagerules><languagerule languagerulename="All"><rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule></languagerule></languagerules>
            <maprules><languagemap languagepattern="ko.*" languagerulename="All"/></maprules></body></srx>
            """);
        var plain = """{ "source": {}, "targets": { "en": {} } }""";
        foreach (var (json, sentences) in new[] { (plain, "첫 문장이다; 둘째 문장이다. | 셋째다."), (plain.Replace("{},", "{ \"segmentation\": \"rules.srx\" },", StringComparison.Ordinal), "첫 문장이다; | 둘째 문장이다. 셋째다."), (plain, "첫 문장이다; 둘째 문장이다. | 셋째다.") })
        {
            var settings = SettingsFile.Read(folder.Write("transflow.json", json), new Dictionary<string, string>()).Settings!;
            using var room = Newsroom.Open(settings, TimeProvider.System, NullLogger.Instance).Value!;
            await room.Pass(CancellationToken.None);
            Assert.AreEqual(sentences, string.Join(" | ", SqlStore.Open(settings.Store, folder.Root).Edition("a", "en")!.Edition.Segments.Select(s => s.Source.Text)));
        }
    }

    /// <summary>The heading translated, and the two sentences as one segment.</summary>
    private static ImmutableArray<SegmentWork> Older(ImmutableArray<SegmentWork> segments) =>
        [segments[0] with { Target = Content.Of("Title") }, new SegmentWork(segments[1].UnitId, 0, Content.Of("첫 문장이다. 둘째 문장이다."))];
}
