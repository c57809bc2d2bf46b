namespace Search.Core.Content;

/// <summary>The program that makes a site of the source; it decides places, permalinks and anchors.</summary>
public enum SiteGenerator
{
    /// <summary>None known: a folder of documents.</summary>
    None,
    Jekyll,
    Hugo,
    Eleventy,
    Astro,
    Hexo,
    Zola,
}
