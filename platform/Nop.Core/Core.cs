namespace Nop.Core;

/// <summary>What every stored thing has: a number of its own.</summary>
public abstract partial class BaseEntity
{
    public int Id { get; set; }
}

/// <summary>Small tests that the whole platform shares.</summary>
public partial class CommonHelper
{
    private static readonly System.Text.RegularExpressions.Regex Email = new(
        @"^[^\s@<>()\[\],;:""\\]+@([^\s@.<>()\[\],;:""\\_]+\.)+[^\s@.<>()\[\],;:""\\_\d]{2,}$", System.Text.RegularExpressions.RegexOptions.CultureInvariant);

    public static bool IsValidEmail(string email) => !string.IsNullOrEmpty(email) && Email.IsMatch(email.Trim());
}

/// <summary>One page of a longer list.</summary>
public partial interface IPagedList<T> : IList<T>
{
    int PageIndex { get; }
    int PageSize { get; }
    int TotalCount { get; }
    int TotalPages { get; }
    bool HasPreviousPage { get; }
    bool HasNextPage { get; }
}

/// <summary>A page cut from a list, or a page whose total is known.</summary>
public partial class PagedList<T> : List<T>, IPagedList<T>
{
    public PagedList(IList<T> source, int pageIndex, int pageSize, int? totalCount = null)
    {
        PageSize = Math.Max(pageSize, 1);
        PageIndex = pageIndex;
        TotalCount = totalCount ?? source.Count;
        TotalPages = TotalCount / PageSize + (TotalCount % PageSize > 0 ? 1 : 0);
        AddRange(totalCount is null ? source.Skip(pageIndex * PageSize).Take(PageSize) : source);
    }

    public int PageIndex { get; }
    public int PageSize { get; }
    public int TotalCount { get; }
    public int TotalPages { get; }
    public bool HasPreviousPage => PageIndex > 0;
    public bool HasNextPage => PageIndex + 1 < TotalPages;
}

public partial class NopException : Exception
{
    public NopException()
    {
    }

    public NopException(string message) : base(message)
    {
    }

    public NopException(string messageFormat, params object[] args) : base(string.Format(messageFormat, args))
    {
    }

    public NopException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

public static class NopVersion
{
    public const string CURRENT_VERSION = "4.90";
    public const string MINOR_VERSION = "3";
    public const string FULL_VERSION = CURRENT_VERSION + "." + MINOR_VERSION;
}

public static partial class MimeTypes
{
    public static string ApplicationJson => "application/json";
    public static string TextCsv => "text/csv";
    public static string TextXlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
