using System.Data;
using FluentMigrator.Builders.Create.Table;
using Nop.Core.Domain.Affiliates;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Configuration;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Core.Domain.Stores;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;

namespace Shop.Data.Mapping;

internal sealed class AffiliateBuilder : NopEntityBuilder<Affiliate>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(Affiliate.AddressId)).AsInt32().ForeignKey<Address>(onDelete: Rule.None);
    }
}

internal sealed class SettingBuilder : NopEntityBuilder<Setting>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(Setting.Name)).AsString(200).NotNullable()
            .WithColumn(nameof(Setting.Value)).AsString().NotNullable();
    }
}

internal sealed class LocaleStringResourceBuilder : NopEntityBuilder<LocaleStringResource>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(LocaleStringResource.ResourceName)).AsString(200).NotNullable()
            .WithColumn(nameof(LocaleStringResource.ResourceValue)).AsString().NotNullable()
            .WithColumn(nameof(LocaleStringResource.LanguageId)).AsInt32().ForeignKey<Language>();
    }
}

internal sealed class LocalizedPropertyBuilder : NopEntityBuilder<LocalizedProperty>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(LocalizedProperty.LocaleKeyGroup)).AsString(400).NotNullable()
            .WithColumn(nameof(LocalizedProperty.LocaleKey)).AsString(400).NotNullable()
            .WithColumn(nameof(LocalizedProperty.LocaleValue)).AsString().NotNullable()
            .WithColumn(nameof(LocalizedProperty.LanguageId)).AsInt32().ForeignKey<Language>();
    }
}

internal sealed class ActivityLogTypeBuilder : NopEntityBuilder<ActivityLogType>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(ActivityLogType.SystemKeyword)).AsString(100).NotNullable()
            .WithColumn(nameof(ActivityLogType.Name)).AsString(200).NotNullable();
    }
}

internal sealed class ActivityLogBuilder : NopEntityBuilder<ActivityLog>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(ActivityLog.Comment)).AsString().NotNullable()
            .WithColumn(nameof(ActivityLog.IpAddress)).AsString(100).Nullable()
            .WithColumn(nameof(ActivityLog.EntityName)).AsString(400).Nullable()
            .WithColumn(nameof(ActivityLog.ActivityLogTypeId)).AsInt32().ForeignKey<ActivityLogType>()
            .WithColumn(nameof(ActivityLog.CustomerId)).AsInt32().ForeignKey<Customer>();
    }
}

internal sealed class LogBuilder : NopEntityBuilder<Log>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(Log.ShortMessage)).AsString().NotNullable()
            .WithColumn(nameof(Log.CustomerId)).AsInt32().Nullable().ForeignKey<Customer>();
    }
}

internal sealed class NewsLetterSubscriptionBuilder : NopEntityBuilder<NewsLetterSubscription>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(NewsLetterSubscription.Email)).AsString(255).NotNullable()
            .WithColumn(nameof(NewsLetterSubscription.TypeId)).AsInt32().ForeignKey<NewsLetterSubscriptionType>();
    }
}

internal sealed class CampaignBuilder : NopEntityBuilder<Campaign>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(Campaign.Name)).AsString().NotNullable()
            .WithColumn(nameof(Campaign.Subject)).AsString().NotNullable()
            .WithColumn(nameof(Campaign.Body)).AsString().NotNullable();
    }
}

internal sealed class QueuedEmailBuilder : NopEntityBuilder<QueuedEmail>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(QueuedEmail.From)).AsString(500).NotNullable()
            .WithColumn(nameof(QueuedEmail.To)).AsString(500).NotNullable()
            .WithColumn(nameof(QueuedEmail.Subject)).AsString(1000).Nullable()
            .WithColumn(nameof(QueuedEmail.EmailAccountId)).AsInt32().ForeignKey<EmailAccount>(onDelete: Rule.None);
    }
}

internal sealed class MessageTemplateBuilder : NopEntityBuilder<MessageTemplate>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(MessageTemplate.Name)).AsString(200).NotNullable();
    }
}

internal sealed class EmailAccountBuilder : NopEntityBuilder<EmailAccount>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(EmailAccount.Email)).AsString(255).NotNullable();
    }
}

internal sealed class ScheduleTaskBuilder : NopEntityBuilder<ScheduleTask>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(ScheduleTask.Name)).AsString().NotNullable()
            .WithColumn(nameof(ScheduleTask.Type)).AsString().NotNullable();
    }
}

internal sealed class StoreMappingBuilder : NopEntityBuilder<StoreMapping>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(StoreMapping.EntityName)).AsString(400).NotNullable()
            .WithColumn(nameof(StoreMapping.StoreId)).AsInt32().ForeignKey<Store>();
    }
}
