using Xunit;
namespace Search.Tests;
public class Smoke { [Fact] public void It_runs() => Assert.True(File.Exists(typeof(Smoke).Assembly.Location)); }
