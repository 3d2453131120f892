using System.Globalization;
using System.Text.Json;

namespace Matchmaking.Benchmarks;

/// <summary>Writes a generated community as files, for measuring how fast it loads.</summary>
internal static class CommunityFolder
{
    private static readonly JsonSerializerOptions s_camelCase = new(JsonSerializerDefaults.Web);

    /// <summary>Writes into a new temporary folder, which the caller deletes, and returns its path.</summary>
    public static string Write(Community community)
    {
        string folder = Directory.CreateTempSubdirectory("matchmaking-benchmark-").FullName;
        Write("members.jsonl", community.Members.Select(Json));
        Write(
            "activities.csv",
            community.Activities.Select(a => $"{a.Id},{a.Name},{Time(a.Time)},{a.Text},{a.Parent}").Prepend("id,name,time,text,parent")
        );
        Write(
            "participations.csv",
            community.Participations.Select(p => $"{p.MemberId},{p.ActivityId},{Time(p.Time)}").Prepend("member,activity,time")
        );
        Write(
            "interactions.csv",
            community.Interactions.Select(i => $"{i.FromId},{i.ToId},{i.Kind},{Time(i.Time)}").Prepend("from,to,kind,time")
        );
        return folder;

        void Write(string name, IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(folder, name), lines);
    }

    private static string Json(Member member) =>
        JsonSerializer.Serialize(
            new
            {
                member.Id,
                member.Name,
                member.Bio,
                member.Languages,
                member.TimeZone,
                Location = member.Location is { } place ? new { place.Latitude, place.Longitude } : null,
                member.Joined,
                Interests = member.Interests.Select(interest => new { interest.Topic, interest.Weight }),
                Offers = member.Offers.Select(offer => new { offer.Topic, offer.Level }),
                Needs = member.Needs.Select(need => new { need.Topic, need.Level }),
            },
            s_camelCase
        );

    private static string Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
