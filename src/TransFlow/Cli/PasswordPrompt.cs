using System.Text;

namespace TransFlow.Cli;

/// <summary>Asks for a password: unseen and twice at a terminal, as one line where input comes from elsewhere.</summary>
internal static class PasswordPrompt
{
    /// <summary>The password; null when nothing came, or when the two were not the same.</summary>
    public static string? Ask(Terminal terminal, string person)
    {
        if (!ReferenceEquals(terminal.In, Console.In) || Console.IsInputRedirected)
            return terminal.In.ReadLine();
        var first = Unseen(terminal, $"Password for {person}: ");
        return Unseen(terminal, "Once more: ") == first ? first : null;
    }

    private static string Unseen(Terminal terminal, string question)
    {
        terminal.Error.Write(question);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        terminal.Error.WriteLine();
        return typed.ToString();
    }
}
