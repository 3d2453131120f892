using CsCheck;
using Matchmaking.Testing;

namespace Matchmaking.Tests;

/// <summary>By one who knows the checksums: readers check what they read, so that no fault of the code passes for a file's.</summary>
public sealed class AlteredSnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaking-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_altered_with_right_checksums_is_refused_or_harmless()
    {
        string path = Path.Combine(_folder, "whole.snapshot");
        global::Matchmaking
            .Matchmaker.Create(CommunityGenerator.Generate(new() { Members = 12 }, 3), People.AtNow())
            .Save(path, TestContext.Current.CancellationToken);
        byte[] file = File.ReadAllBytes(path);
        Gen.Select(
                Gen.Int[12, Checksums.EndOfSections(file) - 5],
                Gen.OneOf(Gen.Byte.Select(b => (int)b), Gen.Int, Gen.Const(-1), Gen.Const(int.MaxValue))
            )
            .Sample(
                (at, value) =>
                {
                    byte[] altered = [.. file];
                    // Small values alter a byte, others a whole number.
                    if (value is >= 0 and < 256)
                        altered[at] ^= (byte)value;
                    else
                        BitConverter.TryWriteBytes(altered.AsSpan(at), value);
                    string other = Path.Combine(_folder, "altered.snapshot");
                    File.WriteAllBytes(other, Checksums.Right(altered));
                    try
                    {
                        var loaded = global::Matchmaking.Matchmaker.Load(other, People.AtNow(), TestContext.Current.CancellationToken);
                        Assert.All(loaded.Suggest(loaded.Community.Members[0].Id), answer => Assert.InRange(answer.Score, 0, 1));
                    }
                    catch (MatchmakingDataException refused)
                    {
                        Assert.IsType<SnapshotFormatException>(refused);
                    }
                },
                iter: 1500,
                threads: 1
            );
    }
}
