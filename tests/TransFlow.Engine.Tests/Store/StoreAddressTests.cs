using TransFlow.Engine.Store;

namespace TransFlow.Engine.Tests.Store;

[TestClass]
public sealed class StoreAddressTests
{
    [TestMethod]
    public void A_path_belongs_to_the_newsrooms_folder()
    {
        var address = StoreAddress.Read("sqlite:a/b.db", "/news").Value!;
        Assert.AreEqual((StoreKind.Sqlite, "/news/a/b.db", "/news/a/b.db"), (address.Kind, address.File, address.ToString()));
    }

    [TestMethod]
    public void A_database_is_shown_without_its_password()
    {
        var address = StoreAddress.Read("postgres:Host=db.example;Port=5433;Database=news;Username=desk;Password=hush", "/news").Value!;
        Assert.AreEqual("postgres:Host=db.example;Port=5433;Database=news;Username=desk", address.ToString());
        Assert.Contains("hush", address.ConnectionString);
    }

    [TestMethod]
    [DataRow("postgres:Host=a;Password=hush;hush2=1")]
    [DataRow("postgres:Password=hush")]
    [DataRow("postgres:hush")]
    [DataRow("postgres:Host=a;Port=hush")]
    [DataRow("postgresql://desk:hush@db/news")]
    [DataRow("hush")]
    public void What_cannot_be_read_is_refused_without_a_word_of_it(string setting)
    {
        var refusal = StoreAddress.Read(setting, "/news").Refusal!;
        Assert.DoesNotContain("hush", refusal.ToString());
    }
}
