using System.Text;
using System.Text.Json;

namespace Search.Core.Content;

/// <summary>
/// Mobiledoc (the form that Ghost kept posts in before Lexical; github.com/bustle/mobiledoc-kit, MOBILEDOC.md 0.3.1) as Markdown with HTML blocks: sections of markup, lists, images and cards.
/// </summary>
internal sealed class MobiledocMarkup
{
    private readonly List<JsonElement> cards;
    private readonly List<JsonElement> atoms;
    private readonly List<JsonElement> markups;
    private readonly HtmlPieces pieces = new();

    private MobiledocMarkup(JsonElement document)
    {
        cards = Table(document, "cards");
        atoms = Table(document, "atoms");
        markups = Table(document, "markups");
    }

    public static string ToMarkdown(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object)
            return "";
        var markup = new MobiledocMarkup(document);
        foreach (var section in Table(document, "sections"))
            markup.Section(section);
        return markup.pieces.ToString();
    }

    private void Section(JsonElement section)
    {
        switch (Number(At(section, 0)))
        {
            case 1:
                pieces.Element(Text(At(section, 1)) is { Length: > 0 and < 12 } tag && tag.All(char.IsAsciiLetterOrDigit) ? tag : "p", Markers(At(section, 2)));
                break;
            case 3:
                var items = new StringBuilder();
                foreach (var item in Items(At(section, 2)))
                    items.Append("<li>").Append(Markers(item)).Append("</li>");
                pieces.Element("ul", items.ToString());
                break;
            case 10:
                if (In(cards, At(section, 1)) is { ValueKind: JsonValueKind.Array } card)
                    Card(Text(At(card, 0)) ?? "", At(card, 1));
                break;
        }
    }

    private void Card(string name, JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object)
            return;
        string? Field(string key) => GhostTables.Text(payload, key);
        switch (name)
        {
            case "code":
                pieces.Code(Field("code"));
                break;
            case "hr":
                pieces.Raw("<hr>");
                break;
            case "markdown" or "card-markdown":
                pieces.Raw(Field("markdown"));
                break;
            case "html" or "email" or "email-cta" or "embed":
                pieces.Raw(Field("html"));
                pieces.Raw(Field("caption") is { } below ? $"<figcaption>{below}</figcaption>" : null);
                break;
            default:
                foreach (var key in new[] { "header", "heading", "title", "alt", "caption", "subheader", "calloutText", "content", "productTitle", "productDescription", "buttonText" })
                    pieces.Raw(Field(key) is { } words ? $"<p>{words}</p>" : null);
                if (GhostTables.Has(payload, "metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object)
                {
                    pieces.Words("p", GhostTables.Text(metadata, "title"));
                    pieces.Words("p", GhostTables.Text(metadata, "description"));
                }
                break;
        }
    }

    // [0, opened markups, closed count, text] and [1, opened, closed, atom]
    private string Markers(JsonElement markers)
    {
        var html = new StringBuilder();
        var open = new Stack<string>();
        foreach (var marker in Items(markers))
        {
            foreach (var markup in Items(At(marker, 1)))
                Open(In(markups, markup), html, open);
            if (Number(At(marker, 0)) == 0)
                html.Append(HtmlPieces.Escaped(Text(At(marker, 3)) ?? ""));
            else if (In(atoms, At(marker, 3)) is { ValueKind: JsonValueKind.Array } atom)
                html.Append(Text(At(atom, 0)) == "soft-return" ? "<br>" : HtmlPieces.Escaped(Text(At(atom, 1)) ?? ""));
            for (var closed = Number(At(marker, 2)); closed > 0 && open.Count > 0; closed--)
                html.Append(open.Pop());
        }
        while (open.Count > 0)
            html.Append(open.Pop());
        return html.ToString();
    }

    private static void Open(JsonElement markup, StringBuilder html, Stack<string> open)
    {
        var tag = Text(At(markup, 0));
        if (tag == "a" && Items(At(markup, 1)).ToList() is var attributes && attributes.FindIndex(a => Text(a) == "href") is >= 0 and var at && at + 1 < attributes.Count)
            html.Append("<a href=\"").Append(HtmlPieces.Escaped(Text(attributes[at + 1]) ?? "")).Append("\">");
        else if (tag == "code")
            html.Append("<code>");
        else
            tag = null;
        open.Push(tag is null ? "" : $"</{tag}>");
    }

    private static List<JsonElement> Table(JsonElement document, string name) => GhostTables.Has(document, name, out var table) ? [.. Items(table)] : [];

    private static JsonElement In(List<JsonElement> table, JsonElement index) => Number(index) is >= 0 and var at && at < table.Count ? table[at] : default;

    private static IEnumerable<JsonElement> Items(JsonElement array) => array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    private static JsonElement At(JsonElement array, int index) => array.ValueKind == JsonValueKind.Array && index < array.GetArrayLength() ? array[index] : default;

    private static int Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : -1;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonFrontReader.Value(value, 0).AsText : null;
}
