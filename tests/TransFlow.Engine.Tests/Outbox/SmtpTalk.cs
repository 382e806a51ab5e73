namespace TransFlow.Engine.Tests.Outbox;

/// <summary>A mail server's side of a conversation.</summary>
internal static class SmtpTalk
{
    /// <summary>Greets, and then says nothing more.</summary>
    public static async Task Stall(Line line)
    {
        await line.Say("220 here\r\n");
        for (var i = 0; i < 40 && await line.Hear() is not null; i++)
            line.Note("(no answer)");
    }

    /// <summary>Takes a mail as servers do, or fails as it is told.</summary>
    public static async Task Take(Line line, string? extension = null, string recipient = "250 OK", string signIn = "235 2.7.0 In", bool breaksOff = false, bool saysGoodBye = true)
    {
        await line.Say("220 loopback ESMTP\r\n");
        while (await line.Hear() is { } command)
        {
            line.Note(command);
            switch (command.Split(' ')[0])
            {
                case "EHLO":
                    await line.Say(extension is null ? "250-loopback\r\n250 8BITMIME\r\n" : $"250-loopback\r\n250-8BITMIME\r\n250 {extension}\r\n");
                    break;
                case "AUTH":
                    await line.Say(signIn + "\r\n");
                    break;
                case "RCPT":
                    await line.Say(recipient + "\r\n");
                    break;
                case "DATA":
                    await line.Say("354 Go on\r\n");
                    if (!await Text(line, breaksOff))
                        return;
                    await line.Say("250 Taken\r\n");
                    if (!saysGoodBye)
                        return;
                    break;
                case "QUIT":
                    await line.Say("221 Bye\r\n");
                    return;
                default:
                    await line.Say("250 OK\r\n");
                    break;
            }
        }
    }

    private static async Task<bool> Text(Line line, bool breaksOff)
    {
        while (await line.Hear() is { } text)
        {
            line.Note(text);
            if (breaksOff)
                return false;
            if (text == ".")
                return true;
        }

        return false;
    }
}
