namespace TransFlow.Engine.Store;

/// <summary>What lets a person sign in at the desk. What the person may do there is for the settings to say.</summary>
/// <param name="Person">The person's id, as the settings name it.</param>
/// <param name="Version">The number of its last change.</param>
/// <param name="Password">The password as the framework's hasher keeps it; never the password itself.</param>
/// <param name="Stamp">Changes with the password: whoever signed in under an older one is signed out.</param>
/// <param name="At">When it was opened, or its password last changed.</param>
public sealed record AccountRow(string Person, int Version, string Password, string Stamp, DateTimeOffset At);
