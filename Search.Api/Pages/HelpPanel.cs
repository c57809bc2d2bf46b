using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>The query language on half a page, opened without a script.</summary>
internal static class HelpPanel
{
    private static readonly (string Typed, string Found)[] Rows =
    [
        ("lovelace engine", "both words, in any form; where nothing has both, as many as possible"),
        ("\"analytical engine\"", "the words side by side, exactly so"),
        ("+engine  -mars", "must be there; must not be there"),
        ("moon OR orbit", "either; also AND, NOT and (brackets)"),
        ("title:engine", "in the title"),
        ("person:ada-lovelace", "the person is named"),
        ("speaker:hopper", "quotations by the person"),
        ("tag:computing  category:history", "with the tag, in the category"),
        ("after:1969-07  before:1970", "from that day on; before that day"),
        ("astro*", "words that begin so"),
        ("gagarin~", "words spelt nearly so"),
    ];

    public static Node Node { get; } = E("details", [("class", "help"), ("id", "help")],
        E("summary", "How to search"),
        E("div", [("class", "help-text"), ("role", "region"), ("aria-label", "How to search"), ("tabindex", "0")],
            E("p", "Nothing that you type is an error: what is not valid here is searched as text, and the page says so."),
            E("table",
                E("thead", E("tr", E("th", [("scope", "col")], "You type"), E("th", [("scope", "col")], "You find"))),
                E("tbody", All(Rows.Select(row => E("tr", E("td", E("code", row.Typed)), E("td", row.Found)))))),
            E("p", "While you type, the last word is searched as a beginning too; Enter or a blank ends it."),
            E("p", [("class", "keys")],
                E("kbd", "/"), " or ", E("kbd", "Ctrl K"), " to the query, ", E("kbd", "↓"), " ", E("kbd", "↑"), " from hit to hit, ", E("kbd", "Esc"), " closes a post.")));
}
