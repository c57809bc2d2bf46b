namespace Search.Core.Model;

/// <summary>How much of a date is known; what is not stands at its beginning (1 January, the first of a month).</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
}
