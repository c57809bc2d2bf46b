using System.Text;

namespace Search.Api.Pages;

/// <summary>
/// A piece of a page. Text becomes text and nothing else: whatever is put in, escaping is not up to the caller. There is no way from a
/// string to markup, to a handler, to a style, or to an address that is not of the web.
/// </summary>
internal abstract class Node
{
    /// <summary>Content of an element, or of nothing: nodes in a row.</summary>
    public static Node All(IEnumerable<Node?> nodes) => new Row([.. nodes.OfType<Node>()]);

    public static Node E(string name, params Node?[] content) => E(name, [], content);

    /// <param name="name">In lower case, from our own code.</param>
    /// <param name="attributes">From our own code as to their names; one without a value is left out, an empty one is written as a name alone.</param>
    /// <param name="content">What is null is left out.</param>
    public static Node E(string name, (string Name, string? Value)[] attributes, params Node?[] content) => new Element(name, attributes, [.. content.OfType<Node>()]);

    public abstract void WriteTo(StringBuilder target);

    /// <summary>The whole page that has this as its root element.</summary>
    public string ToPage()
    {
        var target = new StringBuilder("<!doctype html>\n");
        WriteTo(target);
        return target.Append('\n').ToString();
    }

    public override string ToString()
    {
        var target = new StringBuilder();
        WriteTo(target);
        return target.ToString();
    }

    public static implicit operator Node?(string? text) => text is null ? null : new Text(text);

    private sealed class Text(string text) : Node
    {
        public override void WriteTo(StringBuilder target)
        {
            foreach (var c in text)
                _ = c switch
                {
                    '&' => target.Append("&amp;"),
                    '<' => target.Append("&lt;"),
                    '>' => target.Append("&gt;"),
                    '"' => target.Append("&quot;"),
                    '\'' => target.Append("&#39;"),
                    // Not allowed in HTML, not even as references.
                    '\0' => target.Append('\uFFFD'),
                    _ => target.Append(c),
                };
        }
    }

    private sealed class Row(Node[] nodes) : Node
    {
        public override void WriteTo(StringBuilder target)
        {
            foreach (var node in nodes)
                node.WriteTo(target);
        }
    }

    private sealed class Element : Node
    {
        private static readonly HashSet<string> Void = ["br", "hr", "img", "input", "link", "meta", "path"];

        // Content in which escapes are not read, so that text could not be written safely.
        private static readonly HashSet<string> Raw = ["script", "style", "iframe", "textarea", "noembed", "noframes", "xmp", "plaintext"];
        private static readonly HashSet<string> Addresses = ["href", "src", "action", "formaction"];

        private readonly string _name;
        private readonly (string Name, string? Value)[] _attributes;
        private readonly Node[] _content;

        public Element(string name, (string Name, string? Value)[] attributes, Node[] content)
        {
            if (!IsName(name) || (content.Length > 0 && (Void.Contains(name) || Raw.Contains(name))))
                throw new ArgumentException($"<{name}> can't be written, or not with content", nameof(name));
            foreach (var (attribute, _) in attributes)
                if (!IsName(attribute) || attribute is "style" or "srcdoc" || attribute.StartsWith("on", StringComparison.Ordinal))
                    throw new ArgumentException($"'{attribute}' is no attribute that takes text", nameof(attributes));
            (_name, _attributes, _content) = (name, attributes, content);
        }

        public override void WriteTo(StringBuilder target)
        {
            target.Append('<').Append(_name);
            foreach (var (name, value) in _attributes)
            {
                if (value is null || (Addresses.Contains(name) && !WebAddress.IsOne(value)))
                    continue;
                target.Append(' ').Append(name);
                if (value.Length == 0)
                    continue;
                target.Append("=\"");
                new Text(value).WriteTo(target);
                target.Append('"');
            }
            target.Append('>');
            if (Void.Contains(_name))
                return;
            foreach (var node in _content)
                node.WriteTo(target);
            target.Append("</").Append(_name).Append('>');
        }

        private static bool IsName(string name) => name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
    }
}
