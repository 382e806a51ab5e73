using TransFlow.Benchmarks;

if (args is not ["xliff"])
{
    Console.Error.WriteLine("Name a benchmark: xliff.");
    return 2;
}

XliffBenchmark.Run();
return 0;
