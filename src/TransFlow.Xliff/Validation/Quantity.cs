using System.Globalization;
using System.Numerics;

namespace TransFlow.Xliff.Validation;

/// <summary>Whole numbers as documents state them, of any length; beyond what anything can have, they are all the same.</summary>
internal static class Quantity
{
    private const int MostDigits = 27;

    private static readonly BigInteger Most = BigInteger.Pow(10, MostDigits);

    /// <summary>The number; null when it is none.</summary>
    public static BigInteger? Of(string? said)
    {
        var digits = said?.Trim(ValueType.Blank);
        if (digits is null or "" || !digits.All(char.IsAsciiDigit))
            return null;
        digits = digits.TrimStart('0');
        return digits.Length > MostDigits ? Most : digits.Length == 0 ? BigInteger.Zero : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
