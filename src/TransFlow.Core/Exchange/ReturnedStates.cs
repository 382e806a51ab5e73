namespace TransFlow.Core.Exchange;

/// <summary>
/// What the states of both XLIFF families amount to. An initial state says nothing: several tools leave it on finished text,
/// so that the text itself has to tell.
/// </summary>
internal static class ReturnedStates
{
    private static readonly string[] NeedsWork = ["fuzzy", "needs", "review", "reject", "draft", "unapproved"];

    public static ReturnedState Of(string? state, string? subState, bool isVersion1)
    {
        // Our own hints are orphans as soon as a tool changes the state beside them.
        if (subState is not null && !subState.StartsWith("tf:", StringComparison.Ordinal) && NeedsWork.Any(w => subState.Contains(w, StringComparison.OrdinalIgnoreCase)))
            return ReturnedState.NeedsWork;
        return isVersion1 ? Version1(state) : Version2(state);
    }

    /// <summary>What a target's state says of it, in the words of XLIFF 2: what is not done is <c>initial</c>; null when nothing is said.</summary>
    /// <param name="state">The state, as the file has it.</param>
    /// <param name="subState">What stands beside it; null for nothing.</param>
    /// <param name="read">What both amount to.</param>
    public static string? Said(string? state, string? subState, ReturnedState read) => read switch
    {
        // What waits for its review is translated; XLIFF 1.2 alone has a word for it.
        ReturnedState.NeedsWork when (state is "initial" or null ? subState : state)?.Contains("needs-review", StringComparison.Ordinal) == true => "translated",
        ReturnedState.NeedsWork => "initial",
        ReturnedState.Translated => "translated",
        ReturnedState.Reviewed => state == "final" ? "final" : "reviewed",
        // Programs that write XLIFF 1.2 call everything new.
        _ => state is "initial" or "needs-translation" ? "initial" : null,
    };

    private static ReturnedState Version2(string? state) => state switch
    {
        null or "initial" or "" => ReturnedState.Unsaid,
        "translated" => ReturnedState.Translated,
        "reviewed" or "final" => ReturnedState.Reviewed,
        _ => ReturnedState.NeedsWork,
    };

    private static ReturnedState Version1(string? state) => state switch
    {
        null or "new" or "needs-translation" or "" => ReturnedState.Unsaid,
        "translated" => ReturnedState.Translated,
        "final" or "signed-off" => ReturnedState.Reviewed,
        _ => ReturnedState.NeedsWork,
    };
}
