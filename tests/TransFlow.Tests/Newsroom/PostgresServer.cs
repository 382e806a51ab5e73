using System.Diagnostics;

namespace TransFlow.Tests.Newsroom;

/// <summary>A PostgreSQL server of a test's own, which it may stop and start.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"transflow-server-{Environment.ProcessId}");

    /// <summary>Starts it; the test is left out, and says so, where <c>tests/run</c> did not see to PostgreSQL.</summary>
    public PostgresServer()
    {
        if (Environment.GetEnvironmentVariable("TRANSFLOW_TEST_POSTGRES") is null or "")
            Assert.Inconclusive("Left out: TRANSFLOW_TEST_POSTGRES is not set, so there may be no PostgreSQL here. tests/run sees to it.");
        Address = Do("start").Trim();
    }

    /// <summary>How to connect to it.</summary>
    public string Address { get; }

    public void Start() => Do("start");

    /// <summary>Ends it at once, as a failing machine would.</summary>
    public void Stop() => Do("stop");

    public void Dispose() => Do("remove");

    private string Do(string verb)
    {
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(Repository(), "tests", "postgres"), [verb, _folder]) { RedirectStandardOutput = true })!;
        var output = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        Assert.AreEqual(0, script.ExitCode, $"tests/postgres {verb}");
        return output;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TransFlow.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
