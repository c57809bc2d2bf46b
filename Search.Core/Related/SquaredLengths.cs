namespace Search.Core.Related;

/// <summary>The squared lengths of the vectors of a post that another is compared with, one for each kind of evidence; 0 where it has nothing of the kind.</summary>
internal readonly record struct SquaredLengths(double Words, double Titles, double Text, double Tags, double People, double Sources);
