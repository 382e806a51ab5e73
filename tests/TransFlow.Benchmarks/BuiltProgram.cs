namespace TransFlow.Benchmarks;

/// <summary>The program as its own project builds it, which these benchmarks' project does beforehand.</summary>
internal static class BuiltProgram
{
    /// <summary>The file that `dotnet` starts.</summary>
    public static string File { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../../src/TransFlow/bin", new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name, "net10.0/transflow.dll"));
}
