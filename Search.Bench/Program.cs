using System.CommandLine;
using Search.Bench;

var root = new RootCommand("Measures: quality against labelled sets, and speed.")
{
    TagsCommand.Create(),
};
return root.Parse(args).Invoke();
