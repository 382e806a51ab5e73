using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Articles that take another route than their language's.</summary>
[TestClass]
public sealed class RoutingTests
{
    [TestMethod]
    public async Task An_article_takes_the_route_of_the_first_rule_that_fits_it()
    {
        using var room = new TestNewsroom();
        room.Set("\"routes\": {", "\"routes\": { \"protected\": [\"clearance\", \"translate\", \"edit\", \"sign-off\"],");
        room.Set("""
            "routing": [
                { "key": "categories", "value": "Nothing of the kind", "route": "protected" },
                { "path": "inside/", "languages": ["en"], "route": "protected" },
                { "key": "mood", "value": "dark", "route": "protected" }
              ]
            """);
        room.Write("translations/articles/inside/walls.ko.md", "# 담\n\n글이다.\n");
        room.Write("translations/articles/night.ko.md", "---\ntitle: 밤\nmood: [bright, dark]\n---\n\n글이다.\n");
        room.Write("translations/articles/day.ko.md", "---\ntitle: 낮\nmood: bright\n---\n\n글이다.\n");
        await room.Do("run", "--once");

        Assert.AreEqual("clearance", await room.Stage("walls"));
        Assert.AreEqual("translate", await room.Stage("walls", "ja"));
        Assert.AreEqual("clearance", await room.Stage("night", "ja"));
        Assert.AreEqual("translate", await room.Stage("day"));
        Assert.IsFalse(room.Exists("translations/en/translate/walls.xlf"), "nothing is handed out before it is cleared");
    }
}
