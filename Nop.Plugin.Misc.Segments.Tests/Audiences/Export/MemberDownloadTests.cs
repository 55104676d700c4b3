using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Logging;
using Nop.Plugin.Misc.Segments.Audiences.Export;
using Nop.Plugin.Misc.Segments.Controllers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Export;

[TestFixture]
[Category("Audiences")]
public class MemberDownloadTests
{
    private AudienceShop _shop = null!;
    private Segment _segment = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync();
        await _shop.AddAsync(new ActivityLogType { SystemKeyword = SegmentsDefaults.ExportActivity, Name = "Download", Enabled = true });
        _segment = await _shop.AddSegmentAsync("Größte Kunden/2026 <b>", await _shop.AddCustomerAsync("anna@example.com"));
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public void It_takes_a_permission_of_its_own()
    {
        var permissions = typeof(SegmentMembersController).GetMethod(nameof(SegmentMembersController.Download))!
            .GetCustomAttributes<CheckPermissionAttribute>().SelectMany(attribute => attribute.PermissionSystemName);

        Assert.That(permissions, Is.EquivalentTo(new[] { SegmentsDefaults.ViewPermission, SegmentsDefaults.ExportPermission }), "both of them");
    }

    [TestCase(MemberFileKind.Csv, "text/csv; charset=utf-8", ".csv")]
    [TestCase(MemberFileKind.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")]
    [TestCase(MemberFileKind.GoogleAds, "text/csv; charset=utf-8", "-google-ads.csv")]
    [TestCase(MemberFileKind.Meta, "text/csv; charset=utf-8", "-meta.csv")]
    public async Task A_file_comes_as_a_download_and_is_noted_down(MemberFileKind kind, string type, string extension)
    {
        var (_, response, body) = await DownloadAsync(new MemberDownloadModel { SegmentId = _segment.Id, Kind = kind, Columns = ["Email"] });

        Assert.That(response.ContentType, Is.EqualTo(type));
        Assert.That(response.Headers.ContentDisposition.ToString(), Does.StartWith("attachment; filename=members-grosste-kunden-2026-b-20"));
        Assert.That(response.Headers.ContentDisposition.ToString(), Does.Contain(extension + ";"));
        Assert.That(response.Headers.CacheControl.ToString(), Is.EqualTo("no-store"));
        Assert.That(body, Is.Not.Empty);
        var activity = _shop.Rows<ActivityLog>().Single();
        Assert.That(activity.EntityName, Is.EqualTo(nameof(Segment)));
        Assert.That(activity.EntityId, Is.EqualTo(_segment.Id));
    }

    [Test]
    public async Task Columns_come_in_their_own_order_and_unknown_ones_not_at_all()
    {
        var (_, _, body) = await DownloadAsync(new MemberDownloadModel { SegmentId = _segment.Id, Columns = ["Email", "PasswordHash", "Id"] });

        var lines = Encoding.UTF8.GetString(body).Split("\r\n");
        Assert.That(lines[0].TrimStart('\uFEFF').Split(','), Has.Length.EqualTo(2));
        Assert.That(lines[1], Does.EndWith(",anna@example.com"));
    }

    [Test]
    public async Task Without_columns_there_is_no_file()
    {
        var (result, _, _) = await DownloadAsync(new MemberDownloadModel { SegmentId = _segment.Id, Columns = ["PasswordHash"] });

        Assert.That(result, Is.InstanceOf<RedirectToActionResult>());
        Assert.That(_shop.Rows<ActivityLog>(), Is.Empty);
    }

    [Test]
    public async Task Without_a_kind_that_there_is_there_is_no_file()
    {
        var (result, _, _) = await DownloadAsync(new MemberDownloadModel { SegmentId = _segment.Id, Kind = (MemberFileKind)9, Columns = ["Email"] });

        Assert.That(result, Is.InstanceOf<RedirectToActionResult>());
    }

    [Test]
    public async Task Of_a_segment_that_has_gone_there_is_no_file()
    {
        var (result, _, _) = await DownloadAsync(new MemberDownloadModel { SegmentId = _segment.Id + 1, Columns = ["Email"] });

        Assert.That(result, Is.InstanceOf<RedirectToActionResult>());
    }

    private Task<(IActionResult Result, HttpResponse Response, byte[] Body)> DownloadAsync(MemberDownloadModel model) =>
        _shop.InRequestAsync<IHttpContextAccessor, (IActionResult, HttpResponse, byte[])>(async accessor =>
        {
            var http = accessor.HttpContext!;
            var body = new MemoryStream();
            http.Response.Body = body;
            var controller = ActivatorUtilities.CreateInstance<SegmentMembersController>(http.RequestServices);
            var result = await controller.Download(model);
            if (result is not RedirectToActionResult)
            {
                await result.ExecuteResultAsync(new ActionContext(http, new RouteData(), new()));
                await http.Response.BodyWriter.FlushAsync();
            }

            return (result, http.Response, body.ToArray());
        });
}
