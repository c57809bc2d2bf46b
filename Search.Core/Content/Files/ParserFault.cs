namespace Search.Core.Content;

/// <summary>
/// Which exceptions of a parser that is not ours mean "this input is not valid": all but those of the process itself. Hostile input has made
/// every one of them throw things that its documentation does not name.
/// </summary>
internal static class ParserFault
{
    public static bool Is(Exception exception) => exception is not (OutOfMemoryException or OperationCanceledException or StackOverflowException);
}
