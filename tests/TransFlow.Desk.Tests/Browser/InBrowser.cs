namespace TransFlow.Desk.Tests.Browser;

/// <summary>Tests that share a browser; they are left out, and say so, where there is none.</summary>
public abstract class InBrowser
{
    private static Chromium? _browser;

    internal static Chromium Browser => _browser!;

    [TestInitialize]
    public async Task Open()
    {
        if (Chromium.Program is null)
            Assert.Inconclusive("Left out: there is no Chromium (/usr/bin/chromium-headless-shell, /usr/bin/chromium, or what TRANSFLOW_CHROMIUM names). tests/run installs it.");
        _browser ??= await Chromium.Start();
    }

    [ClassCleanup(InheritanceBehavior.BeforeEachDerivedClass)]
    public static async Task End()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _browser = null;
    }
}
