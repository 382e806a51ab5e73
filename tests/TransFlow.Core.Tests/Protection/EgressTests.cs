using TransFlow.Core.Protection;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Protection;

[TestClass]
public sealed class EgressTests
{
    private static readonly DateTimeOffset Noon = new(2024, 3, 18, 12, 0, 0, TimeSpan.FromHours(9));
    private static readonly Edition Plain = new("a", "en", 1, Route.Of("default", ["translate", "edit"]).Value!) { Segments = [] };

    [TestMethod]
    public void A_gate_without_a_policy_cannot_be_made() =>
        Assert.ThrowsExactly<ArgumentException>(() => new Egress([]));

    [TestMethod]
    public void A_policy_that_breaks_lets_nothing_through() =>
        Assert.AreEqual("policy-failed", new Egress([new HoldPolicy(), new Broken()]).Clear("x", Leaving(Plain, Exit.Package)).Refusal?.Code);

    [TestMethod]
    public void What_is_held_leaves_by_no_way()
    {
        var gate = new Egress([new HoldPolicy()]);
        foreach (var exit in Enum.GetValues<Exit>())
            Assert.AreEqual("held", gate.Clear("x", Leaving(Plain with { Hold = "legal" }, exit)).Refusal?.Code);
        Assert.AreEqual("x", gate.Clear("x", Leaving(Plain, Exit.Publication)).Value?.Payload);
    }

    [TestMethod]
    public void What_is_of_the_newsroom_as_a_whole_is_nobodys_hold() =>
        Assert.AreEqual("x", new Egress([new HoldPolicy(), new EmbargoPolicy()]).Clear("x", new Departure(Exit.Webhook, null, "text", Noon)).Value?.Payload);

    [TestMethod]
    public void An_embargo_keeps_a_publication_in_until_its_moment_and_lets_packages_go()
    {
        var gate = new Egress([new EmbargoPolicy()]);
        var later = Plain with { Embargo = new Embargo(Noon.AddMinutes(1), "Asia/Seoul", "chief") };
        Assert.AreEqual("embargo", gate.Clear("x", Leaving(later, Exit.Publication)).Refusal?.Code);
        Assert.IsNull(gate.Clear("x", Leaving(later, Exit.Package)).Refusal);
        Assert.IsNull(gate.Clear("x", Leaving(Plain with { Embargo = new Embargo(Noon, "Asia/Seoul", "chief") }, Exit.Publication)).Refusal);
    }

    private static Departure Leaving(Edition edition, Exit exit) => new(exit, edition, "text", Noon);

    private sealed class Broken : IEgressPolicy
    {
        public Refusal? Refuse(Departure departure) => throw new InvalidOperationException("The vault is gone.");
    }
}
