namespace Search.Core.Related;

/// <summary>Posts that say the same: copies of one text, or a series filled into one template.</summary>
/// <param name="Name">Tells it from other groups.</param>
/// <param name="IsSeries">False for copies.</param>
internal sealed record TextGroup(string Name, bool IsSeries);
