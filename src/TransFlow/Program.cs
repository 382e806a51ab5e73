using System.Runtime.InteropServices;
using System.Text;
using TransFlow.Cli;
using TransFlow.Engine.Store;

Console.OutputEncoding = new UTF8Encoding(false);
Console.InputEncoding = new UTF8Encoding(false, throwOnInvalidBytes: true);

// Not disposed: a signal may still be on its way here when the program ends.
var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    // Whoever asks twice does not want to wait for what is under way.
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var terminal = new Terminal(Console.Out, Console.Error, Console.In, Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariables(), new MachineClock());
try
{
    return await CommandLine.Run(args, terminal, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped. Nothing is half done; what had not begun was not done. See: transflow status.");
    return 1;
}
catch (DecoderFallbackException)
{
    Console.Error.WriteLine("Standard input is not UTF-8; what comes from there on was not read. Save it as UTF-8; what it is instead, some editors call Unicode (UTF-16), older ones CP949 or EUC-KR, and can convert it.");
    return 1;
}
