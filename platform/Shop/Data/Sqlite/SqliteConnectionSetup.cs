using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shop.Data.Sqlite;

/// <summary>Gives each connection the shop's habits: text without case, patience with another writer.</summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    public static readonly SqliteConnectionSetup Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        Prepare((SqliteConnection)connection);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static void Prepare(SqliteConnection connection)
    {
        using (var command = connection.CreateCommand())
        {
            // The engine's own waiting looks again much sooner than the driver's.
            command.CommandText = "PRAGMA busy_timeout=30000; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;";
            command.ExecuteNonQuery();
        }

        SqliteText.Register(connection);
        // The provider's own collation reads the stored amounts by the visitor's culture: to a German, 1.50 is more than 20.00.
        connection.CreateCollation("EF_DECIMAL", (a, b) => decimal.Compare(NumberOf(a), NumberOf(b)));
    }

    private static decimal NumberOf(string stored) => decimal.Parse(stored, NumberStyles.Number, CultureInfo.InvariantCulture);
}
