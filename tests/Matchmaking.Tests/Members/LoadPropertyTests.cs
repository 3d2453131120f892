using System.Text;
using CsCheck;

namespace Matchmaking.Tests;

/// <summary>Whatever the bytes, reading ends in a community or in a <see cref="CommunityFormatException"/>.</summary>
public class LoadPropertyTests
{
    private const string Member = """
        {"id":"amelie","name":"Amélie","bio":"Jazz \ud83c\udfb7","texts":["one"],"languages":["fr","en-GB"],"timeZone":"Europe/Paris",
        "location":{"latitude":45.76,"longitude":4.84,"place":"Lyon"},
        "joined":"2025-09-01","interests":["jazz",{"topic":"chess","weight":0.5}],"offers":[{"topic":"python","level":5}],
        "needs":[{"topic":"a drummer","level":2,"importance":0.25}],
        "mentoring":{"role":"both","capacity":2,"topics":["harmony"]},
        "availability":{"windows":[{"day":"monday","from":"18:00","to":"20:30"}],"pausedUntil":"2026-01-01","introductionsPerMonth":4},
        "blocks":["bob"],"attributes":{"age":34,"office":"Lyon","badges":["b","a"]},"hidden":["needs"]}
        """;

    private static readonly string s_line = Member.ReplaceLineEndings("");

    private static readonly Dictionary<string, byte[]> s_valid = new()
    {
        ["members.jsonl"] = Encoding.UTF8.GetBytes($"{s_line}\n{{\"id\":\"bob\"}}\n{{\"id\":\"chen\"}}\n"),
        ["activities.csv"] = Encoding.UTF8.GetBytes(
            "id,name,kind,time,text,parent\nclub,Échecs,group,,\"a \"\"b\"\"\nc\",\nblitz,Blitz,event,2026-01-01,,club\n"
        ),
        ["participations.csv"] = Encoding.UTF8.GetBytes("member,activity,time\namelie,club,2026-01-01 10:00:00\nbob,blitz,\n"),
        ["interactions.csv"] = Encoding.UTF8.GetBytes("from,to,kind,time,weight\namelie,bob,reply,2026-01-01T10:00:00+02:00,2.5\n"),
        ["outcomes.csv"] = Encoding.UTF8.GetBytes("from,to,kind,time,rating\namelie,bob,rated,2026-01-01,4.5\n"),
    };

    private static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\n",
            "\r",
            "\0",
            "null",
            "true",
            "-1",
            "1e999",
            "NaN",
            "\\ud800",
            "\"id\":\"x\",",
            "\"nick\":1,",
            "é",
            ";",
            "  ",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xEF, 0xBB, 0xBF],
        [0xC3],
        [0xFE, 0xFF],
        [0x80],
    ];

    private static readonly Gen<byte[]> s_bytes = Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Gen.OneOf<byte[]>(s_pieces).Array[0, 60].Select(pieces => pieces.SelectMany(p => p).ToArray())
    );

    [Fact]
    public void The_valid_files_are_valid()
    {
        Assert.NotNull(Read(s_valid, lenient: false));
        Assert.Empty(Read(s_valid, lenient: true)!.Warnings);
    }

    [Fact]
    public void Any_bytes_in_any_file_end_well() =>
        Gen.Select(s_bytes, Gen.OneOf<string>([.. s_valid.Keys, "members.json"]), Gen.Bool)
            .Sample((bytes, file, lenient) => ReadWith(file, bytes, lenient), iter: 600);

    [Fact]
    public void Mutated_files_end_well() =>
        Gen.Select(Gen.OneOf<string>([.. s_valid.Keys, "members.json"]), Mutations(), Gen.Bool)
            .Sample(
                (file, mutations, lenient) =>
                    ReadWith(file, mutations.Aggregate(Original(file), (bytes, mutation) => mutation(bytes)), lenient),
                iter: 1500
            );

    [Fact]
    public void Files_cut_anywhere_end_well()
    {
        foreach (string file in (string[])[.. s_valid.Keys, "members.json"])
        {
            byte[] whole = Original(file);
            for (int length = 0; length < whole.Length; length += 3)
                ReadWith(file, whole[..length], lenient: length % 2 == 0);
        }
    }

    [Fact]
    public void What_a_strict_host_accepts_a_lenient_one_accepts_without_a_warning() =>
        Gen.Select(Gen.OneOf<string>([.. s_valid.Keys]), Mutations())
            .Sample(
                (file, mutations) =>
                {
                    byte[] bytes = mutations.Aggregate(Original(file), (b, mutation) => mutation(b));
                    if (ReadWith(file, bytes, lenient: false) is not { } strict)
                        return;
                    Community? lenient = ReadWith(file, bytes, lenient: true);
                    Assert.NotNull(lenient);
                    Assert.Empty(lenient.Warnings);
                    Assert.Equal(strict.Members.Select(m => m.Id), lenient.Members.Select(m => m.Id));
                    Assert.Equal(strict.Interactions, lenient.Interactions);
                },
                iter: 500
            );

    private static Gen<Func<byte[], byte[]>[]> Mutations() =>
        Gen.Select(Gen.Int[0, 2], Gen.Double.Unit, Gen.OneOf<byte[]>(s_pieces), Gen.Int[1, 40])
            .Select(
                (kind, at, piece, count) =>
                    (Func<byte[], byte[]>)(
                        bytes =>
                        {
                            int start = (int)(at * bytes.Length);
                            int end = Math.Min(bytes.Length, start + count);
                            return kind switch
                            {
                                0 => [.. bytes[..start], .. piece, .. bytes[start..]],
                                1 => [.. bytes[..start], .. bytes[end..]],
                                _ => [.. bytes[..start], .. piece, .. bytes[end..]],
                            };
                        }
                    )
            )
            .Array[1, 3];

    private static byte[] Original(string file) =>
        s_valid.GetValueOrDefault(file) ?? Encoding.UTF8.GetBytes($"[\n{Member},\n{{\"id\":\"bob\"}}]");

    private static Community? ReadWith(string file, byte[] bytes, bool lenient)
    {
        var files = new Dictionary<string, byte[]>(s_valid);
        if (file == "members.json")
            files.Remove("members.jsonl");
        files[file] = bytes;
        return Read(files, lenient);
    }

    private static Community? Read(Dictionary<string, byte[]> files, bool lenient)
    {
        using var folder = new CommunityFolder();
        foreach ((string name, byte[] content) in files)
            folder.With(name, content);
        try
        {
            return folder.Load(lenient);
        }
        catch (CommunityFormatException refusal)
        {
            Assert.DoesNotContain(refusal.Message, char.IsControl);
            return null;
        }
    }
}
