using System.Globalization;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>Plain SVG of numbers over time and of people beside each other. What a picture shows also stands in the page as text.</summary>
internal static class Picture
{
    private const int Width = 720;
    private const int Height = 160;
    private const int Foot = 28;
    private const int Head = 14;
    private const int MostYears = 5;
    private const int MostMonths = 4;

    /// <summary>A bar a month or a year, each a link; nothing where there is only one.</summary>
    /// <param name="label">What the picture is, for those who don't see it.</param>
    /// <param name="bars">In the order of time, without gaps.</param>
    public static Node? Bars(string label, IReadOnlyList<(string Name, int Count, string? Address)> bars)
    {
        if (bars.Count < 2)
            return null;
        var highest = Math.Max(1, bars.Max(bar => bar.Count));
        var step = (double)Width / bars.Count;
        return Svg(label, Height, "bars",
            All(bars.Select((bar, i) => bar.Count == 0 ? null : Linked(bar.Address, $"{bar.Name}: {PageWords.Number(bar.Count)}",
                E("rect", [("class", "hold"), ("x", Number(i * step)), ("y", "0"), ("width", Number(step)), ("height", Number(Height - Foot))]),
                E("rect", [("class", "bar-of"), ("x", Number(i * step + Math.Min(1, step / 8))), ("y", Number(Top(bar.Count, highest))), ("width", Number(Math.Max(1, step - Math.Min(2, step / 4)))), ("height", Number(Height - Foot - Top(bar.Count, highest)))])))),
            Axis(bars.Select(bar => bar.Name).ToList(), highest));
    }

    /// <summary>A line for each of several things over the same time.</summary>
    /// <param name="label">What the picture is, for those who don't see it.</param>
    /// <param name="times">Names of the points of time, in order, without gaps.</param>
    /// <param name="lines">Name and counts, as many as there are points.</param>
    public static Node? Lines(string label, IReadOnlyList<string> times, IReadOnlyList<(string Name, IReadOnlyList<int> Counts)> lines)
    {
        if (times.Count < 2)
            return null;
        var highest = Math.Max(1, lines.Max(line => line.Counts.Max()));
        var step = (double)Width / times.Count;
        return Svg(label, Height, "lines", Axis(times, highest), All(lines.Select((line, i) => E("g", [("class", $"line-{i + 1}")],
            E("polyline", [("points", string.Join(' ', line.Counts.Select((count, at) => $"{Number((at + 0.5) * step)},{Number(Top(count, highest))}")))]),
            All(line.Counts.Select((count, at) => count == 0 ? null : E("circle", [("cx", Number((at + 0.5) * step)), ("cy", Number(Top(count, highest))), ("r", "3.5")],
                E("title", $"{line.Name}, {times[at]}: {PageWords.Number(count)}"))))))));
    }

    /// <summary>One in the middle, others around, lines between those who stand together, thicker the more often.</summary>
    public static Node? Circle(string label, string middle, IReadOnlyList<(string Name, string Address, int Count)> others, IReadOnlyList<(int First, int Second, int Count)> between)
    {
        const double radius = 128, centreX = Width / 2.0, centreY = 170, spread = 1.7;
        if (others.Count == 0)
            return null;
        var most = (double)others.Max(other => other.Count);
        (double X, double Y) Place(int i)
        {
            var angle = (i / (double)others.Count - 0.25) * 2 * Math.PI;
            return (centreX + radius * spread * Math.Cos(angle), centreY + radius * Math.Sin(angle));
        }
        Node Line((double X, double Y) from, (double X, double Y) to, int count, string kind) =>
            E("line", [("class", kind), ("x1", Number(from.X)), ("y1", Number(from.Y)), ("x2", Number(to.X)), ("y2", Number(to.Y)), ("stroke-width", Number(1 + 5 * count / most))]);
        return Svg(label, 340, "circle-of",
            All(between.Select(pair => Line(Place(pair.First), Place(pair.Second), pair.Count, "beside"))),
            All(others.Select((other, i) => Line((centreX, centreY), Place(i), other.Count, "with"))),
            E("g", [("class", "middle")], E("circle", [("cx", Number(centreX)), ("cy", Number(centreY)), ("r", "9")]), E("text", [("x", Number(centreX)), ("y", Number(centreY - 15)), ("text-anchor", "middle")], middle)),
            All(others.Select((other, i) =>
            {
                var (x, y) = Place(i);
                var isAbove = y < centreY;
                // A name is in the picture as well: a second one would be read twice.
                return E("a", [("href", other.Address), ("aria-label", $"{other.Name}: {PageWords.Counted(other.Count, "post")} together")],
                    E("circle", [("cx", Number(x)), ("cy", Number(y)), ("r", Number(5 + 6 * Math.Sqrt(other.Count / most)))]),
                    E("text", [("x", Number(Math.Clamp(x, 90, Width - 90))), ("y", Number(isAbove ? y - 16 : y + 27)), ("text-anchor", "middle")], other.Name));
            })));
    }

    private static Node Linked(string? address, string title, params Node?[] content) => address is null
        ? E("g", E("title", title), All(content))
        : E("a", [("href", address), ("aria-label", title)], E("title", title), All(content));

    // Pictures with links in them are groups; a name says what they show.
    private static Node Svg(string label, int height, string kind, params Node?[] content) =>
        E("svg", [("class", $"picture {kind}"), ("viewbox", $"0 0 {Width} {height}"), ("role", kind == "lines" ? "img" : "group"), ("aria-label", label)], content);

    private static Node Axis(IReadOnlyList<string> times, int highest)
    {
        var step = (double)Width / times.Count;
        // The first name begins at the edge, half its width further right than the others stand: five months would touch on a phone.
        var most = times[0].Length > "yyyy".Length ? MostMonths : MostYears;
        var every = (times.Count + most - 1) / most;
        return E("g", [("class", "axis"), ("aria-hidden", "true")],
            E("line", [("x1", "0"), ("y1", Number(Height - Foot)), ("x2", Number(Width)), ("y2", Number(Height - Foot))]),
            E("text", [("x", "0"), ("y", "10")], PageWords.Number(highest)),
            All(times.Select((time, i) => i % every != 0 || i + every / 2.0 > times.Count + 0.5 ? null : Tick(time, (i + 0.5) * step))));
    }

    // A name at the edge stands within the picture, also in the large letters of a phone.
    private static Node Tick(string time, double x)
    {
        const double half = 48;
        var (at, anchor) = x < half ? (0, "start") : x > Width - half ? (Width, "end") : (x, "middle");
        return E("text", [("x", Number(at)), ("y", Number(Height - 5)), ("text-anchor", anchor)], time);
    }

    private static double Top(int count, int highest) => Head + (Height - Foot - Head) * (1 - count / (double)highest);

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
