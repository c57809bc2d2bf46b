using Xunit;

namespace Search.Tests.Web;

/// <summary>The tests of the pages share one site made of the samples and one browser, and so run one after the other.</summary>
[CollectionDefinition]
public sealed class SharedSite : ICollectionFixture<Site>, ICollectionFixture<Browser>;
