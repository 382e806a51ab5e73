using TransFlow.Core.Protection;
using TransFlow.Core.Publishing;

namespace TransFlow.Core.Ports;

/// <summary>A way to the reader.</summary>
public interface IPublisher
{
    /// <summary>Publishes an edition; doing it twice is the same as doing it once.</summary>
    /// <param name="publication">What the egress gate let through.</param>
    /// <param name="cancellationToken">Stops before anything is changed, or not at all.</param>
    /// <returns>The digest of what the reader now sees, hexadecimal; or why it could not be published.</returns>
    Task<Outcome<string>> Publish(Cleared<Publication> publication, CancellationToken cancellationToken);
}
