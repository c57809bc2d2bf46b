using System.Globalization;
using AngleSharp.Html.Parser;
using Search.Api.Pages;
using Xunit;

namespace Search.Tests.Web;

/// <summary>Names of times under a picture stand apart in the large letters of a phone (24 units of 720), however many times there are.</summary>
public sealed class PictureTests
{
    // Of DejaVu Sans, wider than most: 0.636 of the size of the letters a digit, 0.361 a hyphen.
    private const double Digit = 24 * 0.636;
    private const double Hyphen = 24 * 0.361;
    private const double Apart = 10;

    [Theory]
    [InlineData("yyyy-MM", 72)]
    [InlineData("yyyy", 400)]
    public void Names_of_times_never_touch(string format, int most)
    {
        for (var count = 2; count <= most; count++)
        {
            var bars = Enumerable.Range(0, count).Select(i => (format.Length == 4 ? new DateTime(1600 + i, 1, 1) : new DateTime(2019, 3, 1).AddMonths(i), i))
                .Select(time => (time.Item1.ToString(format, CultureInfo.InvariantCulture), 1 + time.i, (string?)null)).ToList();
            var names = new HtmlParser().ParseDocument(Picture.Bars("over time", bars)!.ToString()!).QuerySelectorAll(".axis text[text-anchor]").Select(Extent).ToList();
            Assert.NotEmpty(names);
            Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.First.Right + Apart <= pair.Second.Left, $"{count} times: {pair}"));
            Assert.All(names, name => Assert.True(name is { Left: >= -2, Right: <= 722 }, $"{count} times: {name}"));
        }
    }

    private static (double Left, double Right) Extent(AngleSharp.Dom.IElement text)
    {
        var (x, width) = (double.Parse(text.GetAttribute("x")!, CultureInfo.InvariantCulture), text.TextContent.Sum(letter => letter == '-' ? Hyphen : Digit));
        var left = text.GetAttribute("text-anchor") switch { "start" => x, "end" => x - width, _ => x - width / 2 };
        return (left, left + width);
    }
}
