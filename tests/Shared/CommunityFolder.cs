using System.Text;

namespace Matchmaking.Tests;

/// <summary>A folder of community files that lasts as long as a test.</summary>
internal sealed class CommunityFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("matchmaking-").FullName;

    public CommunityFolder With(string file, params string[] lines) => With(file, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public CommunityFolder With(string file, byte[] content)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), content);
        return this;
    }

    public Community Load(bool lenient = false) => Community.Load(Path, new LoadOptions { Lenient = lenient });

    public CommunityFormatException Refusal(bool lenient = false) => Assert.Throws<CommunityFormatException>(() => Load(lenient));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>A community of amelie, bob and chen.</summary>
    public static CommunityFolder OfThree() =>
        new CommunityFolder().With("members.jsonl", """{"id":"amelie"}""", """{"id":"bob"}""", """{"id":"chen"}""");

    /// <summary>What loading a members file of these lines says.</summary>
    public static string Complaint(params string[] lines)
    {
        using CommunityFolder folder = new CommunityFolder().With("members.jsonl", lines);
        return folder.Refusal().Message;
    }
}
