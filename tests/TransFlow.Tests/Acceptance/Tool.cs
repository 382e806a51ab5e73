using System.Diagnostics;

namespace TransFlow.Tests.Acceptance;

/// <summary>A program that nobody here wrote. Where it is not installed, the test is left out and says so; <c>tests/run</c> installs it.</summary>
internal sealed class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string _path;

    private Tool(string path) => _path = path;

    /// <summary>A program on the path.</summary>
    public static Tool OnPath(string name)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
        if (path is null)
            Assert.Inconclusive($"Left out: {name} is not installed. tests/run installs it.");
        return new Tool(path);
    }

    /// <summary>The folder with npm packages that a variable names.</summary>
    public static string FolderOf(string variable)
    {
        var folder = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(folder))
            Assert.Inconclusive($"Left out: {variable} does not say where the npm packages are. tests/run fetches them.");
        return folder;
    }

    /// <summary>Runs it to its end; it has to say that all went well.</summary>
    public async Task<string> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(_path, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.AreEqual(0, process.ExitCode, $"{Path.GetFileName(_path)} {string.Join(' ', arguments)}\n{await output}{await error}");
        return await output;
    }
}
