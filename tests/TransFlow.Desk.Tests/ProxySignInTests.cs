using System.Net;
using TransFlow.Desk.Tests.Driver;

namespace TransFlow.Desk.Tests;

[TestClass]
public sealed class ProxySignInTests
{
    [TestMethod]
    public async Task Whom_the_listed_proxy_names_is_signed_in()
    {
        await using var desk = await TestDesk.Start(Proxy("127.0.0.1"));
        using var visitor = desk.Visitor();
        visitor.Client.DefaultRequestHeaders.Add("X-Remote-User", "jonas");
        Assert.Contains("jonas", (await visitor.Page("/")).QuerySelector(".me")!.TextContent);
    }

    [TestMethod]
    public async Task The_header_from_any_other_address_means_nothing()
    {
        await using var desk = await TestDesk.Start(Proxy("10.9.8.7"));
        using var visitor = desk.Visitor();
        visitor.Client.DefaultRequestHeaders.Add("X-Remote-User", "jonas");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.9.8.7");
        using var answer = await visitor.Get("/");
        Assert.AreEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("stranger")]
    [DataRow("jonas,eva")]
    public async Task Whom_the_settings_do_not_know_does_not_come_in(string person)
    {
        await using var desk = await TestDesk.Start(Proxy("127.0.0.1"));
        using var visitor = desk.Visitor();
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation("X-Remote-User", person.Split(','));
        using var answer = await visitor.Get("/");
        Assert.AreEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("it did not name anybody whom the settings know", await answer.Content.ReadAsStringAsync(), "to sign in again would not help");
    }

    [TestMethod]
    public async Task Nobody_signs_in_by_password_where_the_proxy_says_who_it_is()
    {
        await using var desk = await TestDesk.Start(Proxy("127.0.0.1"));
        using var visitor = desk.Visitor();
        Assert.IsNull((await visitor.Page("/sign-in")).QuerySelector("input[type=password]"));
        using var answer = await visitor.Post("/sign-in", ("person", "mina"), ("password", TestDesk.Password));
        Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static (string, string)[] Proxy(string address) => [("TRANSFLOW__DESK__PROXY__ADDRESSES", address), ("TRANSFLOW__DESK__PROXY__HEADER", "X-Remote-User")];
}
