using MimeKit;

namespace TransFlow.Engine.Outbox;

/// <summary>Mail addresses as text.</summary>
internal static class MailAddress
{
    /// <summary>Whether a text is one plain address.</summary>
    public static bool IsValid(string text) => MailboxAddress.TryParse(text, out var address) && address.Address == text && address.Domain.Length > 0;
}
