using System.Diagnostics;
using System.Text;

namespace TransFlow.Tests.Newsroom;

/// <summary>The real program as a process in a newsroom's folder.</summary>
internal sealed class NewsroomProcess : IDisposable
{
    private static readonly string Build = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name;

    /// <summary>The program as its own project builds it, which the tests' project does beforehand.</summary>
    private static readonly string Program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/TransFlow/bin", Build, "net10.0/transflow.dll"));

    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly StringBuilder _out = new();

    private NewsroomProcess(Process process) => _process = process;

    public string Error
    {
        get
        {
            lock (_error)
                return _error.ToString();
        }
    }

    public string Out
    {
        get
        {
            lock (_out)
                return _out.ToString();
        }
    }

    public static NewsroomProcess Start(TestNewsroom room, params string[] arguments) => Start(room, "dotnet", [Program, .. arguments]);

    /// <summary>Starts it with bytes on its standard input.</summary>
    public static NewsroomProcess StartReading(TestNewsroom room, byte[] input, params string[] arguments)
    {
        var file = Path.Combine(room.Folder, "standard-input");
        File.WriteAllBytes(file, input);
        return Start(room, "bash", ["-c", "exec dotnet \"$@\" < standard-input", "bash", Program, .. arguments]);
    }

    /// <summary>Starts it where no file may become larger than some kilobytes, as on a full disk.</summary>
    public static NewsroomProcess StartWithin(TestNewsroom room, int kilobytes, params string[] arguments) =>
        Start(room, "bash", ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0; exec dotnet \"$@\"", "bash", Program, .. arguments]);

    /// <summary>Starts it as somebody who may not write where others do not let him; root may write everywhere.</summary>
    public static NewsroomProcess StartAsNobody(TestNewsroom room, params string[] arguments) => System.Environment.IsPrivilegedProcess
        ? Start(room, "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp", "dotnet", Program, .. arguments])
        : Start(room, arguments);

    private static NewsroomProcess Start(TestNewsroom room, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = room.Folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in room.Environment)
            start.Environment[name] = value;
        var running = new NewsroomProcess(new Process { StartInfo = start });
        running._process.ErrorDataReceived += (_, e) => Append(running._error, e.Data);
        running._process.OutputDataReceived += (_, e) => Append(running._out, e.Data);
        running._process.Start();
        running._process.BeginErrorReadLine();
        running._process.BeginOutputReadLine();
        return running;
    }

    /// <summary>Kills it at once, as a power cut would.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as systemd does.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>Freezes it, as a machine does that ran out of memory or lost its disk.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>Lets it go on where it was.</summary>
    public void Thaw() => Signal("CONT");

    public int Id => _process.Id;

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code, once it has ended.</summary>
    public async Task<int> Code()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task Until(Func<bool> holds, string what, NewsroomProcess? worker = null)
    {
        for (var i = 0; i < 6000 && !holds(); i++)
            await Task.Delay(50);
        Assert.IsTrue(holds(), $"{what}; {worker?.Error}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line);
    }
}
