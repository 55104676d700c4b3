using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Nop.Plugin.Misc.Segments.Controllers;
using Nop.Web.Framework;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

/// <summary>No page and no answer of the plugin is there for everybody.</summary>
[TestFixture]
public class PermissionTests
{
    private static IEnumerable<Type> Controllers => typeof(SegmentController).Assembly.GetTypes()
        .Where(type => typeof(ControllerBase).IsAssignableFrom(type) && !type.IsAbstract);

    private static IEnumerable<TestCaseData> Actions => Controllers.SelectMany(type => type
        .GetMethods(BindingFlags.Instance | BindingFlags.Public)
        .Where(method => method.DeclaringType!.Assembly == type.Assembly && !method.IsSpecialName && !method.IsDefined(typeof(NonActionAttribute)))
        .Select(method => new TestCaseData(method).SetArgDisplayNames($"{type.Name}.{method.Name}({method.GetParameters().Length})")));

    [TestCaseSource(nameof(Controllers))]
    public void Every_controller_is_behind_the_admin_doors(Type controller)
    {
        Assert.That(controller.GetCustomAttribute<AreaAttribute>()?.RouteValue, Is.EqualTo(AreaNames.ADMIN));
        Assert.That(controller.IsDefined(typeof(AuthorizeAdminAttribute), true), "only those who may enter the admin area");
        Assert.That(controller.IsDefined(typeof(AutoValidateAntiforgeryTokenAttribute), true), "nothing posted from elsewhere");
        Assert.That(controller.IsDefined(typeof(ValidateIpAddressAttribute), true), "the shop's own list of addresses");
        Assert.That(controller.IsDefined(typeof(ValidateVendorAttribute), true), "vendors");
    }

    [TestCaseSource(nameof(Actions))]
    public void Every_action_asks_for_a_permission_of_the_plugin(MethodInfo action)
    {
        var permissions = action.GetCustomAttributes<CheckPermissionAttribute>().SelectMany(a => a.PermissionSystemName).ToList();
        Assert.That(permissions, Does.Contain(SegmentsDefaults.ViewPermission).Or.Contain(SegmentsDefaults.ManagePermission));
    }

    [TestCaseSource(nameof(Actions))]
    public void Every_action_that_posts_is_protected(MethodInfo action)
    {
        Assert.That(action.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute), true), Is.False);

        // The automatic check leaves out what is read only; an action that is open to every method would be among it.
        var methods = action.GetCustomAttributes<HttpMethodAttribute>().SelectMany(a => a.HttpMethods).ToList();
        Assert.That(methods, Is.Empty.Or.EquivalentTo(new[] { "POST" }));
    }

    [Test]
    public void What_changes_something_is_posted()
    {
        string[] changing =
        [
            nameof(SegmentController.Refresh), nameof(SegmentController.Stop), nameof(SegmentController.Copy), nameof(SegmentController.Delete),
            nameof(SegmentController.DeleteRow), nameof(SegmentHealthController.Retry), nameof(SegmentHealthController.RetryAll),
            nameof(SegmentHealthController.Dismiss), nameof(SegmentHealthController.DismissAll)
        ];
        foreach (var action in Actions.Select(a => (MethodInfo)a.Arguments[0]!).Where(a => changing.Contains(a.Name)))
        {
            Assert.That(action.IsDefined(typeof(HttpPostAttribute)), action.Name);
            Assert.That(
                action.GetCustomAttributes<CheckPermissionAttribute>().SelectMany(a => a.PermissionSystemName), Does.Contain(SegmentsDefaults.ManagePermission));
        }
    }
}
