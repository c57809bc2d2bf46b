using Search.Core.Generations;
using Search.Core.Searching;

namespace Search.Indexer;

/// <summary>What a command's end says to the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Some files could be read only in part or not at all, and <c>--strict</c> was given.</summary>
    public const int Partial = 1;

    /// <summary>The command line asks for something that cannot be asked for.</summary>
    public const int Usage = 2;

    /// <summary>The index could not be written, read, or is not whole.</summary>
    public const int Index = 3;

    /// <summary>Runs a command and turns the failures that a user can mend into a message and a code.</summary>
    public static int Of(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (DirectoryNotFoundException e)
        {
            return Fail(e.Message, Usage);
        }
        catch (Exception e) when (e is GenerationException or IndexUnavailableException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fail(e.Message, Index);
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped. The index is as it was before.", Index);
        }
    }

    public static int Fail(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
