using Microsoft.AspNetCore.Authorization;
using TransFlow.Engine;

namespace TransFlow.Desk;

/// <summary>Who may use a route. A route that names none of these is closed to everybody.</summary>
internal static class Policies
{
    /// <summary>Everybody who is signed in.</summary>
    public const string Member = "member";

    /// <summary>Everybody whom the settings name for anything.</summary>
    public const string Named = "named";

    /// <summary>Those who may see the language that the route names.</summary>
    public const string Language = "language";

    /// <summary>Those who answer for texts of the language that the route names: who clear, edit or sign off, and desk chiefs.</summary>
    public const string Answers = "answers";

    /// <summary>Desk chiefs.</summary>
    public const string Chief = "chief";

    public static void AddDeskPolicies(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, RightsHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Member, p => p.RequireAuthenticatedUser())
            .AddPolicy(Named, p => p.RequireAuthenticatedUser().AddRequirements(new RightsRequirement((r, person, _) => r.IsNamed(person))))
            .AddPolicy(Language, p => p.RequireAuthenticatedUser().AddRequirements(new RightsRequirement((r, person, language) => r.Sees(person, language))))
            .AddPolicy(Answers, p => p.RequireAuthenticatedUser().AddRequirements(new RightsRequirement((r, person, language) => r.Answers(person, language))))
            .AddPolicy(Chief, p => p.RequireAuthenticatedUser().AddRequirements(new RightsRequirement((r, person, _) => r.IsChief(person))))
            .SetDefaultPolicy(Closed())
            .SetFallbackPolicy(Closed());
    }

    private static AuthorizationPolicy Closed() => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();
}

/// <summary>What a policy asks of a person beside being signed in.</summary>
/// <param name="Holds">Whether a person may, by the rights, in the language of the route.</param>
internal sealed record RightsRequirement(Func<Rights, string, string?, bool> Holds) : IAuthorizationRequirement;

/// <summary>Asks the settings.</summary>
/// <param name="newsroom">The newsroom.</param>
internal sealed class RightsHandler(Newsroom newsroom) : AuthorizationHandler<RightsRequirement>
{
    private readonly Rights _rights = new(newsroom.Settings);

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightsRequirement requirement)
    {
        if (context.User.Identity?.Name is { } person && context.Resource is HttpContext http && requirement.Holds(_rights, person, http.Request.RouteValues["language"] as string))
            context.Succeed(requirement);

        return Task.CompletedTask;
    }
}
