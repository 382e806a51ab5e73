namespace TransFlow.Desk;

/// <summary>Where a person is sent on to: a place on the desk, never elsewhere.</summary>
internal static class LocalPath
{
    private static readonly Uri Here = new("http://desk");

    /// <summary>The path when it is one of the desk's own, else the board. It may stand in an answer's head: what is not ASCII is escaped.</summary>
    public static string Of(string? path) =>
        IsLocal(path) && Uri.TryCreate(Here, path, out var whole) && whole.Host == Here.Host && IsLocal(whole.PathAndQuery) ? whole.PathAndQuery + whole.Fragment : "/";

    private static bool IsLocal(string? path) => path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && path.All(c => !char.IsControl(c) && c != '\\');
}
