using System.Net;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Tests.Settings;

[TestClass]
public sealed class DeskSettingsTests
{
    [TestMethod]
    public void Without_a_desk_in_the_settings_there_is_none() => Assert.IsNull(Read("").Settings!.Desk);

    [TestMethod]
    public void A_desk_listens_on_this_machine_alone_unless_told_otherwise()
    {
        var desk = Read(""", "desk": {} """).Settings!.Desk!;
        Assert.AreEqual(new Uri("http://127.0.0.1:8460"), desk.Listen);
        Assert.IsTrue(desk.Listen.IsLoopback);
        Assert.AreEqual((null, null, TimeSpan.FromHours(24)), (desk.Url, desk.ProxyHeader, desk.LateAfter));
        Assert.EndsWith("translations/.transflow/keys", desk.Keys);
        Assert.IsFalse(desk.LoadsImages, "nobody outside sees who looks at what");
    }

    [TestMethod]
    public void Everything_can_be_said()
    {
        var desk = Read(""", "desk": { "listen": "http://0.0.0.0:80", "url": "https://desk.example.org", "chiefs": ["eva"], "lateAfter": 1.5, "keys": "k", "proxy": { "addresses": "10.0.0.1", "header": "X-User" } } """).Settings!.Desk!;
        Assert.AreEqual(("X-User", IPAddress.Parse("10.0.0.1"), "eva", 1.5), (desk.ProxyHeader, desk.ProxyAddresses.Single(), desk.Chiefs.Single(), desk.LateAfter.TotalHours));
    }

    [TestMethod]
    [DataRow("""{ "listen": "http://0.0.0.0:8460" }""", "open-desk")]
    [DataRow("""{ "listen": "http://0.0.0.0:8460", "url": "http://desk.example.org" }""", "open-desk")]
    [DataRow("""{ "listen": "https://127.0.0.1:8460" }""", "not-address")]
    [DataRow("""{ "listen": "8460" }""", "not-address")]
    [DataRow("""{ "url": "https://desk.example.org/desk" }""", "not-address")]
    [DataRow("""{ "proxy": { "header": "X-User" } }""", "proxy-unknown")]
    [DataRow("""{ "proxy": { "addresses": ["nowhere"] } }""", "not-ip")]
    [DataRow("""{ "lateAfter": "soon" }""", "not-hours")]
    [DataRow("""{ "lateAfter": 0 }""", "not-hours")]
    public void What_would_not_do_is_refused(string desk, string code) =>
        Assert.AreEqual(code, Read($", \"desk\": {desk}").Problems.Single().Code);

    private static (NewsroomSettings? Settings, System.Collections.Immutable.ImmutableArray<Core.Refusal> Problems) Read(string desk)
    {
        using var folder = new TemporaryFolder();
        return SettingsFile.Read(folder.Write("transflow.json", $$"""{ "source": {}, "targets": { "en": {} } {{desk}} }"""), new Dictionary<string, string>());
    }
}
