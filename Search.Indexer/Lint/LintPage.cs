using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Search.Core.Content;

namespace Search.Indexer.Lint;

/// <summary>The report as one page that needs nothing else: problems by kind, each with place, what was read and the mend. All that comes from content is escaped.</summary>
internal static class LintPage
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1c1b1a;--paper:#fdfcfa;--quiet:#5e5a55;--line:#dcd7cf;--card:#fff;--error:#a3201a;--warning:#835100;--note:#1d5a8a}
        @media(prefers-color-scheme:dark){:root{--ink:#eceae6;--paper:#171614;--quiet:#aaa49b;--line:#3a3733;--card:#1f1d1b;--error:#ff9d94;--warning:#f0b95a;--note:#8ec5f2}}
        *{box-sizing:border-box}body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
        h1{font-size:1.5rem;line-height:1.2;margin:1rem 0}h2{font-size:1.15rem;margin:0;display:inline}
        p{margin:.25rem 0}code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}.quiet{color:var(--quiet)}
        .counts{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}.counts li{border:1px solid var(--line);border-radius:.5rem;padding:.25rem .75rem;background:var(--card)}
        details{border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0;background:var(--card)}summary{padding:.6rem .75rem;cursor:pointer;overflow-wrap:anywhere}
        summary:focus-visible{outline:3px solid var(--note);outline-offset:2px}
        ol,ul.left{margin:0;padding:0;list-style:none}details li{border-top:1px solid var(--line);padding:.6rem .75rem;overflow-wrap:anywhere}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .75rem;margin:.25rem 0}dt{color:var(--quiet)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
        @media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.25rem}}
        .Error{color:var(--error)}.Warning{color:var(--warning)}.Info{color:var(--note)}
        """;

    public static string Of(LintReport report)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>What is odd about the content</title>\n<style>\n")
            .Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>What is odd about the content</h1>\n");
        page.Append("<p class=\"quiet\">Sources: ").AppendJoin(", ", report.Sources.Select(source => $"<code>{Escaped(source)}</code>")).Append("</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<ul class=\"counts\"><li class=\"Error\">{report.Errors} {Word(report.Errors, "error")}</li><li class=\"Warning\">{report.Warnings} {Word(report.Warnings, "warning")}</li><li class=\"Info\">{report.Notes} {Word(report.Notes, "note")}</li></ul>\n");
        if (report.Problems.Count == 0)
            page.Append("<p>Nothing.</p>\n");
        foreach (var kind in report.Problems.GroupBy(problem => problem.Code, StringComparer.Ordinal))
            Kind(kind.Key, [.. kind], page);
        LeftOut(report, page);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Kind(string code, List<LintProblem> problems, StringBuilder page)
    {
        var severity = problems.Max(problem => problem.Severity);
        page.Append(problems.Count <= 20 || severity == ProblemSeverity.Error ? "<details open>" : "<details>")
            .Append(CultureInfo.InvariantCulture, $"<summary><h2><span class=\"{severity}\">{Name(severity)}</span> <code>{Escaped(code)}</code></h2> <span class=\"quiet\">{problems.Count}</span></summary>\n<ol>\n");
        foreach (var problem in problems)
            page.Append("<li><p><code>").Append(Escaped(problem.Place)).Append("</code></p><p>").Append(Escaped(problem.Message)).Append("</p><dl><dt>Read as</dt><dd>").Append(Escaped(problem.ReadAs))
                .Append("</dd><dt>Mend</dt><dd>").Append(Escaped(problem.Mend)).Append("</dd></dl></li>\n");
        page.Append("</ol></details>\n");
    }

    private static void LeftOut(LintReport report, StringBuilder page)
    {
        if (report.LeftOut.Count == 0)
            return;
        page.Append(CultureInfo.InvariantCulture, $"<details><summary><h2>Left out</h2> <span class=\"quiet\">{report.LeftOut.Count}</span></summary>\n<ul class=\"left\">\n");
        foreach (var file in report.LeftOut)
            page.Append("<li><code>").Append(Escaped(file.Line > 0 ? FormattableString.Invariant($"{file.Path}:{file.Line}") : file.Path)).Append("</code> ").Append(Escaped(file.Why)).Append("</li>\n");
        page.Append("</ul></details>\n");
    }

    private static string Escaped(string text) => HtmlEncoder.Default.Encode(text);

    private static string Word(int count, string word) => count == 1 ? word : word + "s";

    private static string Name(ProblemSeverity severity) => severity switch { ProblemSeverity.Error => "Error", ProblemSeverity.Warning => "Warning", _ => "Note" };
}
