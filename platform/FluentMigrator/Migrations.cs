using FluentMigrator.Builders.Create;
using FluentMigrator.Builders.Create.Index;
using FluentMigrator.Builders.Create.Table;
using FluentMigrator.Expressions;
using FluentMigrator.Infrastructure;

namespace FluentMigrator;

/// <summary>A change of the database's shape, with the way back.</summary>
public abstract class MigrationBase : IMigration
{
    private MigrationContext _context = new();

    public abstract void Up();

    public abstract void Down();

    public virtual void GetUpExpressions(IMigrationContext context)
    {
        _context = (MigrationContext)context;
        Up();
    }

    public virtual void GetDownExpressions(IMigrationContext context)
    {
        _context = (MigrationContext)context;
        Down();
    }

    public ICreateExpressionRoot Create => new CreateExpressionRoot(_context);

    private sealed class CreateExpressionRoot(MigrationContext context) : ICreateExpressionRoot
    {
        public ICreateTableWithColumnOrSchemaOrDescriptionSyntax Table(string tableName)
        {
            var expression = new CreateTableExpression { Table = tableName };
            context.Expressions.Add(expression);
            return new CreateTableExpressionBuilder(expression);
        }

        public ICreateIndexForTableSyntax Index(string indexName)
        {
            var expression = new CreateIndexExpression { Name = indexName };
            context.Expressions.Add(expression);
            return new CreateIndexExpressionBuilder(expression);
        }
    }

    private sealed class CreateIndexExpressionBuilder(CreateIndexExpression expression) :
        ICreateIndexForTableSyntax, ICreateIndexOnColumnOrInSchemaSyntax, ICreateIndexColumnOptionsSyntax,
        ICreateIndexMoreColumnOptionsSyntax, ICreateIndexOptionsSyntax
    {
        private string _column;

        public ICreateIndexOnColumnOrInSchemaSyntax OnTable(string tableName)
        {
            expression.Table = tableName;
            return this;
        }

        public ICreateIndexColumnOptionsSyntax OnColumn(string columnName)
        {
            _column = columnName;
            return this;
        }

        public ICreateIndexMoreColumnOptionsSyntax Ascending()
        {
            expression.Columns.Add((_column, false));
            return this;
        }

        public ICreateIndexMoreColumnOptionsSyntax Descending()
        {
            expression.Columns.Add((_column, true));
            return this;
        }

        public ICreateIndexOptionsSyntax WithOptions()
        {
            return this;
        }

        public ICreateIndexOnColumnSyntax Unique()
        {
            expression.IsUnique = true;
            return this;
        }
    }
}

/// <summary>A migration that says both ways itself.</summary>
public abstract class Migration : MigrationBase;

/// <summary>A migration whose way back is its way up, reversed: what it creates is dropped.</summary>
public abstract class AutoReversingMigration : MigrationBase
{
    public sealed override void Down()
    {
    }

    public override void GetDownExpressions(IMigrationContext context)
    {
        var up = new MigrationContext();
        GetUpExpressions(up);
        var down = (MigrationContext)context;
        foreach (var expression in Enumerable.Reverse(up.Expressions))
            down.Expressions.Add(expression switch
            {
                CreateTableExpression table => new DeleteTableExpression { Table = table.Table },
                CreateIndexExpression index => new DeleteIndexExpression { Name = index.Name, Table = index.Table },
                _ => throw new NotSupportedException($"{expression.GetType().Name} cannot be reversed")
            });
    }
}
