using System.Globalization;
using System.Text;

namespace Search.Bench.Retrieval;

/// <summary>Two bars a class on a logarithmic scale, as SVG that reads in light and dark.</summary>
internal static class RetrievalPicture
{
    private const int Left = 230;
    private const int Width = 760;
    private const int Row = 38;
    private const double Decades = 5.5;

    public static string Of(IReadOnlyList<(string Name, double Stock, double Ours)> classes)
    {
        var svg = new StringBuilder();
        var height = 50 + Row * classes.Count;
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Left + Width + 90} {height}" font-family="sans-serif" font-size="13">""");
        Add($"""<title>Median time of a query, stock Lucene.Net and ours, microseconds, logarithmic</title>""");
        Add($"""<rect width="100%" height="100%" fill="#fff"/>""");
        for (var decade = 0; decade <= 5; decade++)
        {
            var x = At(Math.Pow(10, decade));
            Add($"""<line x1="{x:F0}" y1="26" x2="{x:F0}" y2="{height - 8}" stroke="#ddd"/><text x="{x:F0}" y="18" text-anchor="middle" fill="#555">{(decade < 3 ? $"{Math.Pow(10, decade)} µs" : $"{Math.Pow(10, decade - 3)} ms")}</text>""");
        }
        for (var i = 0; i < classes.Count; i++)
        {
            var (name, stock, ours) = classes[i];
            var y = 34 + Row * i;
            Add($"""<text x="{Left - 8}" y="{y + 17}" text-anchor="end" fill="#222">{name}</text>""");
            Bar(y, stock, "#b9b9b9");
            Bar(y + 13, ours, "#1763ab");
        }
        Add($"</svg>");
        return svg.ToString();

        void Bar(int y, double time, string colour) => Add(
            $"""<rect x="{Left}" y="{y}" width="{Math.Max(1, At(time) - Left):F0}" height="12" fill="{colour}"/><text x="{At(time) + 5:F0}" y="{y + 10}" font-size="11" fill="#222">{time:F0} µs</text>""");

        void Add(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static double At(double microseconds) => Left + Width * Math.Log10(Math.Max(1, microseconds)) / Decades;
}
