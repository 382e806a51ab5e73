namespace TransFlow.Core.Protection;

/// <summary>One reason why something may not leave.</summary>
public interface IEgressPolicy
{
    /// <summary>Decides about one departure.</summary>
    /// <param name="departure">What leaves, and where to.</param>
    /// <returns>Why it may not leave; null when this policy has nothing against it.</returns>
    Refusal? Refuse(Departure departure);
}
