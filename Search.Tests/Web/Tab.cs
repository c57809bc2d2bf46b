using Microsoft.Playwright;
using Xunit;

namespace Search.Tests.Web;

/// <summary>A page in a browser of its own profile, and everything that went wrong in it: errors and warnings on its console, violations of its policy, requests elsewhere.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    public Tab(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" })
                _complaints.Add($"request to {request.Url}");
        };
    }

    public IPage Page { get; }

    public ILocator Hits => Page.Locator(".hits > li");

    public ILocator Heading => Page.Locator("#heading");

    public ILocator Facet(string field) => Page.Locator($".facet[data-field={field}]");

    /// <summary>A value in a facet, by its name.</summary>
    public ILocator Value(string field, string label) => Facet(field).Locator(".value").Filter(new() { Has = Page.GetByText(label, new() { Exact = true }) });

    /// <summary>Opens an address and waits until hits, or what stands in their place, are there.</summary>
    public async Task GoAsync(Uri site, string address)
    {
        await Page.GotoAsync(new Uri(site, address).ToString());
        await Page.Locator(".hits > li, .message, .post h1, .finder-line").Filter(new() { Visible = true }).First.WaitForAsync();
    }

    public Task<bool> FitsAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");

    /// <summary>Asserts that the browser had nothing to complain of, apart from what the test itself brought about.</summary>
    public void AssertQuiet(params string[] expected) =>
        Assert.DoesNotContain(_complaints, complaint => !expected.Any(part => complaint.Contains(part, StringComparison.Ordinal)));

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
