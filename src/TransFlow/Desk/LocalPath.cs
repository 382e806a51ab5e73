namespace TransFlow.Desk;

/// <summary>Where a person is sent on to: a place on the desk, never elsewhere.</summary>
internal static class LocalPath
{
    /// <summary>The path when it is one of the desk's own, else the board.</summary>
    public static string Of(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && path.All(c => !char.IsControl(c) && c != '\\') ? path : "/";
}
