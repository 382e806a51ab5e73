using System.Text.Json.Nodes;
using TransFlow.Desk.Tests.Driver;

namespace TransFlow.Desk.Tests.Browser;

/// <summary>What becomes of typed words on their way to the desk: slow ways, newer words of others, sign-ins that ended.</summary>
[TestClass]
[DoNotParallelize]
public sealed class SavingTests : InBrowser
{
    private const string Envoys = "/editions/envoys-phone-talks/en";
    private const string Trucks = "/editions/sinuiju-customs-trucks/en";
    private const string State = "document.querySelector('#s1 .state')";
    private const string Field = "document.querySelector('#s1 .field').textContent";

    private TestDesk? _desk;

    private TestDesk Desk => _desk!;

    [TestInitialize]
    // Nobody has it, so that both may write.
    public async Task Begin() => _desk = await TestDesk.Start(["jonas", "otto"], ("TRANSFLOW__STAGES__EDIT__ASSIGN", "claim"));

    [TestCleanup]
    public async Task Close()
    {
        if (_desk is not null)
            await _desk.DisposeAsync();
    }

    [TestMethod]
    public async Task Who_saves_and_accepts_while_the_words_are_being_saved_is_not_in_the_own_way()
    {
        var tab = await Open("mina", Envoys);
        await tab.Type("#s1 .field", "Envoys talk");
        await tab.Ask("Network.emulateNetworkConditions", new JsonObject { ["offline"] = false, ["latency"] = 1500, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 });
        await tab.Until($"{State}.textContent === 'Saving…'");
        await tab.Type(" again");
        await tab.Leave(() => tab.Press("Enter", 2));
        Assert.AreEqual(Envoys, await tab.Text("location.pathname"));
        Assert.IsFalse(await tab.Is("document.querySelector('.refusal')"));
        Assert.AreEqual("Envoys talk again", (await tab.TextOf("#s1 .words")).Trim());
        Assert.IsFalse(await tab.Is("document.querySelector('#s1').classList.contains('mine')"), "done");
    }

    [TestMethod]
    public async Task While_newer_words_of_another_wait_nothing_is_saved_before_a_person_chose()
    {
        var (first, second) = (await Open("jonas", Trucks), await Open("otto", Trucks));
        await first.Click("#s1 details.edit summary");
        await first.Type("#s1 .field", "Words of jonas ");
        await first.Until($"{State}.textContent === 'Saved by itself.'");
        var newer = await first.Text(Field);

        await second.Click("#s1 details.edit summary");
        await second.Type("#s1 .field", "Words of otto ");
        await second.Until($"{State}.classList.contains('bad')");
        Assert.Contains("jonas changed these words", await second.TextOf("#s1 .state"));
        await second.Picture("choose");
        await second.Click("#s1 button[value=accept]");
        await second.Until($"{State}.textContent.startsWith('Nothing is saved before you choose')");
        await second.Type("#s1 .field", "!");
        await second.Value("document.activeElement.blur()");
        await Wait(second);
        Assert.AreEqual(newer, await Stored(first));
        await second.Click("#s1 .decide button:first-child");
        await second.Until($"{State}.textContent === 'Saved by itself.'");
        Assert.Contains("Words of otto", await Stored(first));

        await first.Go(Trucks);
        await second.Click("#s1 .field");
        await second.Type("Again ");
        await second.Until($"{State}.textContent === 'Saved by itself.'");
        newer = await second.Text(Field);
        await first.Click("#s1 details.edit summary");
        await first.Type("#s1 .field", "Stale ");
        await first.Until("document.querySelector('#s1 .decide')");
        await first.Click("#s1 .decide button:last-child");
        Assert.AreEqual(newer, await first.Text(Field));
        await first.Press("z", 2);
        Assert.Contains("Stale", await first.Text(Field), "and the own ones are not gone");
    }

    [TestMethod]
    public async Task The_very_words_that_the_desk_has_by_now_are_no_conflict()
    {
        var (first, second) = (await Open("jonas", Trucks), await Open("jonas", Trucks));
        foreach (var tab in new[] { first, second })
        {
            await tab.Click("#s1 details.edit summary");
            await tab.Type("#s1 .field", "The same words ");
            await tab.Until($"{State}.textContent === 'Saved by itself.'");
        }

        Assert.IsFalse(await second.Is("document.querySelector('#s1 .decide')"));
        await second.Type("#s1 .field", "more ");
        await Wait(second);
        Assert.Contains("more", await Stored(second));
    }

    [TestMethod]
    public async Task A_field_that_nobody_touched_comes_back_from_a_refusal_with_the_newer_words_and_nothing_to_decide()
    {
        var (first, second) = (await Open("jonas", Trucks), await Open("otto", Trucks));
        await first.Click("#s1 details.edit summary");
        await first.Type("#s1 .field", "Words of jonas ");
        await first.Until($"{State}.textContent === 'Saved by itself.'");
        var newer = await first.Text(Field);
        await second.Leave(() => second.Click("#s1 button[value=accept]"));
        Assert.Contains("jonas changed these words", await second.TextOf("#s1 .refusal"));
        Assert.IsFalse(await second.Is("document.querySelector('#s1 .decide')"));
        Assert.AreEqual(newer, await second.Text(Field));
        await Wait(second);
        Assert.AreEqual(newer, await Stored(first));

        await first.Go(Trucks + "/segments");
        Assert.AreEqual(Trucks, await first.Text("location.pathname"), "the address of an act leads back to the page");
    }

    [TestMethod]
    public async Task When_the_sign_in_has_ended_the_words_wait_and_are_saved_when_the_person_is_back()
    {
        var tab = await Open("mina", Envoys);
        var other = await Browser.Beside(tab, Desk.Address);
        await other.Go("/");
        await other.Leave(() => other.Click("form[action='/sign-out'] button"));
        await tab.Type("#s1 .field", "Kept words");
        await tab.Until($"{State}.textContent.startsWith('Not saved: your sign-in has ended.')");
        await tab.Picture("signed-out");
        await tab.Press("Enter", 2);
        await Wait(tab);
        Assert.AreEqual(Envoys, await tab.Text("location.pathname"), "nothing leads away from the words");

        await other.SignIn("jonas");
        await tab.Until($"{State}.textContent.startsWith('Not saved: jonas is signed in here now.')");
        await other.Leave(() => other.Click("form[action='/sign-out'] button"));

        await tab.LeaveWords("/");
        Assert.AreEqual("/sign-in", await tab.Text("location.pathname"));
        await other.SignIn("mina");
        await tab.Go(Envoys);
        Assert.AreEqual("Kept words", await tab.Text(Field), "they come back");
        await tab.Until($"{State}.textContent === 'Saved by itself.'");

        await other.Leave(() => other.Click("form[action='/sign-out'] button"));
        await tab.Type("#s1 .field", "More ");
        await tab.Until($"{State}.textContent.startsWith('Not saved: your sign-in has ended.')");
        await other.SignIn("mina");
        await tab.Until($"{State}.textContent === 'Saved by itself.'");
        await tab.Go(Envoys);
        Assert.Contains("More", await tab.TextOf("#s1 .words"));
    }

    [TestMethod]
    public async Task Who_types_without_a_pause_is_saved_all_the_same()
    {
        var tab = await Open("mina", Envoys);
        await tab.Type("#s1 .field", "Envoys");
        // Each key comes before the pause is over after which words are saved.
        await tab.Value("window.typing = setInterval(() => document.execCommand('insertText', false, ' on'), 500)");
        await tab.Until($"{State}.textContent === 'Saved by itself.'");
        await tab.Value("clearInterval(window.typing)");
    }

    [TestMethod]
    public async Task Words_of_a_tab_that_was_closed_at_once_are_at_the_desk()
    {
        var tab = await Open("mina", Envoys);
        await tab.Type("#s1 .field", "Closed too soon");
        await tab.Ask("Page.close");
        var other = await Open("mina", Envoys);
        await other.Until($"fetch('{Envoys}').then((a) => a.text()).then((t) => t.includes('Closed too soon'))");
    }

    [TestMethod]
    public async Task Words_that_never_reached_the_desk_are_offered_in_another_tab_and_to_nobody_else()
    {
        var tab = await Open("mina", Envoys);
        var other = await Browser.Beside(tab, Desk.Address);
        await tab.Ask("Network.emulateNetworkConditions", new JsonObject { ["offline"] = true, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 });
        await tab.Type("#s1 .field", "Typed on a train");
        await tab.Until($"{State}.textContent.startsWith('Not saved: the desk cannot be reached')");
        await tab.Ask("Page.close");

        await other.Go("/");
        Assert.IsTrue(await other.Is("Object.keys(localStorage).length"));
        await other.Value("fetch('/sign-out', { method: 'POST', body: new URLSearchParams(new FormData(document.querySelector('form[action=\"/sign-out\"]'))) })");
        await other.SignIn("otto");
        await other.Go(Envoys);
        Assert.DoesNotContain("train", await other.Text("document.body.textContent + [...document.querySelectorAll('textarea')].map((t) => t.value)"));
        await other.Value("fetch('/sign-out', { method: 'POST', body: new URLSearchParams(new FormData(document.querySelector('form[action=\"/sign-out\"]'))) })");
        await other.SignIn("mina");
        await other.Go(Envoys);
        Assert.AreEqual("Typed on a train", await other.Text(Field));
        await other.Until($"{State}.textContent === 'Saved by itself.'");
        Assert.IsFalse(await other.Is("Object.keys(localStorage).length"), "what is saved is no draft");
    }

    [TestMethod]
    public async Task Words_that_never_reached_the_desk_belong_to_their_sentence_wherever_a_new_source_has_it()
    {
        const string Article = "translations/articles/envoys-phone-talks.ko.md";
        const string Typed = "[...document.querySelectorAll('[data-segment]')].map((s) => `${s.querySelector('.source').textContent}: ${s.querySelector('textarea[name=target]').value}`).filter((t) => !t.endsWith(': ')).join('|')";
        var tab = await Open("mina", Envoys);
        var source = Desk.Room.Read(Article);
        const string Stays = "통화는 오전 10시 30분부터 약 40분간 이어졌다.", Goes = "이번 통화는 지난 13일 북한과 러시아의 정상회담이 열린 지 꼭 일주일 만에 이뤄졌다.";
        Assert.Contains(Stays, source);
        Assert.Contains(Goes, source);
        async Task<string> Segment(string words) => "#" + await tab.Text($"[...document.querySelectorAll('[data-segment]')].find((s) => s.querySelector('.source').textContent === '{words}').id");
        var (stays, goes) = (await Segment(Stays), await Segment(Goes));
        await tab.Ask("Network.emulateNetworkConditions", new JsonObject { ["offline"] = true, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 });
        foreach (var (place, words) in new[] { (stays, "Words that stay"), (goes, "Words that go") })
        {
            await tab.Value($"document.querySelector('{place}').scrollIntoView()");
            await tab.Until($"document.querySelector('{place} .field')");
            await tab.Type($"{place} .field", words);
            await tab.Until($"document.querySelector('{place} .state').classList.contains('bad')");
        }

        var other = await Browser.Beside(tab, Desk.Address);
        await tab.Ask("Page.close");
        Desk.Room.Write(Article, source.Replace(Stays, "새로운 문장이 하나 앞에 있다. " + Stays, StringComparison.Ordinal).Replace(Goes, "전혀 다른 말로 바뀐 문장이다.", StringComparison.Ordinal));
        await Desk.Pass();
        await other.Go(Envoys);
        await other.Until("document.querySelector('.lost .words')?.textContent === 'Words that go'");
        await other.Until($"{Typed} === '{Stays}: Words that stay'");
        await other.Until("[...document.querySelectorAll('.state')].some((s) => s.textContent === 'Saved by itself.')");
        await other.Picture("lost");
        await other.Go(Envoys);
        Assert.AreEqual($"{Stays}: Words that stay", await other.Text(Typed));
        await other.Click(".lost button");
        Assert.IsFalse(await other.Is("document.querySelector('.lost') || Object.keys(localStorage).length"));
    }

    [TestMethod]
    [DataRow(true, DisplayName = "saved by itself")]
    [DataRow(false, DisplayName = "not yet saved")]
    public async Task All_that_is_shown_can_be_accepted_after_a_word_was_changed_in_place(bool isSaved)
    {
        var tab = await Open("jonas", Trucks);
        await tab.Click("#s1 details.edit summary");
        await tab.Type("#s1 .field", "Changed ");
        if (isSaved)
            await tab.Until($"{State}.textContent === 'Saved by itself.'");
        await tab.Leave(() => tab.Click(".whole button.main"));
        Assert.IsFalse(await tab.Is("document.querySelector('.refusal')"), await tab.TextOf(".refusal"));
        Assert.Contains("Changed", await tab.TextOf("#s1 .words"));
        Assert.IsFalse(await tab.Is("document.querySelector('.mine')"), "all are done");
    }

    private async Task<Tab> Open(string person, string page)
    {
        var tab = await Browser.Open(Desk.Address);
        await tab.SignIn(person);
        await tab.Go(page);
        return tab;
    }

    /// <summary>Lets the time go by after which a field saves by itself, and what that sends arrive.</summary>
    private static async Task Wait(Tab tab) => await tab.Value("new Promise((done) => setTimeout(done, 4000))");

    /// <summary>The words that the desk has, by a page of its own.</summary>
    private static async Task<string> Stored(Tab tab) => await tab.Text($"fetch('{Trucks}').then((a) => a.text()).then((t) => new DOMParser().parseFromString(t, 'text/html').querySelector('#s1 textarea').value)");
}
