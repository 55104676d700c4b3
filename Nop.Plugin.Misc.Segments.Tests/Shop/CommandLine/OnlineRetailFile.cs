namespace Nop.Plugin.Misc.Segments.Tests.CommandLine;

/// <summary>The UCI Online Retail data set, which lies beside the repository where it is to be had.</summary>
internal static class OnlineRetailFile
{
    /// <summary>Its path; the test is skipped where there is none.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "online-retail", "online_retail.csv.gz");
            if (File.Exists(file))
                return file;
        }

        Assert.Ignore("The UCI Online Retail data set is not here: ../shared/data/online-retail/online_retail.csv.gz is missing.");
        throw new InvalidOperationException();
    }
}
