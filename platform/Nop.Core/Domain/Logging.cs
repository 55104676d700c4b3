namespace Nop.Core.Domain.Logging;

public partial class ActivityLog : BaseEntity
{
    public int ActivityLogTypeId { get; set; }
    public string Comment { get; set; }
    public DateTime CreatedOnUtc { get; set; }
    public int CustomerId { get; set; }
    public int? EntityId { get; set; }
    public string EntityName { get; set; }
    public virtual string IpAddress { get; set; }
}

public partial class ActivityLogType : BaseEntity
{
    public bool Enabled { get; set; }
    public string Name { get; set; }
    public string SystemKeyword { get; set; }
}

public partial class Log : BaseEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public int? CustomerId { get; set; }
    public string FullMessage { get; set; }
    public string IpAddress { get; set; }

    public LogLevel LogLevel
    {
        get => (LogLevel)LogLevelId;
        set => LogLevelId = (int)value;
    }

    public int LogLevelId { get; set; }
    public string PageUrl { get; set; }
    public string ReferrerUrl { get; set; }
    public string ShortMessage { get; set; }
}

public enum LogLevel
{
    Debug = 10,
    Information = 20,
    Warning = 30,
    Error = 40,
    Fatal = 50
}
