using System.Globalization;
using System.Runtime;

namespace TransFlow.Benchmarks;

/// <summary>Times several ways of doing something in turns, by the processor time that they use, so that whatever else the machine does falls on none or on all of them.</summary>
internal static class Timing
{
    private const int MostWarmings = 20;

    /// <summary>As many methods may still be compiled in a warm round: those that are seldom called come to it late.</summary>
    private const int FewMethods = 10;

    /// <summary>
    /// Does something until the just-in-time compiler has next to nothing left to compile: on one core, where it works beside what it compiles, that takes
    /// three times as many rounds as on two.
    /// </summary>
    /// <param name="round">What is done.</param>
    public static void Warm(Action round)
    {
        for (var i = 0; i < MostWarmings; i++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            round();
            if (i > 0 && JitInfo.GetCompiledMethodCount() - before <= FewMethods)
                return;
        }
    }

    /// <summary>The median of the times that each way took.</summary>
    /// <param name="rounds">How many turns each has after one to warm up.</param>
    /// <param name="ways">The ways.</param>
    public static double[] Medians(int rounds, params Action[] ways)
    {
        var times = ways.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                GC.Collect();
                var start = Environment.CpuUsage.TotalTime;
                ways[way]();
                if (round > 0)
                    times[way].Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            }
        }

        return [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
    }

    /// <summary>Writes one line of a result.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="figure">The figure with its unit.</param>
    /// <param name="goal">What it should be; empty for nothing.</param>
    public static void Print(string what, FormattableString figure, string goal = "") =>
        Console.WriteLine($"{what,-46} {figure.ToString(CultureInfo.InvariantCulture),-24} {goal}".TrimEnd());
}
