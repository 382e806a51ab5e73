using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class PackageFormTests
{
    private const string Before = "쌀값이 올랐다. 상인들이 그렇게 말했다.";

    private static IEnumerable<object[]> Forms => FileForm.Names.Select(n => new object[] { n });

    [TestMethod]
    [DynamicData(nameof(Forms))]
    public void A_changed_sentence_carries_its_former_translation_and_what_was_changed_in_every_form(string name)
    {
        var (package, sent, unit) = Revised(name, "쌀값이 아주 많이 올랐다. 상인들이 그렇게 말했다.");
        StringAssert.Contains(TextOf(unit), "Rice is up.", StringComparison.Ordinal);
        StringAssert.Contains(TextOf(unit), "So the traders say.", StringComparison.Ordinal);
        StringAssert.Contains(string.Join('\n', unit.Notes), "The source has changed since the target was written: sentence 1: ", StringComparison.Ordinal);
        StringAssert.Contains(string.Join('\n', unit.Notes), "아주 많이", StringComparison.Ordinal);
        UntouchedSaysNothing(package, sent, unit);
    }

    [TestMethod]
    [DynamicData(nameof(Forms))]
    public void Former_translations_stay_beside_a_sentence_that_is_new_in_every_form(string name)
    {
        var (package, sent, unit) = Revised(name, "쌀값이 아주 많이 올랐다. 상인들이 그렇게 말했다. 정부는 아직 아무런 대답이 없다.");
        StringAssert.Contains(TextOf(unit), "Rice is up.", StringComparison.Ordinal);
        StringAssert.Contains(TextOf(unit), "So the traders say.", StringComparison.Ordinal);
        UntouchedSaysNothing(package, sent, unit);
    }

    private static void UntouchedSaysNothing(Package package, ReturnedFile file, ReturnedUnit unit)
    {
        var merged = ReturnMerge.Merge(ReturnedFile.Of(package), file, "en").Value!;
        Assert.IsEmpty(merged.Segments.Where(s => s.Changed));
        Assert.IsEmpty(merged.Segments.Where(s => s.Target is null && s.Sent is not null), unit.Id);
    }

    /// <summary>A package of an article whose paragraph became another, in a form, and the paragraph in it.</summary>
    private static (Package Package, ReturnedFile File, ReturnedUnit Unit) Revised(string name, string after)
    {
        var source = Article(Before);
        var edition = EditionRevision.Begin("a", "en", source, Route.Of("default", ["translate", "edit"]).Value!);
        string[] targets = ["Rice prices", "Rice is up.", "So the traders say."];
        edition = edition with { Segments = [.. edition.Segments.Select((s, i) => s with { Target = Content.Of(targets[i]) })] };
        var now = Sample.Extract(Encoding.UTF8.GetBytes(Text(after)), "ko", unitIds: [.. source.Units.Select(u => u.Id)]);
        var package = Package.Cut(now, EditionRevision.Revise(edition, now, 2))!;
        var file = ReturnReader.Read(PackageForm.Of(PackageXliff.Write(package), FileForm.Named(name)!, Companions.None), "a.xlf").Value!;
        return (package, file, file.Units.Single(u => u.SourceText.Contains("상인", StringComparison.Ordinal)));
    }

    private static string Text(string paragraph) => $"---\nlang: ko\ntitle: 쌀값\n---\n\n{paragraph}\n";

    private static Extraction Article(string paragraph) => Sample.Extract(Encoding.UTF8.GetBytes(Text(paragraph)), "ko");

    private static string TextOf(ReturnedUnit unit) => string.Concat(unit.Pieces.Select(p => p.Target?.Text));
}
