namespace TransFlow.Core.Protection;

/// <summary>Something that the egress gate let through. Only <see cref="Egress"/> makes it.</summary>
/// <typeparam name="T">What leaves.</typeparam>
public sealed class Cleared<T>
    where T : notnull
{
    internal Cleared(T payload, Departure departure) => (Payload, Departure) = (payload, departure);

    /// <summary>What leaves.</summary>
    public T Payload { get; }

    /// <summary>What the gate was told about it.</summary>
    public Departure Departure { get; }
}
