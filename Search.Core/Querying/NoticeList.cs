namespace Search.Core.Querying;

/// <summary>
/// Gathers the notices of one query, at most so many; the last one then says how many more there were.
/// </summary>
internal sealed class NoticeList(int most)
{
    private readonly List<QueryNotice> _notices = [];
    private int _more;

    public void Add(QueryNoticeCode code, int start, int end, string message)
    {
        if (_notices.Count < most)
            _notices.Add(new QueryNotice(code, QuerySpan.Of(start, end), message));
        else
            _more++;
    }

    public IReadOnlyList<QueryNotice> InOrder(int textLength)
    {
        // OrderBy is stable: notices of one place stay in the order in which they were found.
        var ordered = _notices.OrderBy(notice => notice.Span.Start).ToList();
        if (_more > 0)
            ordered.Add(new QueryNotice(QueryNoticeCode.MoreNotices, new QuerySpan(0, textLength), $"{_more} more {(_more == 1 ? "part was" : "parts were")} read as text or left out."));
        return ordered;
    }
}
