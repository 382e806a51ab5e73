using TransFlow.Benchmarks;

Dictionary<string, Action> benchmarks = new(StringComparer.Ordinal) { ["markdown"] = MarkdownBenchmark.Run, ["xliff"] = XliffBenchmark.Run, ["store"] = StoreBenchmark.Run, ["desk"] = DeskBenchmark.Run, ["cold"] = ColdBenchmark.Run };
if (args is not [var name] || !benchmarks.TryGetValue(name, out var run))
{
    Console.Error.WriteLine($"Name a benchmark: {string.Join(" or ", benchmarks.Keys)}.");
    return 2;
}

run();
return 0;
