# Builds the plugin's zip for a shop: artifacts/Misc.Segments-<version>.zip.
# Arguments go to MSBuild as they are, such as -p:NopCommerceDir=C:\shop to build against a shop's own dlls.
dotnet build "$PSScriptRoot/Nop.Plugin.Misc.Segments" -c Release -t:Package @args
exit $LASTEXITCODE
