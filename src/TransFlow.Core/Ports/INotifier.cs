using TransFlow.Core.Protection;

namespace TransFlow.Core.Ports;

/// <summary>A way to tell others what happened.</summary>
public interface INotifier
{
    /// <summary>Tells it, with some patience; telling it twice does no harm, since it carries its id.</summary>
    /// <param name="delivery">What the egress gate let through.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>What the other side made of it.</returns>
    Task<Answer> Notify(Cleared<Delivery> delivery, CancellationToken cancellationToken);
}

/// <summary>What is told.</summary>
/// <param name="Id">The same whenever the same thing is told again.</param>
/// <param name="Subject">What it is about, in a few words; for ways that have subjects.</param>
/// <param name="Body">The words; never article text, never secrets.</param>
public sealed record Delivery(string Id, string Subject, string Body);

/// <summary>What the other side makes of a delivery.</summary>
public enum AnswerKind
{
    /// <summary>It has it.</summary>
    Taken,

    /// <summary>It may take it later: it was away, slow, busy, or broke off.</summary>
    NotNow,

    /// <summary>It does not want it as it is; trying again at once is of no use.</summary>
    Refused,

    /// <summary>It failed so often of late that it was not even asked.</summary>
    Away,
}

/// <summary>The other side's answer.</summary>
/// <param name="Kind">What it makes of the delivery.</param>
/// <param name="Said">What it said, for people; without addresses and secrets.</param>
public sealed record Answer(AnswerKind Kind, string Said)
{
    /// <summary>How long it asked to be left alone; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
