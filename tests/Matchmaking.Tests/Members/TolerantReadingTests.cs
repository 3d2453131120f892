using System.Globalization;
using System.Text;

namespace Matchmaking.Tests.Members;

/// <summary>Files as people have them: other encodings and separators, members as a table, properties that nobody knows.</summary>
public sealed class TolerantReadingTests : IDisposable
{
    private const string Sheet =
        "Matricule;Prénom;Nom;Langues;Centres d'intérêt;Compétences;Niveau;Besoins;Ville;Ancienneté;Date d'arrivée\n"
        + "m1;Hélène;Bruère;FR, anglais;poterie, jazz;Python | SQL;4;\"comptabilité; droit (travail, contrats)\";Lyon;2,5;19/02/2024\n"
        + "m2;Zoé;Noël;français;poterie;;;;Paris;10;01.03.2025\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("tolerant").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16be", "utf-16-bare", "1252", "10000", "850"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_table_of_members_is_read_whatever_its_encoding(string encoding)
    {
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Sheet),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sheet)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sheet)],
            "utf-16be" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sheet)],
            "utf-16-bare" => Encoding.Unicode.GetBytes(Sheet),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(int.Parse(encoding, CultureInfo.InvariantCulture))!.GetBytes(Sheet),
        };
        File.WriteAllBytes(Path.Combine(_folder, "members.csv"), bytes);
        Community community = Load();
        Member member = community["m1"];
        Assert.Equal("Hélène Bruère", member.Name);
        Assert.Equal("Hélène", member.GivenName);
        Assert.Equal(["fr", "en"], member.Languages);
        Assert.Equal(["poterie", "jazz"], member.Interests.Select(interest => interest.Topic));
        Assert.Equal([("Python", 4), ("SQL", 4)], member.Offers.Select(offer => (offer.Topic, offer.Level)));
        Assert.Equal(["comptabilité", "droit (travail, contrats)"], member.Needs.Select(need => need.Topic));
        Assert.Equal(new DateTimeOffset(2024, 2, 19, 0, 0, 0, TimeSpan.Zero), member.Joined);
        Assert.Equal("Lyon", member.Attributes["Ville"].Categories[0]);
        Assert.Equal(2.5, member.Attributes["Ancienneté"].Number);
        Assert.Equal(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), community["m2"].Joined);
        Assert.All(community.Warnings, warning => Assert.False(warning.LeftOut));
        Assert.Contains(community.Warnings, warning => warning.Message.Contains("'Ville', 'Ancienneté'"));
        Assert.Equal(
            !encoding.StartsWith("utf-8", StringComparison.Ordinal),
            community.Warnings.Any(warning => warning.Message.StartsWith("is not UTF-8; it was read as ", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Fields_stand_between_commas_semicolons_or_tabs(string separator)
    {
        File.WriteAllText(Path.Combine(_folder, "members.jsonl"), "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        File.WriteAllText(
            Path.Combine(_folder, "interactions.csv"),
            string.Join(separator, "from", "to", "weight", "channel") + "\n" + string.Join(separator, "a", "b", "2", "\"x;y,z\"") + "\n"
        );
        Community community = Load();
        Assert.Equal(2, Assert.Single(community.Interactions).Weight);
        LoadWarning told = Assert.Single(community.Warnings);
        Assert.Contains("'channel'", told.Message);
        Assert.Throws<CommunityFormatException>(() => Community.Load(_folder));
    }

    [Fact]
    public void Properties_that_nobody_knows_are_kept_as_attributes_and_named_once()
    {
        Write(
            """
            {"id":"a","role":"lead","size":3,"tags":["x","y"],"deep":{"z":1},"attributes":{"role":"own","old":1},"interests":["jazz"]}
            {"id":"b","role":"lead","none":null}
            """
        );
        Community community = Load();
        Assert.Equal("own", community["a"].Attributes["role"].Categories[0]);
        Assert.Equal("lead", community["b"].Attributes["role"].Categories[0]);
        Assert.Equal(3, community["a"].Attributes["size"].Number);
        Assert.Equal(["x", "y"], community["a"].Attributes["tags"].Categories);
        Assert.Equal(1, community["a"].Attributes["old"].Number);
        Assert.Equal("jazz", community["a"].Interests[0].Topic);
        Assert.Equal(
            [
                "unknown property 'deep' of 1 member(s): passed over",
                "unknown property 'none' of 1 member(s): passed over",
                "unknown property 'role' of 2 member(s): kept as an attribute",
                "unknown property 'size' of 1 member(s): kept as an attribute",
                "unknown property 'tags' of 1 member(s): kept as an attribute",
            ],
            community.Warnings.Select(warning => warning.Message)
        );
        Assert.Throws<CommunityFormatException>(() => Community.Load(_folder));
    }

    [Fact]
    public void A_value_at_fault_is_left_out_and_not_the_member()
    {
        Write(
            """
            {"id":"a","interests":["jazz",{"topic":"chess","weight":3},7],"languages":["fr","klingonish"],"joined":"soon","bio":"Hello."}
            {"id":"b","location":{"latitude":100,"longitude":2},"mentoring":{"role":"mentor","capacity":-1},"attributes":{"x":{},"y":1}}
            {"id":"c","needs":["jazz"],"needs":["chess"]}
            {"name":"nobody"}
            """
        );
        var community = Community.Load(_folder, new LoadOptions { Lenient = true });
        Assert.Equal(["a", "b", "c"], community.Members.Select(member => member.Id));
        Assert.Equal([("jazz", 1d), ("chess", 1d)], community["a"].Interests.Select(interest => (interest.Topic, interest.Weight)));
        Assert.Equal(["fr"], community["a"].Languages);
        Assert.Null(community["a"].Joined);
        Assert.Equal("Hello.", community["a"].Bio);
        Assert.Null(community["b"].Location);
        Assert.Equal(MentoringRole.Mentor, community["b"].Mentoring!.Role);
        Assert.Equal(["y"], community["b"].Attributes.Keys);
        Assert.Equal("jazz", Assert.Single(community["c"].Needs).Topic);
        Assert.Contains(community.Warnings, warning => warning.Message == "member 'a': interests[1].weight must lie in (0, 1], is 3");
        Assert.Contains(community.Warnings, warning =>
            warning.Message.StartsWith("member 'a': interests[2] must be a topic", StringComparison.Ordinal)
        );
        Assert.All(community.Warnings, warning => Assert.True(warning.LeftOut));
    }

    [Fact]
    public void What_is_at_fault_and_not_only_unknown_still_ends_the_reading()
    {
        Write("{\"id\":\"a\",\"role\":\"lead\",\"interests\":[{\"topic\":\"chess\",\"weight\":3}]}\n");
        Assert.Contains("weight must lie", Assert.Throws<CommunityFormatException>(Load).Message);
    }

    [Fact]
    public void A_role_of_a_sheet_makes_mentors_and_mentees_where_all_roles_are_such()
    {
        File.WriteAllText(
            Path.Combine(_folder, "members.csv"),
            "ID,Name,Role,Capacity\n1,Ann,Mentor,2\n2,Bob,Mentee,\n3,Cy,mentoré,\n4,Di,Mentore,\n"
        );
        Community community = Load();
        Assert.Equal(
            [MentoringRole.Mentor, MentoringRole.Mentee, MentoringRole.Mentee, MentoringRole.Mentor],
            community.Members.Select(member => member.Mentoring!.Role)
        );
        Assert.Equal(2, community["1"].Mentoring!.Capacity);
        File.WriteAllText(Path.Combine(_folder, "members.csv"), "Name,Role\nAnn,Mentor\nBob,Director\n");
        Assert.Null(Load()["Ann"].Mentoring);
        Assert.Equal("Director", Load()["Bob"].Attributes["Role"].Categories[0]);
    }

    [Fact]
    public void A_table_beside_members_in_json_is_not_read()
    {
        Write("{\"id\":\"a\"}\n");
        File.WriteAllText(Path.Combine(_folder, "members.csv"), "id\nb\n");
        Assert.Equal("a", Assert.Single(Load().Members).Id);
    }

    private void Write(string members) => File.WriteAllText(Path.Combine(_folder, "members.jsonl"), members);

    private Community Load() => Community.Load(_folder, new LoadOptions { Tolerant = true });
}
