using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Desk.Tests.Browser;

/// <summary>The desk of the real worker, as a process: a copy of the sample newsroom whose steps run every second.</summary>
internal sealed partial class WorkerDesk : IDisposable
{
    private readonly NewsroomProcess _worker;

    private WorkerDesk(TestNewsroom room, NewsroomProcess worker, Uri address) => (Room, _worker, Address) = (room, worker, address);

    public TestNewsroom Room { get; }

    public Uri Address { get; }

    public static async Task<WorkerDesk> Start(Action<TestNewsroom>? prepare = null, params string[] people)
    {
        var room = new TestNewsroom(withReturns: true);
        room.Write("transflow.json", room.Read("transflow.json").Replace("\"chiefs\": []", "\"chiefs\": [\"eva\"]", StringComparison.Ordinal));
        foreach (var step in new[] { "INTAKE", "COLLECT", "PUBLISH" })
            room.Environment[$"TRANSFLOW__SCHEDULE__{step}"] = "0/1 * * * * ?";
        prepare?.Invoke(room);
        await room.Do("run", "--once");
        foreach (var person in people)
            Assert.AreEqual(0, await room.RunWith(Driver.TestDesk.Password + "\n", "desk", "account", "add", person), room.Error);
        var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => Where().IsMatch(worker.Error), "the desk is there");
        return new WorkerDesk(room, worker, new Uri(Where().Match(worker.Error).Groups[1].Value));
    }

    public void Dispose()
    {
        _worker.Dispose();
        Room.Dispose();
    }

    [GeneratedRegex(@"The desk is at (http://\S+)")]
    private static partial Regex Where();
}
