using System.Text;
using TransFlow.Cli;

Console.OutputEncoding = new UTF8Encoding(false);
Console.InputEncoding = new UTF8Encoding(false);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var terminal = new Terminal(Console.Out, Console.Error, Console.In, Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariables(), TimeProvider.System);
try
{
    return await CommandLine.Run(args, terminal, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped; what was begun is finished, the rest is done at the next run.");
    return 1;
}
