using System.CommandLine;
using Search.Bench;
using Search.Bench.Evaluation;
using Search.Bench.Faces;
using Search.Bench.Fuzz;
using Search.Bench.Load;
using Search.Bench.Retrieval;

var root = new RootCommand("Measures: quality against labelled sets, and speed.")
{
    RelevanceCommand.Create(),
    PeopleCommand.Create(),
    TagsCommand.Create(),
    QuotesCommand.Create(),
    ReadingCommand.Create(),
    FuzzCommand.Create(),
    QualityCommand.Create(),
    RecognitionCommand.Create(),
    HttpCommand.Create(),
    RetrievalCommand.Create(),
    ConstantServer.Create(),
    RelatedCommand.Create(),
    SuggestCommand.Create(),
    ScreenshotsCommand.Create(),
    TypingCommand.Create(),
};
return root.Parse(args).Invoke();
