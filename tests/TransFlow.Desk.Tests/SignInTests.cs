using System.Net;
using TransFlow.Desk.SignIn;
using TransFlow.Desk.Tests.Driver;

namespace TransFlow.Desk.Tests;

[TestClass]
public sealed class SignInTests
{
    [TestMethod]
    public async Task A_person_signs_in_sees_the_board_and_signs_out()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        Assert.Contains("envoys-phone-talks", (await mina.Page("/")).Body!.TextContent);
        using var goodbye = await mina.Post("/sign-out");
        Assert.AreEqual(HttpStatusCode.Redirect, goodbye.StatusCode);
        using var after = await mina.Get("/");
        Assert.AreEqual(HttpStatusCode.Redirect, after.StatusCode);
    }

    [TestMethod]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_signing_out()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var copy = desk.Visitor();
        copy.Cookies.Add(mina.Cookies.GetCookies(desk.Address));
        Assert.Contains("envoys-phone-talks", (await copy.Page("/")).Body!.TextContent);
        using var goodbye = await mina.Post("/sign-out");
        using var after = await copy.Get("/");
        Assert.AreEqual(HttpStatusCode.Redirect, after.StatusCode);
        using var again = await desk.SignedIn("mina");
        Assert.Contains("envoys-phone-talks", (await again.Page("/")).Body!.TextContent);
    }

    [TestMethod]
    public async Task A_sign_in_lasts_twelve_hours_however_busy_its_person_is()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        desk.Clock.Advance(TimeSpan.FromHours(11));
        await mina.Page("/");
        desk.Clock.Advance(TimeSpan.FromHours(2));
        using var after = await mina.Get("/");
        Assert.AreEqual(HttpStatusCode.Redirect, after.StatusCode);
    }

    [TestMethod]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_comes_back_to_the_page()
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        using var sent = await visitor.Get("/editions/envoys-phone-talks/en?show=all");
        Assert.AreEqual("/sign-in?to=%2Feditions%2Fenvoys-phone-talks%2Fen%3Fshow%3Dall", sent.Headers.Location!.PathAndQuery);
        var form = await visitor.Page(sent.Headers.Location.PathAndQuery);
        Assert.AreEqual("/editions/envoys-phone-talks/en?show=all", form.QuerySelector("main input[name=to]")!.GetAttribute("value"));
    }

    [TestMethod]
    public async Task Who_signed_in_in_another_tab_goes_on_from_the_form_of_this_one()
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        const string To = "/editions/envoys-phone-talks/en";
        var form = await visitor.Page($"/sign-in?to={Uri.EscapeDataString(To)}");
        using var first = await visitor.SignIn("mina", TestDesk.Password);
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("main input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using var second = await visitor.Send("/sign-in", content);
        Assert.AreEqual((HttpStatusCode.Redirect, To), (second.StatusCode, second.Headers.Location!.OriginalString));
    }

    [TestMethod]
    public async Task After_a_wrong_password_another_language_does_not_lose_the_way()
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        using var wrong = await visitor.SignIn("mina", "wrong", "/history?page=2");
        var page = await TestVisitor.Document(wrong);
        Assert.AreEqual("/sign-in?to=%2Fhistory%3Fpage%3D2", page.QuerySelector("form[action='/preferences'] input[name=to]")!.GetAttribute("value"));
    }

    [TestMethod]
    [DataRow("https://evil.example/")]
    [DataRow("//evil.example/")]
    [DataRow("/\\evil.example/")]
    [DataRow("/\t/evil.example/")]
    [DataRow("javascript:alert(1)")]
    [DataRow("")]
    public async Task Nobody_is_sent_on_to_another_site(string to)
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        using var answer = await visitor.SignIn("mina", TestDesk.Password, to);
        Assert.AreEqual("/", answer.Headers.Location!.OriginalString);
        using var likes = await visitor.Post("/preferences", ("language", "ko"), ("to", to));
        Assert.AreEqual("/", likes.Headers.Location!.OriginalString);
    }

    [TestMethod]
    [DataRow("/?q=한글", "/?q=%ED%95%9C%EA%B8%80")]
    [DataRow("/editions/a/en?show=mine#s3", "/editions/a/en?show=mine#s3")]
    [DataRow("/.//evil.example/", "/")]
    public async Task A_person_is_sent_on_to_the_page_that_was_asked_for_in_any_script(string to, string on)
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        using var answer = await visitor.SignIn("mina", TestDesk.Password, to);
        Assert.AreEqual(on, answer.Headers.Location!.OriginalString);
    }

    [TestMethod]
    public async Task A_wrong_password_an_unknown_name_and_one_that_has_to_wait_get_the_same_answer()
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        var answers = new List<string>();
        for (var i = 0; i <= SignInPatience.Free; i++)
            answers.Add(await Refused(visitor, "mina", "wrong password " + i));
        answers.Add(await Refused(visitor, "mina", TestDesk.Password));
        answers.Add(await Refused(visitor, "nobody", TestDesk.Password));
        Assert.HasCount(1, answers.Distinct());
        using var eva = await desk.SignedIn("eva");
        Assert.Contains("many wrong passwords", (await eva.Page("/people")).QuerySelector("tbody")!.TextContent);

        desk.Clock.Advance(SignInPatience.First);
        using var again = await visitor.SignIn("mina", TestDesk.Password);
        Assert.AreEqual(HttpStatusCode.Redirect, again.StatusCode);
    }

    [TestMethod]
    public void Guessing_elsewhere_keeps_nobody_out_and_costs_the_guesser_more_each_time()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var patience = new SignInPatience(clock);
        var (here, there) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("198.51.100.7"));
        for (var i = 0; i < SignInPatience.Free; i++)
            patience.Failed("mina", there);
        Assert.IsFalse(patience.IsWaiting("mina", there), "the first ones are mistakes");
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            patience.Failed("mina", there);
            var wait = TimeSpan.Zero;
            for (; patience.IsWaiting("mina", there); wait += TimeSpan.FromSeconds(1))
                clock.Advance(TimeSpan.FromSeconds(1));
            waits.Add(wait);
        }

        CollectionAssert.AreEqual(waits.Order().ToList(), waits);
        Assert.AreEqual((SignInPatience.First, SignInPatience.First * 2, SignInPatience.Longest), (waits[0], waits[1], waits[^1]));
        patience.Failed("mina", there);
        Assert.IsFalse(patience.IsWaiting("mina", here), "the person herself is somewhere else");
        Assert.IsFalse(patience.IsWaiting("jonas", there));
        Assert.IsTrue(patience.IsTried("mina"));
        patience.Succeeded("mina", there);
        Assert.IsFalse(patience.IsWaiting("mina", there));
    }

    [TestMethod]
    public void Another_address_of_the_same_network_is_no_other_address()
    {
        var patience = new SignInPatience(new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        for (var i = 0; i <= SignInPatience.Free; i++)
            patience.Failed("mina", IPAddress.Parse($"2001:db8:1:2::{i + 1:x}"));
        Assert.IsTrue(patience.IsWaiting("mina", IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.IsFalse(patience.IsWaiting("mina", IPAddress.Parse("2001:db8:1:3::1")));
        Assert.IsFalse(patience.IsWaiting("mina", IPAddress.Parse("192.0.2.1")));
    }

    [TestMethod]
    public async Task Another_password_or_a_closed_account_ends_every_sign_in()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var jonas = await desk.SignedIn("jonas");
        desk.Newsroom.Accounts.ChangePassword("mina", Passwords.Hash("mina", "another four words").Value!, "test");
        desk.Newsroom.Accounts.Close("jonas", "test");
        foreach (var visitor in new[] { mina, jonas })
        {
            using var answer = await visitor.Get("/");
            Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [TestMethod]
    public async Task Cookies_are_out_of_reach_of_scripts_and_other_sites_and_secure_under_TLS()
    {
        await using var plain = await TestDesk.Start();
        await using var tls = await TestDesk.Start(("TRANSFLOW__DESK__URL", "https://desk.example.org"));
        foreach (var (desk, isSecure) in new[] { (plain, false), (tls, true) })
        {
            using var visitor = desk.Visitor();
            if (isSecure)
                visitor.Client.DefaultRequestHeaders.Host = "desk.example.org";
            using var form = await visitor.Get("/sign-in");
            var page = await TestVisitor.Document(form);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
            request.Headers.Add("Cookie", form.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["form"] = page.QuerySelector("input[name=form]")!.GetAttribute("value")!, ["person"] = "mina", ["password"] = TestDesk.Password });
            using var answer = await visitor.Client.SendAsync(request);
            Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode);
            foreach (var cookie in form.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")))
            {
                Assert.Contains("httponly", cookie);
                Assert.MatchesRegex("samesite=(lax|strict)", cookie);
                Assert.AreEqual(isSecure, cookie.Contains("secure", StringComparison.Ordinal), cookie);
            }

            Assert.AreEqual(isSecure, answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [TestMethod]
    public async Task A_form_that_is_not_the_desks_changes_nothing()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var strange = await desk.SignedIn("jonas");
        foreach (var proof in new[] { null, "forged", await strange.Proof() })
        {
            using var content = new FormUrlEncodedContent(proof is null ? [] : new Dictionary<string, string> { ["form"] = proof });
            using var answer = await mina.Send("/sign-out", content);
            Assert.AreEqual(HttpStatusCode.BadRequest, answer.StatusCode, proof);
        }

        Assert.IsNotNull(await mina.Page("/"));
    }

    [TestMethod]
    public async Task Passwords_cannot_be_tried_faster_than_ten_a_minute()
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var answer = await visitor.SignIn("nobody" + i, "wrong password");
            codes.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.IsFalse(codes.Take(10).Contains(HttpStatusCode.TooManyRequests));
    }

    [TestMethod]
    [DataRow("evil.example")]
    [DataRow("127.0.0.1.evil.example")]
    [DataRow("10.1.2.3")]
    public async Task A_name_that_is_not_the_desks_is_not_answered(string host)
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        visitor.Client.DefaultRequestHeaders.Host = host;
        using var answer = await visitor.Get("/sign-in");
        Assert.AreEqual(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [TestMethod]
    public async Task Every_answer_forbids_what_pages_do_not_need()
    {
        await using var desk = await TestDesk.Start();
        using var visitor = await desk.SignedIn("mina");
        foreach (var path in new[] { "/", "/sign-in", "/nowhere", "/assets/0/desk.css" })
        {
            using var answer = await visitor.Get(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, path);
            Assert.DoesNotContain("unsafe", policy, path);
            Assert.Contains("script-src 'self';", policy, path);
            Assert.AreEqual("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single(), path);
            Assert.AreEqual("DENY", answer.Headers.GetValues("X-Frame-Options").Single(), path);
        }
    }

    [TestMethod]
    [DataRow("mina", "short")]
    [DataRow("mina", "aaaaaaaaaaaaaaaa")]
    [DataRow("mina", "it is Mina again")]
    public void Passwords_that_are_easy_to_guess_are_refused(string person, string password) => Assert.IsNotNull(Passwords.Hash(person, password).Refusal);

    private static async Task<string> Refused(TestVisitor visitor, string person, string password)
    {
        using var answer = await visitor.SignIn(person, password);
        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        return (await TestVisitor.Document(answer)).QuerySelector("main")!.TextContent;
    }
}
