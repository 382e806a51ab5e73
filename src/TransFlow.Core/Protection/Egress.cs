using System.Collections.Immutable;

namespace TransFlow.Core.Protection;

/// <summary>
/// The one gate through which everything leaves the house. What it lets through is <see cref="Cleared{T}"/>, which nobody
/// else can make and which every way out asks for. It fails closed: a policy that breaks is a refusal.
/// </summary>
public sealed class Egress
{
    private readonly ImmutableArray<IEgressPolicy> _policies;

    /// <summary>Makes the gate.</summary>
    /// <param name="policies">The policies in the order in which they are asked; at least one.</param>
    /// <exception cref="ArgumentException">There is no policy: a gate without a policy is no gate.</exception>
    public Egress(IEnumerable<IEgressPolicy> policies)
    {
        _policies = [.. policies];
        if (_policies.IsEmpty)
            throw new ArgumentException("The egress gate needs at least one policy.", nameof(policies));
    }

    /// <summary>Asks every policy.</summary>
    /// <typeparam name="T">What leaves.</typeparam>
    /// <param name="payload">What leaves.</param>
    /// <param name="departure">Where it goes and whose it is.</param>
    /// <returns>The payload, cleared; or the first refusal.</returns>
    public Outcome<Cleared<T>> Clear<T>(T payload, Departure departure)
        where T : notnull
    {
        foreach (var policy in _policies)
        {
            if (Ask(policy, departure) is { } refusal)
                return refusal;
        }

        return new Cleared<T>(payload, departure);
    }

    private static Refusal? Ask(IEgressPolicy policy, Departure departure)
    {
        try
        {
            return policy.Refuse(departure);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Refusal("policy-failed", $"The policy {policy.GetType().Name} could not be asked: {e.Message}", "Nothing leaves until it can; see the log.");
        }
    }
}
