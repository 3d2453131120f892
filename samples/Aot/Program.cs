using Matchmaking;

// Members in code, one native program, no files: dotnet publish -c Release samples/Aot
Member[] members =
[
    new()
    {
        Id = "amelie",
        Name = "Amélie",
        Languages = ["fr", "en"],
        Interests = [new() { Topic = "pottery" }, new() { Topic = "cycling" }],
        Needs = [new() { Topic = "web development", Level = 3 }],
    },
    new()
    {
        Id = "bob",
        Name = "Bob",
        Languages = ["en"],
        Interests = [new() { Topic = "Pottery" }],
        Offers = [new() { Topic = "Web Development", Level = 4 }],
    },
    new()
    {
        Id = "carol",
        Name = "Carol",
        Languages = ["en"],
        Interests = [new() { Topic = "chess" }],
    },
    new()
    {
        Id = "dan",
        Name = "Dan",
        Languages = ["en"],
        Interests = [new() { Topic = "jazz" }],
    },
];

var matchmaker = Matchmaker.Create(new Community(members));
foreach (Introduction intro in matchmaker.Suggest("amelie", new() { Count = 1 }))
{
    Console.WriteLine($"{intro.To.Name} ({intro.Score:0.00}): {intro.Because}");
    Console.WriteLine(intro.OpeningLine);
}
