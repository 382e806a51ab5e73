using CsCheck;

namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed class OperationTests
{
    [TestMethod]
    public void What_is_split_and_joined_again_is_what_it_was() => Gen.Select(Documents.AnyUnit, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((unit, source, target) =>
    {
        if (Splittable(unit) is not { } at || Place(unit.Parts.ElementAt(at).Source!, source) is not { } place)
            return;
        var segment = (Segment)unit.Parts.ElementAt(at);
        int? targetPlace = segment.Target is null ? null : Place(segment.Target, target);
        var split = Segmentation.Split(unit, at, place, targetPlace);
        Assert.AreEqual(unit.Parts.Count() + 1, split.Parts.Count());
        Assert.AreEqual(Text(unit, p => p.Source), Text(split, p => p.Source), "the source as a whole stays");
        Assert.AreEqual(Text(unit, p => p.Target), Text(split, p => p.Target));
        AssertValid(split);
        var joined = Segmentation.Join(split, at, at + 1);
        if (segment.Target is not null && targetPlace is null)
            joined = joined with { Parts = joined.Parts.Select((p, i) => i == at ? ((Segment)p) with { State = segment.State, SubState = segment.SubState } : p) };
        Assert.AreEqual(unit with { Parts = unit.Parts }, joined);
    });

    [TestMethod]
    public void Joined_segments_are_valid_and_as_far_as_the_least() => Documents.AnyUnit.Sample(unit =>
    {
        var parts = unit.Parts.ToList();
        var segments = parts.Index().Where(p => p.Item is Segment).Select(p => p.Index).ToList();
        if (segments.Count < 2 || parts.OfType<Segment>().Any(s => s.CanResegment == false))
            return;
        var joined = Segmentation.Join(unit, segments[0], segments[^1]);
        Assert.AreEqual(Text(unit, p => p.Source), Text(joined, p => p.Source));
        AssertValid(joined);
        var all = parts.OfType<Segment>().ToList();
        var state = joined.Segments.Single().State ?? "initial";
        if (all.Exists(s => s.Target is not null))
            Assert.AreEqual(all.Min(s => s.Target is null ? 0 : Rank(s.State)), Rank(state));
    });

    [TestMethod]
    public void A_code_around_the_place_becomes_a_start_and_an_end()
    {
        var unit = new Unit("u") { Data = [new Data("a", "<b>"), new Data("b", "</b>")], Parts = [new Segment { Id = "s", Source = new Source { Content = [new PlainText("one "), new SpanningCode("1") { StartDataRef = "a", EndDataRef = "b", StartDisplay = "[b]", EndDisplay = "[/b]", CanCopy = false, Content = [new PlainText("two three")] }, new PlainText(" four")] } }] };
        var split = Segmentation.Split(unit, 0, 8);
        var (first, second) = (split.Segments.First().Source!.Content, split.Segments.Last().Source!.Content);
        Assert.AreEqual("<sc canOverlap=\"no\" id=\"1\" dataRef=\"a\" disp=\"[b]\" canCopy=\"no\">", string.Concat(first.OfType<SpanningCodeStart>()));
        Assert.AreEqual("<ec startRef=\"1\" canOverlap=\"no\" dataRef=\"b\" disp=\"[/b]\" canCopy=\"no\">", string.Concat(second.OfType<SpanningCodeEnd>()));
        Assert.AreEqual(("s", "s-2"), (split.Segments.First().Id, split.Segments.Last().Id));
    }

    [TestMethod]
    public void The_order_of_targets_stays_where_white_space_between_them_has_none()
    {
        static Segment One(string text, int order) => new() { Id = text, Source = new Source(text + text), Target = new Target(text + text) { Order = order } };
        var space = new Ignorable { Source = new Source(" ") };
        var split = Segmentation.Split(new Unit("u") { Parts = [One("a", 3), space, One("b", 1)] }, 0, 1, 1);
        Assert.AreEqual("3 4 2 1", string.Join(' ', split.Parts.Select((p, i) => p.Target?.Order ?? i + 1)));
        Assert.IsNull(Segmentation.Join(split, 0, 1).Parts.ElementAt(1).Target, "where it stands at its own place it needs none");
        var joined = Segmentation.Join(new Unit("u") { Parts = [One("a", 4), One("b", 5), space, One("c", 1), One("d", 2)] }, 0, 1);
        Assert.AreEqual("4 3 1 2", string.Join(' ', joined.Parts.Select((p, i) => p.Target?.Order ?? i + 1)));
    }

    [TestMethod]
    public void A_target_between_segments_that_comes_to_its_own_place_when_another_is_split_stays()
    {
        static Segment One(string text, int order) => new() { Id = text, Source = new Source(text + text), Target = new Target(text + text) { Order = order } };
        static Ignorable Space(int order) => new() { Source = new Source(" "), Target = new Target(" ") { Order = order } };
        var split = Segmentation.Split(new Unit("u") { Parts = [One("a", 4), Space(3), Space(2), One("b", 1)] }, 3, 1);
        Assert.AreEqual("5:aa 4:  -:  1:bb ~", string.Join(' ', split.Parts.Select(p => p.Target is { } t ? $"{t.Order?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}:{t.InnerText}" : "~")));
    }

    [TestMethod]
    [DataRow(" ", null, "", DisplayName = "as the source")]
    [DataRow(" ", "preserve", " ", DisplayName = "as the source, in other white space")]
    [DataRow(" and ", null, " and ", DisplayName = "other words")]
    public void What_stands_between_segments_keeps_its_own_target_when_it_needs_no_order_any_more(string words, string? space, string target)
    {
        static Segment One(string id, string text, int? order) => new() { Id = id, Source = new Source(id + id), Target = new Target(text) { Order = order } };
        var unit = new Unit("u") { Parts = [One("a", "One.", null), One("b", "Two", 4), One("c", " and half.", 5), new Ignorable { Source = new Source(" "), Target = new Target(words) { Order = 3, Space = space } }, One("d", "Three", 2)] };
        var joined = Segmentation.Join(unit, 1, 2);
        Assert.AreEqual(target, joined.Parts.ElementAt(2).Target?.InnerText ?? "");
        static XliffDocument Of(Unit unit) => new("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [new XliffFile("f") { Units = [unit] }] };
        var told = XliffComparison.Compare(Of(unit), Of(joined));
        Assert.AreEqual("Segments State", string.Join(' ', told.Select(d => d.Kind)), "no words went away");
    }

    [TestMethod]
    public void A_target_between_segments_that_says_what_its_source_says_is_no_difference()
    {
        static XliffDocument Of(Target? between, string? last) => new("2.0")
        {
            SourceLanguage = "ko",
            TargetLanguage = "en",
            Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Source = new Source("a"), Target = last is null ? null : new Target("A") }, new Ignorable { Source = new Source(" "), Target = between }, new Segment { Source = new Source("b"), Target = last is null ? null : new Target(last) }] }] }],
        };
        Assert.IsEmpty(XliffComparison.Compare(Of(null, "B"), Of(new Target(" "), "B")));
        Assert.AreEqual("Target A B|A-B", string.Join(' ', XliffComparison.Compare(Of(null, "B"), Of(new Target("-"), "B")).Select(d => $"{d.Kind} {d.Left}|{d.Right}")));
        Assert.AreEqual("Target |A B", string.Join(' ', XliffComparison.Compare(Of(null, null), Of(null, "B")).Where(d => d.Kind == UnitDifferenceKind.Target).Select(d => $"{d.Kind} {d.Left}|{d.Right}")));
    }

    [TestMethod]
    [DataRow("final", null, "translated ", "initial ")]
    [DataRow("reviewed", null, "translated ", "initial ")]
    [DataRow("translated", null, "translated my:x", "initial ")]
    [DataRow("final", 1, "final my:x", "final my:x")]
    public void A_target_that_says_more_than_its_source_is_to_be_looked_at_again(string state, int? targetAt, string first, string second)
    {
        var split = Segmentation.Split(new Unit("u") { Parts = [new Segment { Id = "s", State = state, SubState = "my:x", Source = new Source("ab"), Target = new Target("AB") }] }, 0, 1, targetAt);
        Assert.AreEqual($"{first}|{second}", string.Join('|', split.Segments.Select(s => $"{s.State ?? "initial"} {s.SubState}")));
    }

    [TestMethod]
    public void A_segment_without_a_target_that_is_split_leaves_its_state_to_both()
    {
        var split = Segmentation.Split(new Unit("u") { Parts = [new Segment { Id = "s", State = "initial", SubState = "my:value", Source = new Source("ab") }] }, 0, 1);
        Assert.IsTrue(split.Segments.All(s => (s.State, s.SubState) == ("initial", "my:value")));
    }

    [TestMethod]
    public void The_order_of_targets_stays_when_segments_are_split_and_joined()
    {
        Segment One(string text, int? order) => new() { Source = new Source(text + text), Target = new Target(text) { Order = order } };
        var unit = new Unit("u") { Parts = [One("a", 3), One("b", 1), One("c", 2)] };
        var split = Segmentation.Split(unit, 1, 1, 0);
        Assert.AreEqual("4 1 2 3", string.Join(' ', split.Parts.Select((p, i) => p.Target!.Order ?? i + 1)));
        var joined = Segmentation.Join(unit, 1, 2);
        Assert.AreEqual("2 1", string.Join(' ', joined.Parts.Select((p, i) => p.Target!.Order ?? i + 1)));
        Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Join(unit, 0, 1), "their targets do not follow one another");
    }

    [TestMethod]
    public void What_refers_to_a_segment_that_is_taken_in_refers_to_the_one_that_took_it()
    {
        var unit = new Unit("u")
        {
            Matches = new Matches { Items = [new Match("#s2") { Source = new Source("b"), Target = new Target("B") }] },
            Parts = [new Segment { Source = new Source("a") }, new Segment { Id = "s2", Source = new Source("b") }, new Segment { Id = "s3", Source = new Source { Content = [new MarkedSpan("m") { Type = "my:x", Reference = "#s2" }] } }],
        };
        var joined = Segmentation.Join(unit, 0, 1);
        Assert.AreEqual(("s2", "#s2"), (joined.Segments.First().Id, joined.Matches!.Items.Single().Reference));
        var all = Segmentation.Join(unit with { Parts = [unit.Segments.First() with { Id = "s1" }, .. unit.Segments.Skip(1)] }, 0, 1);
        Assert.AreEqual(("s1", "#s1", "#s1"), (all.Segments.First().Id, all.Matches!.Items.Single().Reference, all.Segments.Last().Source!.Content.OfType<MarkedSpan>().Single().Reference));
        AssertValid(joined);
    }

    [TestMethod]
    public void What_may_not_be_resegmented_is_not()
    {
        var unit = new Unit("u") { Parts = [new Segment { Source = new Source("one two") }, new Segment { Source = new Source("three"), CanResegment = false }] };
        Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Join(unit, 0, 1));
        Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Split(unit, 1, 2));
        Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Split(unit with { CanResegment = false }, 0, 2));
        Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Split(unit, 0, 0));
        var document = new XliffDocument("2.0") { Files = [new XliffFile("f") { CanResegment = false, Units = [unit] }] };
        Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Split(document, document.Files.Single().Units.Single(), 0, 2));
        Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Split(unit with { Parts = [new Segment { Source = new Source("🚌") }] }, 0, 1), "inside a character");
        foreach (var character in new[] { "👍🏽", "e\u0301", "\u1112\u1161\u11ab", "👩‍👩‍👧" })
        {
            var around = unit with { Parts = [new Segment { Source = new Source("a" + character + "b"), Target = new Target(character) }] };
            for (var at = 2; at <= character.Length; at++)
                StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Split(around, 0, at)).Message, "inside a character", StringComparison.Ordinal);
            Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Split(around, 0, 1, 1));
            Assert.HasCount(2, Segmentation.Split(around, 0, character.Length + 1, character.Length).Parts);
        }
    }

    [TestMethod]
    public void Whatever_has_an_identifier_is_found_by_it() => Documents.Valid.Sample(document =>
    {
        var found = 0;
        foreach (var element in All(document))
        {
            if (FragmentIdentifier.Of(document, element) is not { } fragment)
                continue;
            found++;
            Assert.AreSame(element, FragmentIdentifier.Find(document, fragment), fragment);
        }

        Assert.IsGreaterThan(2, found);
    });

    [TestMethod]
    [DataRow("#/f=f1/u=u1/s1", "<segment id=\"s1\" state=\"translated\" subState=\"my:checked\" canResegment=\"no\">")]
    [DataRow("#/f=f1/u=u1/n=n1", "<note id=\"n1\">")]
    [DataRow("#/f=f1/u=u1/d=d1", "<data id=\"d1\">")]
    [DataRow("#/f=f1/g=g1", "<group id=\"g1\" name=\"body\" type=\"my:part\" translate=\"yes\">")]
    [DataRow("#/f=f1/u=u1/gls=gt1", "<gls:translation id=\"gt1\" source=\"house\">")]
    [DataRow("#/f=f1/u=u1/mtc=m1/x=1", null)]
    [DataRow("#/f=f9", null)]
    [DataRow("f=f1", null)]
    [DataRow("#s1", null)]
    public void An_identifier_means_one_element_or_none(string fragment, string? tag)
    {
        var document = Everything();
        Assert.AreEqual(tag, FragmentIdentifier.Find(document, fragment)?.ToString());
    }

    [TestMethod]
    public void A_relative_identifier_means_what_is_near()
    {
        var document = Everything();
        var unit = document.Files.First().Units.First();
        Assert.AreSame(unit.Segments.First(), FragmentIdentifier.Find(document, "#s1", unit.Notes.First()));
        Assert.AreSame(unit.Notes.First(), FragmentIdentifier.Find(document, "#n=n1", unit.Segments.Last()));
        Assert.AreEqual("#/f=f1/u=u1/t=1", FragmentIdentifier.Of(document, unit.Segments.First().Target!.Content.OfType<SpanningCode>().Single()));
    }

    [TestMethod]
    public void Nothing_is_left_to_inherit()
    {
        var resolved = Inheritance.Resolve(Everything());
        var unit = resolved.Files.First().Units.First();
        Assert.AreEqual((true, true, "ltr", "auto", "preserve"), (unit.Translate, unit.CanResegment, unit.SourceDirection, unit.TargetDirection, unit.Space));
        Assert.AreEqual("False True True", string.Join(' ', unit.Segments.Select(s => s.CanResegment)));
        Assert.AreEqual("translated initial initial", string.Join(' ', unit.Segments.Select(s => s.State)));
        Assert.AreEqual((false, false), (resolved.Files.First().Units.Last().Translate, resolved.Files.First().Units.Last().Segments.Single().CanResegment));
    }

    [TestMethod]
    public void Modules_are_stripped_or_kept_by_namespace()
    {
        var core = XliffModules.Keep(Everything());
        Assert.IsEmpty(All(core).Where(e => e.Tag.Namespace.Length > 0 && e.Tag.Namespace != XliffNamespaces.Core20 && e.Tag.Namespace != "urn:example:mine"), "the skeleton alone holds other things");
        Assert.AreEqual("", string.Join(' ', Errors(core)));
        var matches = XliffModules.Strip(Everything(), XliffNamespaces.Matches, XliffNamespaces.Its);
        Assert.IsNull(matches.Files.First().Units.First().Matches);
        Assert.IsNotNull(matches.Files.First().Units.First().Glossary);
        Assert.IsEmpty(All(matches).Where(e => e.Attributes.Any(a => a.Name.Namespace == XliffNamespaces.Its)));
    }

    [TestMethod]
    [DataRow("everything-2.1.xlf")]
    [DataRow("everything-2.2.xlf")]
    public void Without_or_with_any_one_module_a_document_stays_valid(string name)
    {
        var document = XliffReader.Read(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name)));
        string[] modules =
        [
            XliffNamespaces.Matches, XliffNamespaces.Glossary, XliffNamespaces.FormatStyle, XliffNamespaces.Metadata, XliffNamespaces.ResourceData,
            XliffNamespaces.SizeRestriction, XliffNamespaces.ValidationRules, XliffNamespaces.Plurals, XliffNamespaces.Its,
        ];
        foreach (var module in modules)
        {
            var more = module == XliffNamespaces.Its ? [module, XliffNamespaces.ItsMore] : new[] { module };
            Assert.AreEqual("", string.Join('\n', Errors(XliffModules.Strip(document, more))), "without " + module);
            Assert.AreEqual("", string.Join('\n', Errors(XliffModules.Keep(document, more))), "with " + module);
        }
    }

    [TestMethod]
    public void What_refers_into_a_module_that_goes_refers_to_nothing_and_resources_stay_whole()
    {
        var document = XliffReader.Read(new MemoryStream("""
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:m="urn:m" version="2.1" srcLang="ko">
              <file id="f"><res:resourceData><res:resourceItem id="r"><res:source><m:x>a</m:x></res:source></res:resourceItem></res:resourceData><slr:data profile="p"><m:i id="i"/></slr:data>
                <unit id="u"><gls:glossary><gls:glossEntry id="g" ref="#m"><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary>
                <segment><source><mrk id="m" type="term" ref="#gls=g">a</mrk><ph id="1" slr:sizeInfoRef="i"/></source></segment></unit></file>
            </xliff>
            """u8.ToArray()));
        Assert.AreEqual("", string.Join('\n', Errors(document)));
        var without = XliffModules.Strip(document, XliffNamespaces.Glossary, "urn:m");
        Assert.AreEqual("", string.Join('\n', Errors(without)));
        Assert.IsNull(All(without).OfType<MarkedSpan>().Single().Reference);
        Assert.AreEqual(2, All(without).Count(e => e.Tag.Namespace == "urn:m"));
        Assert.AreEqual("#gls=g", All(XliffModules.Keep(document, XliffNamespaces.Glossary)).OfType<MarkedSpan>().Single().Reference);
    }

    [TestMethod]
    public void An_identifier_means_the_element_it_is_made_of_or_is_none()
    {
        var document = XliffReader.Read(new MemoryStream("""
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:m="urn:m" version="2.1" srcLang="ko">
              <file id="f"><unit id="u"><m:x id="1"/><m:x id="a/b"/><gls:glossary><gls:glossEntry id="1"><mda:metadata id="k"><mda:metaGroup><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata><gls:term>a</gls:term><gls:translation id="2">b</gls:translation></gls:glossEntry></gls:glossary>
                <mda:metadata id="k"><mda:metaGroup id="l"><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata>
                <segment id="한.1"><source>a</source></segment></unit></file>
            </xliff>
            """u8.ToArray()));
        Assert.AreEqual("glossEntry", FragmentIdentifier.Find(document, "#/f=f/u=u/gls=1")?.Tag.LocalName);
        Assert.AreEqual(
            "#/f=f #/f=f/u=u #/f=f/u=u/gls=1 #/f=f/u=u/gls=2 #/f=f/u=u/mda=k #/f=f/u=u/mda=l #/f=f/u=u/한.1",
            string.Join(' ', All(document).Select(e => FragmentIdentifier.Of(document, e)).OfType<string>().Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void Documents_are_compared_unit_by_unit()
    {
        var left = Everything();
        var file = left.Files.First();
        var unit = file.Units.First();
        Assert.IsEmpty(XliffComparison.Compare(left, XliffLayout.Strip(left)));
        var parts = unit.Parts.ToList();
        var changed = unit with { Parts = [((Segment)parts[0]) with { State = "final", Target = new Target("new") }, .. parts.Skip(1)], Notes = [] };
        var right = left with { Files = [file with { Items = [changed, new Unit("u3") { Parts = [new Segment { Source = new Source("more") }] }] }, left.Files.Last()] };
        var told = XliffComparison.Compare(left, right).Select(d => $"{d.File}/{d.Unit} {d.Kind}").ToList();
        CollectionAssert.AreEqual(new[] { "f1/ Rest", "f1/u1 Target", "f1/u1 State", "f1/u1 Notes", "f1/u1 Moved", "f1/u2 Removed", "f1/u3 Added" }, told);
    }

    [TestMethod]
    public void Units_and_files_that_stand_elsewhere_are_told()
    {
        static Unit One(string id) => new(id) { Parts = [new Segment { Source = new Source(id) }] };
        static XliffDocument Of(params XliffContainer[] items) => new("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Items = items }] };
        static string Told(XliffDocument left, XliffDocument right) => string.Join("; ", XliffComparison.Compare(left, right).Select(d => $"{d.File}/{d.Unit} {d.Kind} {d.Left} | {d.Right}"));
        var left = Of(One("a"), One("b"), new Group("g") { Items = [One("c"), One("d")] }, One("e"));
        Assert.AreEqual("", Told(left, left));
        Assert.AreEqual("f/a Moved first | after b", Told(left, Of(One("b"), One("a"), new Group("g") { Items = [One("c"), One("d")] }, One("e"))));
        Assert.AreEqual("f/e Moved after g | first", Told(left, Of(One("e"), One("a"), One("b"), new Group("g") { Items = [One("c"), One("d")] })));
        Assert.AreEqual("f/b Moved after a | in g, first", Told(left, Of(One("a"), new Group("g") { Items = [One("b"), One("c"), One("d")] }, One("e"))));
        Assert.AreEqual("f/c Moved in g, first | in g, after d", Told(left, Of(One("a"), One("b"), new Group("g") { Items = [One("d"), One("c")] }, One("e"))));
        Assert.AreEqual("f/a Removed a | ", Told(left, Of(One("b"), new Group("g") { Items = [One("c"), One("d")] }, One("e"))));
        var files = left with { Files = [.. left.Files, new XliffFile("h") { Units = [One("a")] }] };
        Assert.AreEqual("f/ Moved first | after h", Told(files, files with { Files = [files.Files.Last(), files.Files.First()] }));
    }

    [TestMethod]
    [DataRow(null, null, "A", "B", "Target BA | AB", DisplayName = "the order is gone")]
    [DataRow(null, null, "B", "A", "Target A|B | B|A", DisplayName = "read alike, in other segments")]
    [DataRow(2, 1, "A", "C", "Target BA | CA", DisplayName = "another text")]
    public void Targets_are_compared_as_they_are_read(int? first, int? second, string one, string two, string told)
    {
        static XliffDocument Of(int? first, int? second, string one, string two) => new("2.0")
        {
            SourceLanguage = "ko",
            TargetLanguage = "en",
            Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Source = new Source("a"), Target = new Target(one) { Order = first } }, new Segment { Source = new Source("b"), Target = new Target(two) { Order = second } }] }] }],
        };
        Assert.AreEqual(told, string.Join("; ", XliffComparison.Compare(Of(2, 1, "A", "B"), Of(first, second, one, two)).Select(d => $"{d.Kind} {d.Left} | {d.Right}")));
    }

    [TestMethod]
    [DataRow("state-qualifier=\"id-match\"", "", "f.html/u1 State signed-off (id-match), approved | signed-off, approved")]
    [DataRow("state=\"signed-off\"", "state=\"final\"", "f.html/u1 State signed-off (id-match), approved | final (id-match), approved")]
    [DataRow("approved=\"yes\"", "", "f.html/u1 State signed-off (id-match), approved | signed-off (id-match)")]
    [DataRow(" phase-name=\"p\"", "", "f.html/u1 Rest target phase-name=\"p\" | ")]
    [DataRow("<x id=\"X\"/></target>", "<x id=\"X-2\"/></target>", "f.html/u1 Target A{X/} | A{X-2/}")]
    [DataRow("match-quality=\"88%\"", "match-quality=\"99%\"", "f.html/u1 Rest alt-trans match-quality=\"88%\" | alt-trans match-quality=\"99%\"")]
    [DataRow("<context context-type=\"x-a\">c</context>", "<context context-type=\"x-a\">d</context>", "f.html/u1 Rest context-group/context: c | context-group/context: d")]
    [DataRow("<bin-source><external-file href=\"a\"/></bin-source>", "<bin-source><external-file href=\"b\"/></bin-source>", "f.html/ Rest body/bin-unit[b]/bin-source/external-file href=\"a\" | body/bin-unit[b]/bin-source/external-file href=\"b\"")]
    [DataRow("target-language=\"en\"", "target-language=\"ja\"", "f.html/ Rest target-language=\"en\" | target-language=\"ja\"")]
    [DataRow("<mrk mtype=\"seg\" mid=\"2\">나</mrk>", "<mrk mtype=\"seg\" mid=\"3\">나</mrk>", "f.html/u2 Segments [1:가][2:나] | [1:가][3:나]")]
    [DataRow("<trans-unit id=\"u3\"><source>다</source></trans-unit>", "", "f.html/u3 Removed 다 | ")]
    [DataRow("><trans-unit", ">\n  <trans-unit", "")]
    public void Documents_of_1_2_are_compared_as_they_stand(string from, string to, string told)
    {
        const string Text = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file original=\"f.html\" source-language=\"ko\" target-language=\"en\" datatype=\"html\"><body><trans-unit id=\"u1\" approved=\"yes\"><source>가<x id=\"X\"/></source><target state=\"signed-off\" state-qualifier=\"id-match\" phase-name=\"p\">A<x id=\"X\"/></target>"
            + "<context-group><context context-type=\"x-a\">c</context></context-group><alt-trans match-quality=\"88%\"><target>B</target></alt-trans></trans-unit><trans-unit id=\"u2\"><source>가나</source><seg-source><mrk mtype=\"seg\" mid=\"1\">가</mrk><mrk mtype=\"seg\" mid=\"2\">나</mrk></seg-source></trans-unit>"
            + "<bin-unit id=\"b\" mime-type=\"image/png\"><bin-source><external-file href=\"a\"/></bin-source></bin-unit><trans-unit id=\"u3\"><source>다</source></trans-unit></body></file><file original=\"g.html\" source-language=\"ko\" datatype=\"html\"><body><trans-unit id=\"u1\"><source>라</source></trans-unit></body></file></xliff>";
        static XliffDocument Of(string text) => XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.AreEqual(told, string.Join("; ", XliffComparison.Compare(Of(Text), Of(Text.Replace(from, to, StringComparison.Ordinal))).Select(d => $"{d.File}/{d.Unit} {d.Kind} {d.Left} | {d.Right}")));
    }

    [TestMethod]
    public void A_code_that_another_copies_is_not_cut_in_two()
    {
        var unit = new Unit("u")
        {
            Parts = [new Segment { Source = new Source { Content = [new SpanningCode("1") { Content = [new PlainText("하나.")] }] }, Target = new Target { Content = [new SpanningCode("1") { Content = [new PlainText("One.")] }, new SpanningCode("2") { CopyOf = "1", Content = [new PlainText("Two.")] }] } }],
        };
        var told = Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Split(unit, 0, 1, 1));
        Assert.Contains("The code '1' is copied by the code '2'", told.Message);
        AssertValid(Segmentation.Split(unit with { Parts = [((Segment)unit.Parts.First()) with { Target = new Target { Content = [new SpanningCode("1") { Content = [new PlainText("One.")] }] } }] }, 0, 1, 1));
    }

    [TestMethod]
    public void What_differs_only_in_a_module_is_told_too()
    {
        var left = Everything();
        var right = XliffModules.Strip(left, XliffNamespaces.Matches);
        Assert.AreEqual("u1 Rest", string.Join(", ", XliffComparison.Compare(left, right).Select(d => $"{d.Unit} {d.Kind}")));
    }

    [TestMethod]
    public void Versions_and_states_that_need_not_be_said_are_no_difference()
    {
        var left = new XliffDocument("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Source = new Source("a") }] }] }] };
        Assert.IsEmpty(XliffComparison.Compare(left, XliffConversion.To(left, "2.2").Document));
        Assert.IsEmpty(XliffComparison.Compare(left, Inheritance.Resolve(left) with { Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { State = "initial", Source = new Source("a") }] }] }] }));
    }

    [TestMethod]
    public void Languages_files_and_groups_are_compared()
    {
        var left = Everything();
        Assert.AreEqual("/: ko into ja", Told(left, left with { TargetLanguage = "ja" }));
        Assert.AreEqual("f1/: original=\"other\"", Told(left, left with { Files = [left.Files.First() with { Original = "other" }, left.Files.Last()] }));
        static string Told(XliffDocument left, XliffDocument right) => string.Join(' ', XliffComparison.Compare(left, right).Select(d => $"{d.File}/{d.Unit}: {d.Right}"));
    }

    [TestMethod]
    [DataRow("](https://a/", "](https://b/", "f/u originalData/data[d1]: ](https://a/) | originalData/data[d1]: ](https://b/)")]
    [DataRow("canDelete=\"no\"", "canDelete=\"yes\"", "f/u segment[s]/source/pc[1] canDelete=\"no\" | segment[s]/source/pc[1] canDelete=\"yes\"")]
    [DataRow(" canDelete=\"no\"", "", "f/u segment[s]/source/pc[1] canDelete=\"no\" | ")]
    [DataRow("dispStart=\"x\"", "dispStart=\"y\"", "f/u segment[s]/source/pc[1] dispStart=\"x\" | segment[s]/source/pc[1] dispStart=\"y\"")]
    [DataRow("name=\"n\"", "name=\"m\" translate=\"no\"", "f/u name=\"n\" | name=\"m\"; f/u  | translate=\"no\"")]
    [DataRow("<source>", "<source xml:space=\"preserve\">", "f/u  | segment[s]/source xml:space=\"preserve\"")]
    [DataRow("<segment id=\"s\">", "<segment id=\"s\" canResegment=\"no\">", "f/u  | segment[s] canResegment=\"no\"")]
    [DataRow("</source>", "</source><target/>", "f/u  | segment[s]/<target>")]
    [DataRow(">글<", "><mrk id=\"m\" type=\"term\">글</mrk><", "f/u  | segment[s]/source/<mrk id=\"m\" type=\"term\">글")]
    [DataRow("<m:x>1</m:x>", "<m:x y=\"2\">1</m:x>", "f/u  | x y=\"2\"")]
    [DataRow("<m:x>1</m:x>", "<m:x>1</m:x><m:x>2</m:x>", "f/u  | <m:x>2")]
    [DataRow("<m:x>1</m:x>", "<m:x>2</m:x>", "f/u x: 1 | x: 2")]
    [DataRow("<skeleton>k</skeleton>", "<skeleton>l</skeleton>", "f/ skeleton: k | skeleton: l")]
    [DataRow("original=\"o\"", "original=\"p\" trgDir=\"rtl\"", "f/ original=\"o\" | original=\"p\"; f/  | trgDir=\"rtl\"")]
    [DataRow("<xliff ", "<?p q?><!--c--><xliff m:a=\"1\" ", "/  | m:a=\"1\"")]
    [DataRow("srcLang=\"ko\"", "srcLang=\"ja\" m:a=\"1\"", "/ ko into nothing yet | ja into nothing yet; /  | m:a=\"1\"")]
    [DataRow(">글<", ">다른 글<", "f/u {1}글{/1} | {1}다른 글{/1}")]
    [DataRow(">글<|](https://a/", ">다른 글<|](https://b/", "f/u {1}글{/1} | {1}다른 글{/1}; f/u originalData/data[d1]: ](https://a/) | originalData/data[d1]: ](https://b/)")]
    [DataRow(">글<|canDelete=\"no\"", ">다른 글<|", "f/u {1}글{/1} | {1}다른 글{/1}; f/u source/pc[1] canDelete=\"no\" | ")]
    public void What_differs_is_named_with_both_values(string said, string changed, string told)
    {
        var text = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" xmlns:m=\"urn:mine\" version=\"2.0\" srcLang=\"ko\"><file id=\"f\" original=\"o\"><skeleton>k</skeleton><unit id=\"u\" name=\"n\"><m:x>1</m:x>"
            + "<originalData><data id=\"d1\">](https://a/)</data></originalData><segment id=\"s\"><source><pc id=\"1\" canDelete=\"no\" dispStart=\"x\" dataRefEnd=\"d1\">글</pc></source></segment></unit></file></xliff>";
        var other = said.Split('|').Zip(changed.Split('|')).Aggregate(text, (t, c) => t.Replace(c.First, c.Second, StringComparison.Ordinal));
        Assert.AreEqual(told, string.Join("; ", XliffComparison.Compare(Of(text), Of(other)).Select(d => $"{d.File}/{d.Unit} {d.Left} | {d.Right}")));
        static XliffDocument Of(string text) => XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    [TestMethod]
    public void Of_long_values_that_differ_the_part_is_shown_where_they_do()
    {
        static XliffDocument Of(string end) => new("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [new Unit("u") { Name = new string('a', 5000) + end + new string('b', 5000), Parts = [new Segment { Source = new Source("a") }] }] }] };
        var told = XliffComparison.Compare(Of("1"), Of("2")).Single();
        StringAssert.StartsWith(told.Left, "name=…" + new string('a', 40) + "1bbb", StringComparison.Ordinal);
        StringAssert.StartsWith(told.Right, "name=…" + new string('a', 40) + "2bbb", StringComparison.Ordinal);
        Assert.IsLessThan(250, told.Left.Length);
    }

    [TestMethod]
    public void Comments_between_segments_keep_their_places()
    {
        static Segment One(string id) => new() { Id = id, Source = new Source("ab") };
        var unit = new Unit("u") { Content = [new Comment("0"), One("a"), new Comment("1"), One("b"), new Comment("2"), One("c"), new ProcessingInstruction("p", "3"), One("d"), new Comment("4")] };
        Assert.AreEqual("0 a 1 b 2 c 3 d 4", Told(unit));
        Assert.AreEqual("0 a 1 b b-2 2 c 3 d 4", Told(Segmentation.Split(unit, 1, 1)));
        Assert.AreEqual("0 a 1 b 2 3 d 4", Told(Segmentation.Join(unit, 1, 2)));
        Assert.AreEqual("0 a 1 2 3 4", Told(Segmentation.Join(unit, 0, 3)));
        static string Told(Unit unit) => string.Join(' ', unit.Content.Select(n => n switch { UnitPart part => part.Id, Comment comment => comment.Text, ProcessingInstruction instruction => instruction.Data, _ => "?" }));
    }

    [TestMethod]
    public void What_resegmentation_makes_new_is_of_the_documents_version()
    {
        var document = XliffReader.Read(new MemoryStream("<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:2.2' version='2.2' srcLang='ko' trgLang='en'><x:file id='f'><x:unit id='u'><x:segment id='a'><x:source>a</x:source></x:segment><x:ignorable><x:source> </x:source></x:ignorable><x:segment id='b'><x:source>b</x:source><x:target order='1'>B</x:target></x:segment><x:segment id='c'><x:source>c</x:source><x:target order='3'>C</x:target></x:segment></x:unit></x:file></x:xliff>"u8.ToArray()));
        var unit = document.Files.Single().Units.Single();
        foreach (var made in new[] { Segmentation.Join(document with { Files = [document.Files.Single() with { Units = [unit = unit with { Parts = [.. unit.Parts.Take(2), .. unit.Parts.Skip(3)] }] }] }, unit, 0, 2) })
            Assert.IsTrue(All(made).All(e => e.Tag.Namespace == XliffNamespaces.Core22 && e.Tag.Prefix == "x"), string.Join(' ', All(made)));
    }

    [TestMethod]
    public void Files_without_units_that_only_one_document_has_are_told()
    {
        var left = Everything();
        var right = left with { Files = [.. left.Files, new XliffFile("more") { Items = [new Group("g")] }] };
        Assert.AreEqual("more/ Added", string.Join(' ', XliffComparison.Compare(left, right).Select(d => $"{d.File}/{d.Unit} {d.Kind}")));
        Assert.AreEqual("more/ Removed", string.Join(' ', XliffComparison.Compare(right, left).Select(d => $"{d.File}/{d.Unit} {d.Kind}")));
    }

    [TestMethod]
    public void Text_that_goes_from_one_target_to_another_is_a_difference_of_targets()
    {
        static XliffDocument Of(string first, string second) => new("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Source = new Source("a"), Target = new Target(first) }, new Segment { Source = new Source("b"), Target = new Target(second) }] }] }] };
        Assert.AreEqual("Target one |two one| two", string.Join(' ', XliffComparison.Compare(Of("one ", "two"), Of("one", " two")).Select(d => $"{d.Kind} {d.Left} {d.Right}")));
    }

    [TestMethod]
    public void A_note_of_the_document_has_no_identifier_and_a_unit_is_found_only_in_its_own_groups()
    {
        var note = new Note("a") { Id = "n0" };
        var document = new XliffDocument("2.2")
        {
            SourceLanguage = "ko",
            Files = [new XliffFile("f") { Items = [new Group("g1"), new Group("g2") { Items = [new Group("g3") { Items = [new Unit("u1") { Parts = [new Segment { Source = new Source("a") }] }] }] }] }],
        };
        document = document with { Content = [new Notes { Items = [note] }, .. document.Content] };
        Assert.IsNull(FragmentIdentifier.Of(document, document.Elements.First().Elements.Single()));
        Assert.IsNull(FragmentIdentifier.Find(document, "#/f=f/g=g1/u=u1"));
        Assert.IsNull(FragmentIdentifier.Find(document, "#/f=f/g=g9/u=u1"));
        Assert.AreEqual("u1", ((Unit?)FragmentIdentifier.Find(document, "#/f=f/g=g2/u=u1"))?.Id);
    }

    [TestMethod]
    [DataRow("#s2", "#s1", "#s2")]
    [DataRow("#u=u/s2", "#u=u/s1", "#u=u/s1")]
    [DataRow("#/f=f/u=u/s2", "#/f=f/u=u/s1", "#/f=f/u=u/s1")]
    [DataRow("#f=f/u=u/s2", "#f=f/u=u/s1", "#f=f/u=u/s1")]
    [DataRow("#f=other/u=u/s2", "#f=other/u=u/s2", "#f=other/u=u/s2")]
    [DataRow("#t=s2", "#t=s2", "#t=s2")]
    [DataRow("s2", "s2", "s2")]
    [DataRow("https://example.com/#s2", "https://example.com/#s2", "https://example.com/#s2")]
    public void References_to_a_segment_that_is_taken_in_are_mended_wherever_they_stand(string reference, string inside, string elsewhere)
    {
        Segment Marked() => new() { Id = "s3", Source = new Source { Content = [new MarkedSpan("m") { Type = "my:x", Reference = reference }] } };
        var unit = new Unit("u")
        {
            Resources = new ResourceData { References = [new ResourceItemRef("s2")] },
            Parts = [new Segment { Id = "s1", Source = new Source("a") }, new Segment { Id = "s2", Source = new Source("b") }, Marked()],
        };
        var document = new XliffDocument("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [unit, new Unit("v") { Parts = [Marked()] }] }] };
        var joined = Segmentation.Join(document, document.Files.Single().Units.First(), 0, 1).Files.Single().Units.ToList();
        Assert.AreEqual((inside, elsewhere), (Reference(joined[0]), Reference(joined[1])));
        Assert.AreEqual("s2", joined[0].Resources!.References.Single().Reference, "the id of a resource");
        static string? Reference(Unit unit) => unit.Segments.Last().Source!.Elements.OfType<MarkedSpan>().Single().Reference;
    }

    [TestMethod]
    public void A_segment_may_allow_what_its_group_forbids()
    {
        var unit = new Unit("u") { Parts = [new Segment { Source = new Source("one two"), CanResegment = true }, new Segment { Source = new Source("three") }] };
        var document = new XliffDocument("2.0") { Files = [new XliffFile("f") { Items = [new Group("g") { CanResegment = false, Items = [unit] }] }] };
        Unit There() => document.Files.Single().Units.Single();
        Assert.AreEqual(3, Segmentation.Split(document, There(), 0, 3).Files.Single().Units.Single().Segments.Count());
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Join(document, There(), 0, 1)).Message, "group 'g'", StringComparison.Ordinal);
    }

    [TestMethod]
    public void What_stands_in_a_candidate_has_no_identifier()
    {
        var document = Everything();
        var match = document.Files.SelectMany(f => f.Units).First(u => u.Matches is not null).Matches!.Items.First();
        Assert.IsNull(FragmentIdentifier.Of(document, match.Elements.OfType<OriginalData>().First().Items.First()));
    }

    private static int? Splittable(Unit unit)
    {
        var at = unit.Parts.ToList().FindIndex(p => p is Segment { CanResegment: not false });
        return at < 0 ? null : at;
    }

    /// <summary>A place inside a text and between two characters; null when there is none.</summary>
    private static int? Place(InlineContent content, int random)
    {
        var text = string.Concat(content.Steps.Select(s => s.Text));
        var places = System.Globalization.StringInfo.ParseCombiningCharacters(text).Skip(1).ToList();
        return places.Count == 0 ? null : places[random % places.Count];
    }

    private static string Text(Unit unit, Func<UnitPart, InlineContent?> side) => string.Concat(unit.Parts.SelectMany(p => side(p)?.Steps ?? []).Select(s => s.Kind == InlineStepKind.Text ? s.Text : $"{{{s.Kind} {s.Id}}}"));

    private static int Rank(string? state) => Math.Max(0, Array.IndexOf(new[] { "initial", "translated", "reviewed", "final" }, state));

    private static void AssertValid(Unit unit) =>
        Assert.AreEqual("", string.Join('\n', Errors(new XliffDocument("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [new XliffFile("f") { Units = [unit] }] })));

    private static IEnumerable<Diagnostic> Errors(XliffDocument document) => XliffValidator.Validate(new MemoryStream(XliffWriter.Write(document))).Where(d => d.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<XliffElement> All(XliffElement element) => element.Elements.SelectMany(e => All(e).Prepend(e));

    private static XliffDocument Everything() => XliffReader.Read(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", "everything-2.1.xlf")));
}
