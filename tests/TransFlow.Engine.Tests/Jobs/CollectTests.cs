using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Tests.Jobs;

[TestClass]
public sealed class CollectTests
{
    [TestMethod]
    public async Task A_file_that_ends_in_the_middle_is_told_of_once_and_not_at_every_look()
    {
        using var folder = new TemporaryFolder();
        folder.Write("translations/articles/a.ko.md", "첫 문장이다.\n");
        var settings = SettingsFile.Read(folder.Write("transflow.json", """{ "source": {}, "targets": { "en": {} } }"""), new Dictionary<string, string>()).Settings!;
        var log = new Lines();
        using var room = Newsroom.Open(settings, TimeProvider.System, log).Value!;
        await room.Pass(CancellationToken.None);
        var whole = File.ReadAllText(folder["translations/en/translate/a.xlf"]);

        folder.Write("translations/returned/slow.xlf", whole[..(whole.Length / 2)]);
        await room.Pass(CancellationToken.None);
        folder.Write("translations/returned/slow.xlf", whole[..(whole.Length * 2 / 3)]);
        await room.Pass(CancellationToken.None);
        Assert.AreEqual(1, log.Count(l => l.Contains("slow.xlf", StringComparison.Ordinal)), string.Join('\n', log));
        Assert.IsTrue(File.Exists(folder["translations/returned/slow.xlf"]));
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Lines : ConcurrentQueue<string>, ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Enqueue(formatter(state, exception));
    }
}
