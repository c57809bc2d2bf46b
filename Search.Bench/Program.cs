using System.CommandLine;
using Search.Bench;
using Search.Bench.Evaluation;

var root = new RootCommand("Measures: quality against labelled sets, and speed.")
{
    PeopleCommand.Create(),
    TagsCommand.Create(),
    QuotesCommand.Create(),
};
return root.Parse(args).Invoke();
