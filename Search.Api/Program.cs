using Search.Api.Endpoints;
using Search.Api.Feeds;
using Search.Api.Hosting;
using Search.Api.Pages;
using Search.Api.Reference;

if (HostBuilding.TryStart(args, Console.Out, Console.Error, out var builder, out var settings, out var exitCode))
{
    builder.AddSearchHost(settings);
    var app = builder.Build();
    app.UseSearchHost(settings);

    app.MapSearch(settings.Limits);
    app.MapSuggest(settings.Limits);
    app.MapPosts();
    app.MapRelated(settings.Limits);
    app.MapPeople(settings.Limits);
    app.MapTags(settings.Limits);
    app.MapCategories(settings.Limits);
    app.MapFeeds(settings.Limits);
    app.MapSitemap();
    app.MapScripts();
    app.MapAssistants();
    app.MapHealth();
    app.MapReference();
    app.MapPages();

    exitCode = await app.RunToEndAsync();
}
return exitCode;
