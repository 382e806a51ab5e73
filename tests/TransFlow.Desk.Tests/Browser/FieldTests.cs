using System.Text.Json.Nodes;
using TransFlow.Desk.Tests.Driver;

namespace TransFlow.Desk.Tests.Browser;

/// <summary>The field with chips, as hands use it: undoing, input methods, the clipboard, keys.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FieldTests : InBrowser
{
    private const string Trucks = "/editions/sinuiju-customs-trucks/en";

    private TestDesk? _desk;

    private TestDesk Desk => _desk!;

    [TestInitialize]
    public async Task Begin() => _desk = await TestDesk.Start();

    [TestCleanup]
    public async Task Close()
    {
        if (_desk is not null)
            await _desk.DisposeAsync();
    }

    [TestMethod]
    public async Task What_was_typed_over_everything_is_undone_even_after_it_was_saved_and_after_the_page_was_loaded_again()
    {
        var (tab, id, words) = await Field();
        await tab.Press("a", 2);
        await tab.Type("x");
        Assert.AreEqual($"x{Marks(words)}", await Value(tab, id), "the chips stay");
        await tab.Until($"document.querySelector('#{id} .state').textContent === 'Saved by itself.'");
        await tab.Press("z", 2);
        Assert.AreEqual(words, await Value(tab, id));
        Assert.AreEqual(words, await tab.Text($"document.querySelector('#{id} textarea').value"));
        await tab.Press("z", 10);
        Assert.AreEqual($"x{Marks(words)}", await Value(tab, id), "done again");
        await tab.Press("z", 2);
        await tab.Press("y", 2);
        Assert.AreEqual($"x{Marks(words)}", await Value(tab, id));
        await tab.Press("a", 2);
        await tab.Press("Backspace");
        Assert.AreEqual(Marks(words), await Value(tab, id));
        await tab.Press("z", 2);
        Assert.AreEqual($"x{Marks(words)}", await Value(tab, id));

        await tab.Go(Trucks);
        Assert.AreEqual($"x{Marks(words)}", await Value(tab, id));
        await tab.Click($"#{id} details.edit summary");
        await tab.Click($"#{id} .field");
        await tab.Press("z", 2);
        Assert.AreEqual(words, await Value(tab, id), "from before the page was loaded");
        await tab.Until($"document.querySelector('#{id} .state').textContent === 'Saved by itself.'");
        await tab.Go(Trucks);
        Assert.AreEqual(words, await Value(tab, id));
    }

    [TestMethod]
    public async Task Spaces_that_do_not_break_and_wide_ones_stay_what_they_are()
    {
        var (tab, id, words) = await Field();
        await tab.Press("End", 2);
        await tab.Type(" 10\u00a0000\u202f% \u3000\u00a0»");
        await tab.Press(" ");
        await tab.Press("x");
        await tab.Until($"document.querySelector('#{id} .state').textContent === 'Saved by itself.'");
        var number = int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.AreEqual(words + " 10\u00a0000\u202f% \u3000\u00a0» x", Desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments[number - 1].Target!.ToString());
    }

    [TestMethod]
    public async Task Words_for_a_source_that_changed_meanwhile_go_nowhere_before_the_new_one_is_on_the_screen()
    {
        var (tab, id, _) = await Field();
        var number = int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture);
        var source = Desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments[number - 1].Source;
        const string File = "translations/articles/sinuiju-customs-trucks.ko.md";
        var piece = source.Parts.First(p => p.Kind == Core.Segments.InlineKind.Text && p.Value.Trim().Length > 4).Value.Trim();
        Desk.Room.Write(File, Desk.Room.Read(File).Replace(piece, piece + " 새로", StringComparison.Ordinal));
        await Desk.Pass();
        await tab.Press("End", 2);
        await tab.Type(" mine");
        await tab.Until($"document.querySelector('#{id} .decide button')");
        Assert.AreEqual("Load the page anew", await tab.Text($"document.querySelector('#{id} .decide').textContent"));
        await tab.Click($"#{id} .decide button");
        await tab.Until("document.querySelector('main .lost, main .field') && document.body.textContent.includes(' 새로')");
        Assert.Contains("mine", await tab.Text("document.body.textContent"));
        Assert.DoesNotContain("mine", string.Join('|', Desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments.Select(s => s.Target?.Text)));
    }

    [TestMethod]
    public async Task Typing_is_undone_word_by_word_and_a_button_puts_back_what_was_there_before()
    {
        var (tab, id, words) = await Field();
        await tab.Press("End", 2);
        foreach (var letter in " one two")
            await tab.Press(letter.ToString());
        Assert.AreEqual(words + " one two", await Value(tab, id));
        await tab.Press("z", 2);
        Assert.AreEqual(words + " one ", await Value(tab, id));
        await tab.Press("Backspace");
        await tab.Press("z", 2);
        Assert.AreEqual(words + " one ", await Value(tab, id));
        await tab.Click($"#{id} .restore");
        Assert.AreEqual(words, await Value(tab, id));
        await tab.Press("z", 2);
        Assert.AreEqual(words + " one ", await Value(tab, id), "that, too, is undone");
    }

    [TestMethod]
    public async Task Words_that_the_stage_was_given_are_put_back_by_a_button_without_scripts_too()
    {
        var (tab, id, words) = await Field();
        await tab.Press("a", 2);
        await tab.Type("Lost");
        await tab.Until($"document.querySelector('#{id} .state').textContent === 'Saved by itself.'");
        var plain = await Browser.Open(Desk.Address, hasScripts: false);
        await plain.SignIn("jonas");
        await plain.Go(Trucks);
        await plain.Click($"#{id} details.edit summary");
        await plain.Leave(() => plain.Click($"#{id} button[value=given]"));
        Assert.AreEqual(words, await plain.Text($"document.querySelector('#{id} textarea').value"));
        await plain.Leave(() => plain.Click($"#{id} button[value=save]"));
        Assert.AreEqual(words, await plain.Text($"document.querySelector('#{id} textarea').value"));
    }

    [TestMethod]
    public async Task An_input_method_that_begins_over_selected_chips_takes_the_words_and_leaves_the_chips()
    {
        var (tab, id, words) = await Field();
        await tab.Press("a", 2);
        await tab.Compose("ㅎ", "하", "한");
        Assert.AreEqual($"한{Marks(words)}", await Value(tab, id));
        await tab.Press("z", 2);
        Assert.AreEqual(words, await Value(tab, id));

        var close = await tab.Text($"String([...document.querySelector('#{id} .field').childNodes].findIndex(n => n.dataset?.mark?.startsWith('{{/')))");
        await tab.Value($"(() => {{ const f = document.querySelector('#{id} .field'); getSelection().setBaseAndExtent(f.childNodes[{close} - 1], 1, f, {close} + 1); }})()");
        await tab.Until("getSelection().toString()");
        await tab.Compose("ㄱ", "그", "글");
        Assert.AreEqual(Marks(words), Marks(await Value(tab, id)), "no end of a pair without the other");
        Assert.Contains("글{/", await Value(tab, id));
        await tab.Press("z", 2);
        Assert.AreEqual(words, await Value(tab, id));
    }

    [TestMethod]
    public async Task A_pair_of_chips_without_words_between_them_is_told_in_the_field_as_long_as_it_is_so()
    {
        var (tab, id, words) = await Field();
        Assert.IsFalse(await tab.Is($"document.querySelector('#{id} .hollow-said').textContent"));
        await tab.Press("a", 2);
        await tab.Press("Backspace");
        Assert.AreEqual(Marks(words), await Value(tab, id));
        Assert.IsTrue(await tab.Is($"document.querySelectorAll('#{id} .field .chip.hollow').length >= 2"));
        Assert.Contains("readers will see nothing of it", await tab.Text($"document.querySelector('#{id} .hollow-said').textContent"));
        await tab.Press("z", 2);
        Assert.IsFalse(await tab.Is($"document.querySelector('#{id} .chip.hollow') || document.querySelector('#{id} .hollow-said').textContent"));
    }

    [TestMethod]
    public async Task Chips_go_along_when_words_are_cut_and_pasted_and_their_labels_are_never_words()
    {
        var (tab, id, words) = await Field();
        await tab.Ask("Browser.grantPermissions", new JsonObject { ["permissions"] = new JsonArray("clipboardReadWrite", "clipboardSanitizedWrite") });
        await tab.Press("a", 2);
        await tab.Press("x", 2);
        Assert.AreEqual("", await Value(tab, id));
        Assert.IsTrue(await tab.Is($"document.querySelector('#{id} .tray button')"), "they are missing until they are put somewhere");
        await tab.Press("v", 2);
        Assert.AreEqual(words, await Value(tab, id));
        await tab.Press("v", 2);
        Assert.AreEqual(Marks(words), Marks(await Value(tab, id)), "what is there comes no second time");
        Assert.AreEqual(Plain(words) + Plain(words), Plain(await Value(tab, id)));
        await tab.Press("z", 2);
        Assert.AreEqual(words, await Value(tab, id));
        await tab.Press("a", 2);
        await tab.Press("c", 2);
        await tab.Value("document.querySelector('#s2 details.more:not(.back)').open = true");
        await tab.Click("#s2 [name=comment]");
        await tab.Press("v", 2);
        Assert.AreEqual(Plain(words), await tab.Text("document.querySelector('#s2 [name=comment]').value"));

        await tab.Click($"#{id} .field");
        await tab.Press("a", 2);
        await tab.Value("document.querySelector('#s2 [name=comment]').select()");
        await tab.Value("document.querySelector('#s2 [name=comment]').focus()");
        await tab.Press("x");
        await tab.Press("a", 2);
        await tab.Press("c", 2);
        await tab.Click($"#{id} .field");
        await tab.Press("a", 2);
        await tab.Press("v", 2);
        Assert.AreEqual($"x{Marks(words)}", await Value(tab, id), "words from elsewhere leave the chips");
    }

    [TestMethod]
    public async Task A_word_put_right_by_the_spelling_leaves_the_chips_beside_it()
    {
        var (tab, id, words) = await Field();
        await tab.Press("a", 2);
        await tab.Value($$"""
            (() => {
              const field = document.querySelector('#{{id}} .field');
              const range = getSelection().getRangeAt(0);
              const event = new InputEvent('beforeinput', { inputType: 'insertReplacementText', data: 'Right', cancelable: true, bubbles: true, targetRanges: [new StaticRange(range)] });
              field.dispatchEvent(event);
            })()
            """);
        Assert.AreEqual($"Right{Marks(words)}", await Value(tab, id));
        await tab.Press("z", 2);
        Assert.AreEqual(words, await Value(tab, id));
    }

    [TestMethod]
    public async Task Chips_are_reached_taken_out_and_put_back_around_words_by_keys_alone()
    {
        var (tab, id, words) = await Field();
        await tab.Press("Home", 2);
        for (var i = 0; i <= words.IndexOf('{', StringComparison.Ordinal); i++)
            await tab.Press("ArrowRight");
        Assert.AreEqual("1", await tab.Text($"document.querySelectorAll('#{id} .field .chip.picked').length"));
        Assert.StartsWith("Chip ", await tab.TextOf($"#{id} .state"));
        await tab.Picture("picked");
        await tab.Press("ArrowRight");
        Assert.IsFalse(await tab.Is($"document.querySelector('#{id} .field .chip.picked')"), "and past it");
        await tab.Press("ArrowLeft");
        var mark = await tab.Text($"document.querySelector('#{id} .field .chip.picked').dataset.mark");
        await tab.Press("Delete");
        Assert.DoesNotContain(mark, await Value(tab, id));
        Assert.DoesNotContain(mark.Replace("{", "{/", StringComparison.Ordinal), await Value(tab, id));
        await tab.Until($"document.querySelector('#{id} .tray button')");
        await tab.Press("z", 2);
        Assert.AreEqual(words, await Value(tab, id));
        await tab.Press("ArrowLeft", 8);
        await tab.Press("ArrowRight");
        Assert.AreEqual(words, await Value(tab, id));

        var start = words.IndexOf('{', StringComparison.Ordinal);
        await tab.Press("Home", 2);
        for (var i = 0; i < start; i++)
            await tab.Press("ArrowRight");
        await tab.Press("ArrowRight", 8);
        await tab.Press("Delete");
        Assert.DoesNotContain(mark, await Value(tab, id), "a chip alone was selected, on purpose");
        for (var i = 0; i < 3; i++)
            await tab.Press("ArrowRight", 8);
        await tab.Press("1", 1);
        var three = Plain(words).Substring(start, 3);
        Assert.Contains($"{mark}{three}{mark.Replace("{", "{/", StringComparison.Ordinal)}", await Value(tab, id));
    }

    /// <summary>The field of a sentence with more than one chip, with the caret in it.</summary>
    [TestMethod]
    public async Task Emphasis_can_be_put_into_words_that_have_none_and_typing_goes_on_behind_it()
    {
        using var desk = await WorkerDesk.Start(r => r.Write("translations/articles/bold.ko.md", "---\nlang: ko\ntitle: 터빈\n---\n\n멈춘 기수는 **9기**다. *그는* 말했다.\n"), "mina");
        var tab = await Browser.Open(desk.Address);
        await tab.SignIn("mina");
        await tab.Go("/editions/bold/en");
        await tab.Press("n");
        Assert.IsTrue(await tab.Is("document.activeElement.matches('[data-segment].mine')"), "the next that waits, though nobody has written it");
        var id = await tab.Text("[...document.querySelectorAll('textarea[name=target]')].find(f => !f.value && /pair\\tfree/.test(f.dataset.codes ?? '')).closest('[data-segment]').id");
        var code = await tab.Text($"document.querySelector('#{id} textarea').dataset.codes.split('\\n').map(l => l.split('\\t')).find(c => c[2] === 'pair' && c[3] === 'free')[0]");
        var button = $"[...document.querySelectorAll('#{id} .tray button')].findIndex(b => b.textContent.startsWith('{code} ')) + 1";
        await tab.Type($"#{id} .field", "One");
        Assert.AreEqual("1", await tab.Text($"String(document.querySelectorAll('#{id} .tray button').length)"), "what stands in other sentences is theirs");
        var key = await tab.Text($"String({button})");
        await tab.Press(key, 1);
        await tab.Type("!");
        Assert.AreEqual($"{{{code}}}One{{/{code}}}!", await Value(tab, id));
        await tab.Press("z", 2);
        await tab.Press("z", 2);
        await tab.Press("a", 2);
        await tab.Type("発電所は");
        await tab.Press(key, 1);
        await tab.Type("昨年");
        Assert.AreEqual($"発電所は{{{code}}}昨年{{/{code}}}", await Value(tab, id));
        await tab.Press("End");
        await tab.Type("に");
        Assert.AreEqual($"発電所は{{{code}}}昨年{{/{code}}}に", await Value(tab, id), "behind a chip at the end");
    }

    private async Task<(Tab Tab, string Id, string Words)> Field()
    {
        var tab = await Browser.Open(Desk.Address);
        await tab.SignIn("jonas");
        await tab.Go(Trucks);
        var id = await tab.Text("[...document.querySelectorAll('textarea[name=target]')].find(f => f.value.includes('{/')).closest('[data-segment]').id");
        await tab.Click($"#{id} details.edit summary");
        await tab.Click($"#{id} .field");
        return (tab, id, await tab.Text($"document.querySelector('#{id} textarea').value"));
    }

    /// <summary>What is to be seen in the field, chips as their markers.</summary>
    private static Task<string> Value(Tab tab, string id) =>
        tab.Text($"[...document.querySelector('#{id} .field').childNodes].map(n => n.dataset?.mark ?? n.textContent).join('').replaceAll('\\u00a0', ' ')");

    private static string Marks(string words) => string.Concat(System.Text.RegularExpressions.Regex.Matches(words, @"\{[^}]*\}").Select(m => m.Value));

    private static string Plain(string words) => System.Text.RegularExpressions.Regex.Replace(words, @"\{[^}]*\}", "");
}
