using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using TransFlow.Core.Ports;

namespace TransFlow.Engine.Outbox;

/// <summary>
/// The patience of a way out, for seconds: each attempt and all of them together have an end, what may get better is tried again
/// with growing pauses or after the pause that the other side asks for, and a side that fails all the time is left alone for a while.
/// What is still not taken stays in the outbox, which has patience for hours.
/// </summary>
internal sealed class Patience
{
    /// <summary>A longer pause than this is not waited for here.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly ResiliencePipeline<Answer> _pipeline;

    /// <summary>Makes the patience of one way.</summary>
    /// <param name="attempt">How long one attempt may take.</param>
    /// <param name="total">How long all of them may take together.</param>
    /// <param name="clock">The clock.</param>
    public Patience(TimeSpan attempt, TimeSpan total, TimeProvider clock) => _pipeline = new ResiliencePipelineBuilder<Answer> { TimeProvider = clock }
        .AddTimeout(total)
        .AddRetry(new RetryStrategyOptions<Answer>
        {
            ShouldHandle = a => ValueTask.FromResult(IsPassing(a.Outcome) && !(a.Outcome.Result?.RetryAfter > LongestPause)),
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = LongestPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = a => ValueTask.FromResult(a.Outcome.Result?.RetryAfter),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Answer>
        {
            ShouldHandle = a => ValueTask.FromResult(IsPassing(a.Outcome)),
            FailureRatio = 0.8,
            MinimumThroughput = 8,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = TimeSpan.FromMinutes(1),
        })
        .AddTimeout(attempt)
        .Build();

    /// <summary>Makes attempts until one is answered for good, or the patience is over.</summary>
    /// <param name="attempt">One attempt; it answers for all that the other side may do wrong.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The last answer.</returns>
    public async Task<Answer> Try(Func<CancellationToken, ValueTask<Answer>> attempt, CancellationToken cancellationToken)
    {
        Answer? last = null;
        try
        {
            return await _pipeline.ExecuteAsync(async stop =>
            {
                last = null;
                var answer = await attempt(stop).ConfigureAwait(false);
                last = answer;
                return answer;
            }, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            // The end came in a pause that the other side had asked for: that it asked for it is what counts.
            return last is { RetryAfter: not null } asked ? asked : new Answer(AnswerKind.NotNow, "It did not answer in time.");
        }
        catch (BrokenCircuitException)
        {
            return new Answer(AnswerKind.Away, "It failed again and again and is left alone for a minute.");
        }
    }

    private static bool IsPassing(Outcome<Answer> outcome) => outcome.Exception is TimeoutRejectedException || outcome.Result is { Kind: AnswerKind.NotNow };
}
