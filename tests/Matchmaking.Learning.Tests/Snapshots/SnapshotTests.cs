using System.Text;
using CsCheck;
using Microsoft.Extensions.AI;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaking-").FullName;

    private string File => Path.Combine(_folder, "community.mm");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_saved_and_loaded_gives_the_same_answers_also_after_changes() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var changes = new LiveChanges(seed);
                    Matchmaker saved = global::Matchmaking.Matchmaker.Create(changes.Community(), LiveChanges.Options);
                    for (int i = 0; i < seed % 15; i++)
                        changes.Change(saved);
                    // Somebody has every topic and word: what nobody has is not in the file, and counts as new when it comes again.
                    saved.Upsert(LiveChanges.OfEverything);
                    string path = Path.Combine(_folder, $"{seed}.mm");
                    saved.Save(path);
                    var loaded = global::Matchmaking.Matchmaker.Load(path, LiveChanges.Options);
                    SameAnswers.Check(saved, loaded);
                    for (int i = 0; i < 4; i++)
                    {
                        new LiveChanges(i).Change(saved);
                        new LiveChanges(i).Change(loaded);
                    }

                    SameAnswers.Check(saved, loaded);
                },
                iter: 12,
                threads: 1
            );

    [Fact]
    public void Many_texts_and_what_was_learned_come_back_too()
    {
        Matchmaker learned = Learning.LearningCommunity.Matchmaker(Learning.LearningCommunity.OfAlikeTaste(members: 60, meetings: 500));
        for (int i = 0; i < 80; i++)
            learned.Upsert(
                Person($"t{i}", likes: ["chess"]) with
                {
                    Bio = $"I like {(i % 3 == 0 ? "long walks by the sea" : "programming computers at night")} and topic {i % 7}",
                }
            );
        Matchmaker saved = global::Matchmaking.Matchmaker.Create(learned.Community, AtNow());
        Assert.True(saved.Learn(cancellationToken: TestContext.Current.CancellationToken).IsUsed);
        saved.Save(File, TestContext.Current.CancellationToken);
        Matchmaker loaded = global::Matchmaking.Matchmaker.Load(File, AtNow(), TestContext.Current.CancellationToken).UseLearning();

        for (int i = 1; i < 60; i++)
            Assert.Equal(saved.Score("m0", $"m{i}"), loaded.Score("m0", $"m{i}"));
        Assert.Equal(saved.Explain("t0", "t3").Introduction.Parts, loaded.Explain("t0", "t3").Introduction.Parts);
        Member late = Person("late") with { Bio = "walks and programming" };
        saved.Upsert(late);
        loaded.Upsert(late);
        Assert.Equal(Ids(saved.Suggest("late")), Ids(loaded.Suggest("late")));
    }

    [Fact]
    public void Every_field_of_a_member_and_every_row_comes_back_as_it_was()
    {
        var member = new Member
        {
            Id = "é \ud83d\ude00",
            Name = "Ada",
            Bio = "lone \ud83d surrogate",
            Texts = ["a", "", "b"],
            Languages = ["fr-CA", "en"],
            TimeZone = "America/Montreal",
            Location = new Location
            {
                Latitude = 45.5,
                Longitude = -73.6,
                Place = "Montréal",
            },
            Joined = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(-5)),
            Interests = [new() { Topic = "chess", Weight = .25 }],
            Offers = [new() { Topic = "C#", Level = 5 }],
            Needs =
            [
                new()
                {
                    Topic = "jazz",
                    Level = 2,
                    Importance = .5,
                },
            ],
            Mentoring = new MentoringPreferences
            {
                Role = MentoringRole.Both,
                Capacity = 7,
                Topics = ["C#"],
            },
            Availability = new Availability
            {
                Windows =
                [
                    new()
                    {
                        Day = DayOfWeek.Monday,
                        From = new TimeOnly(9, 0),
                        To = new TimeOnly(1, 30),
                    },
                ],
                PausedUntil = Now,
                IntroductionsPerMonth = 0,
            },
            Blocks = ["bob"],
            Attributes = new Dictionary<string, AttributeValue>
            {
                ["age"] = 33.5,
                ["team"] = "red",
                ["tools"] = AttributeValue.Of(["a", "b"]),
            },
            Hidden = ["bio", "attributes.age"],
        };
        DateTimeOffset odd = new(2024, 5, 6, 7, 8, 9, TimeSpan.FromMinutes(345));
        var community = new Community(
            [member, Person("bob")],
            [
                new Activity
                {
                    Id = "g",
                    Name = "Group",
                    Text = "about",
                },
                new Activity
                {
                    Id = "e",
                    Time = odd,
                    Parent = "g",
                    Kind = ActivityKind.Channel,
                },
            ],
            [
                new Participation
                {
                    MemberId = "bob",
                    ActivityId = "e",
                    Time = odd,
                },
                new Participation { MemberId = member.Id, ActivityId = "g" },
            ],
            [
                new Interaction
                {
                    FromId = "bob",
                    ToId = member.Id,
                    Time = odd,
                    Weight = 2.5,
                    Kind = "reply",
                },
            ],
            [
                new Outcome
                {
                    FromId = "bob",
                    ToId = member.Id,
                    Kind = OutcomeKind.Rated,
                    Rating = 4.5,
                    Time = odd,
                },
            ]
        );
        global::Matchmaking.Matchmaker.Create(community, AtNow()).Save(File, TestContext.Current.CancellationToken);
        Community loaded = global::Matchmaking.Matchmaker.Load(File, cancellationToken: TestContext.Current.CancellationToken).Community;

        Assert.Equivalent(community.Members, loaded.Members, strict: true);
        Assert.Equal(member.Bio, loaded.Members[0].Bio);
        Assert.Equal(member.Attributes, loaded.Members[0].Attributes);
        Assert.Equal(member.Joined.Value.Offset, loaded.Members[0].Joined!.Value.Offset);
        Assert.Equal(
            community.Activities.Select(activity => activity.ToString()),
            loaded.Activities.Select(activity => activity.ToString())
        );
        Assert.Equal(community.Participations, loaded.Participations);
        Assert.Equal(odd.Offset, loaded.Participations[0].Time!.Value.Offset);
        Assert.Equal(community.Interactions, loaded.Interactions);
        Assert.Equal(community.Outcomes, loaded.Outcomes);
    }

    /// <summary>Every option that is data, so that one added later is not forgotten.</summary>
    [Fact]
    public void Every_option_that_is_data_comes_back()
    {
        var options = new MatchmakerOptions
        {
            Seed = 7,
            InterestSimilarity = SimilarityMeasure.Dice,
            Reciprocity = .25,
            HiddenFields = HiddenFields.Ignore,
            Weights = new Dictionary<IntroductionKind, PartWeights>
            {
                [IntroductionKind.Peer] = new() { Text = 3, Network = .5 },
            },
            Synonyms =
            [
                ["js", "javascript"],
            ],
            LatentTopics = 12,
            CharacterTrigrams = true,
            HalfLife = TimeSpan.FromDays(9),
            SmallActivitySize = 5,
            RequireCommonLanguage = false,
            MinimumCommonHours = 1.5,
            CoolDown = TimeSpan.FromDays(1),
            CoolDownAfterDecline = TimeSpan.FromDays(2),
            MentoringPeriod = TimeSpan.FromDays(3),
            NewcomerPeriod = TimeSpan.FromDays(4),
            AcquaintanceThreshold = 2,
            AcquaintancePeriod = TimeSpan.FromDays(5),
            InteractionWeights = new Dictionary<string, double> { ["wave"] = .3 },
            AssumedHours = Availability.WorkingHours,
            Familiar = true,
            FirstWordIsGivenName = true,
        };
        global::Matchmaking
            .Matchmaker.Create(new Community([Person("ada"), Person("bob")]), options)
            .Save(File, TestContext.Current.CancellationToken);
        MatchmakerOptions loaded =
                global::Matchmaking.Matchmaker.Load(File, cancellationToken: TestContext.Current.CancellationToken).Index.Options,
            defaults = new();

        string[] code =
        [
            nameof(MatchmakerOptions.TimeProvider),
            nameof(MatchmakerOptions.EmbeddingGenerator),
            nameof(MatchmakerOptions.TextAnalyzer),
            nameof(MatchmakerOptions.Allow),
            nameof(MatchmakerOptions.Rules),
            nameof(MatchmakerOptions.Parts),
            nameof(MatchmakerOptions.Phrases),
        ];
        foreach (
            System.Reflection.PropertyInfo property in typeof(MatchmakerOptions)
                .GetProperties()
                .Where(property => !code.Contains(property.Name))
        )
        {
            Assert.Equivalent(property.GetValue(options), property.GetValue(loaded));
            Assert.NotEqual(property.GetValue(defaults), property.GetValue(options));
        }
    }

    [Fact]
    public void Nothing_of_a_removed_member_is_in_the_file()
    {
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community(
                [
                    Person("ada") with
                    {
                        Blocks = ["zebediah"],
                    },
                    Person("zebediah", likes: ["numismatics", "chess"]) with
                    {
                        Bio = "I collect velocipedes and chess boards",
                    },
                    Person("bob", likes: ["chess"]) with
                    {
                        Bio = "Chess, always chess",
                    },
                ],
                interactions: [Met("zebediah", "bob")],
                outcomes: [Outcome("bob", "zebediah", OutcomeKind.Met, 1)]
            ),
            AtNow()
        );
        matchmaker.Upsert(
            matchmaker.Community.Members[1] with
            {
                Interests = [.. matchmaker.Community.Members[1].Interests, new Interest { Topic = "zymurgy" }],
            }
        );
        matchmaker.Save(File, TestContext.Current.CancellationToken);
        foreach (string theirs in new[] { "zebediah", "zymurgy", "velociped" })
            Assert.True(Holds(theirs));
        matchmaker.Remove("zebediah");
        matchmaker.Save(File, TestContext.Current.CancellationToken);

        foreach (string theirs in new[] { "zebediah", "Zebediah", "zymurgy", "numismatic", "velociped" })
            Assert.False(Holds(theirs));
        Assert.True(Holds("chess"));
        Assert.Equal(
            matchmaker.Suggest("ada").Count,
            global::Matchmaking.Matchmaker.Load(File, cancellationToken: TestContext.Current.CancellationToken).Suggest("ada").Count
        );

        bool Holds(string text) =>
            new[] { Encoding.Unicode, Encoding.UTF8 }.Any(encoding =>
                System.IO.File.ReadAllBytes(File).AsSpan().IndexOf(encoding.GetBytes(text)) >= 0
            );
    }

    [Fact]
    public void Topics_and_words_that_only_a_removed_member_had_are_not_in_the_file_and_answers_stay()
    {
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community([
                Person("ada", likes: ["chess"]) with
                {
                    Bio = "I read novels",
                },
                Person("bob", likes: ["chess", "jazz"], offers: ["rust"]) with
                {
                    Bio = "novels and poems",
                },
                Person("zeb", likes: ["zymurgy", "jazz"], needs: ["falconry"]) with
                {
                    Bio = "haematology in poems",
                },
                .. Enumerable.Range(0, 8).Select(i => Person($"p{i}", likes: ["golf"])),
            ]),
            AtNow()
        );
        matchmaker.Save(File, TestContext.Current.CancellationToken);
        Assert.All(["zymurg", "falconr", "haematolog"], text => Assert.True(Holds(text)));
        matchmaker.Remove("zeb");
        matchmaker.Save(File, TestContext.Current.CancellationToken);
        var loaded = global::Matchmaking.Matchmaker.Load(File, AtNow(), TestContext.Current.CancellationToken);

        Assert.All(["zymurg", "falconr", "haematolog"], text => Assert.False(Holds(text)));
        Assert.All(["chess", "jazz", "rust", "golf", "novel", "poem"], text => Assert.True(Holds(text)));
        SameAnswers.Check(matchmaker, loaded);
        // The numbers of the others are theirs still, and what was left out may come again.
        loaded.Upsert(Person("new", likes: ["zymurgy", "jazz"]) with { Bio = "haematology and novels" });
        loaded.Upsert(Person("newer", likes: ["zymurgy"]) with { Bio = "haematology" });
        Assert.Equal("newer", loaded.Suggest("new")[0].To.Id);
        Assert.True(loaded.Explain("new", "ada").Introduction.Score > 0);
        loaded.Save(File, TestContext.Current.CancellationToken);
        SameAnswers.Check(loaded, global::Matchmaking.Matchmaker.Load(File, AtNow(), TestContext.Current.CancellationToken));

        bool Holds(string text) => System.IO.File.ReadAllBytes(File).AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }

    /// <summary>Latent topics are made of words that two texts have, be they of one member.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_of_a_removed_member_are_in_no_file_where_texts_are_compared_by_topics(bool trigrams)
    {
        Member Writes(int i) =>
            Person($"p{i}", likes: ["golf"]) with
            {
                Bio = $"I like {(i % 3 == 0 ? "walks by the sea" : "programming computers")} on {(i % 2 == 0 ? "Mondays" : "Fridays")}",
            };
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community(
                [
                    .. Enumerable.Range(0, 100).Select(Writes),
                    Person("zeb") with
                    {
                        Bio = "haematology and regattas, walks",
                        Texts = ["haematology", "regattas"],
                    },
                ],
                [new Activity { Id = "sail", Name = "Regattas" }]
            ),
            AtNow(new() { CharacterTrigrams = trigrams })
        );
        matchmaker.Save(File, TestContext.Current.CancellationToken);
        Assert.True(Holds("haematolog"));
        matchmaker.Remove("zeb");
        matchmaker.Save(File, TestContext.Current.CancellationToken);
        var loaded = global::Matchmaking.Matchmaker.Load(File, matchmaker.Index.Options, TestContext.Current.CancellationToken);

        Assert.False(Holds("haematolog"));
        Assert.All(["walk", "regatta", "comput", "monday"], text => Assert.True(Holds(text)));
        SameAnswers.Check(matchmaker, loaded);
        Member late = Writes(3) with { Id = "late" };
        matchmaker.Upsert(late);
        loaded.Upsert(late);
        SameAnswers.Check(matchmaker, loaded);

        bool Holds(string text) => System.IO.File.ReadAllBytes(File).AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }

    [Fact]
    public void Many_who_save_to_one_path_at_once_all_succeed()
    {
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(new LiveChanges(7).Community(), LiveChanges.Options);
        List<Exception> failures = [];
        Thread[] savers = [.. Enumerable.Range(0, 8).Select(_ => new Thread(Save))];
        Array.ForEach(savers, saver => saver.Start());
        Array.ForEach(savers, saver => saver.Join());

        Assert.Empty(failures);
        Assert.Equal([File], Directory.GetFiles(_folder));
        SameAnswers.Check(
            matchmaker,
            global::Matchmaking.Matchmaker.Load(File, LiveChanges.Options, TestContext.Current.CancellationToken)
        );

        void Save()
        {
            try
            {
                for (int i = 0; i < 25; i++)
                    matchmaker.Save(File);
            }
            catch (Exception failure)
            {
                lock (failures)
                    failures.Add(failure);
            }
        }
    }

    [Fact]
    public void A_part_that_outgrows_the_file_is_told_and_the_old_file_stays()
    {
        System.IO.File.WriteAllText(File, "the old file");
        var section = new SectionWriter(most: 100);

        section.WriteArray<int>(new int[24]);
        var exception = Assert.Throws<NotSupportedException>(() =>
            SnapshotFile.Write(File, [("small", _ => section.Write(1))], TestContext.Current.CancellationToken)
        );

        Assert.Contains("100 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal("the old file", System.IO.File.ReadAllText(File));
        Assert.Equal(100, section.Bytes.Length);
    }

    [Fact]
    public void A_file_altered_or_cut_short_anywhere_is_refused()
    {
        byte[] file = Saved();
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte[1, 255])
            .Sample(
                (at, change) =>
                {
                    byte[] altered = [.. file];
                    altered[at] ^= change;
                    Refused(altered);
                    Refused(file[..at]);
                },
                iter: 150,
                threads: 1
            );
        Refused([.. file, 0]);
    }

    /// <summary>By one who knows the checksums: nothing is believed, and nothing but the one exception comes.</summary>
    [Fact]
    public void A_file_altered_with_right_checksums_is_refused_or_harmless()
    {
        byte[] file = Saved();
        Gen.Select(Gen.Int[12, Checksums.EndOfSections(file) - 1], Gen.Byte[1, 255])
            .Sample(
                (at, change) =>
                {
                    byte[] altered = [.. file];
                    altered[at] ^= change;
                    System.IO.File.WriteAllBytes(File, Checksums.Right(altered));
                    try
                    {
                        var loaded = global::Matchmaking.Matchmaker.Load(File, LiveChanges.Options);
                        foreach (Member member in loaded.Community.Members)
                            Assert.All(loaded.Suggest(member.Id), introduction => Assert.InRange(introduction.Score, 0, 1));
                    }
                    catch (SnapshotFormatException)
                    {
                        // Refused, as it should be.
                    }
                },
                iter: 300,
                threads: 1
            );
    }

    /// <summary>Sections are read beside each other: none may go on when one has failed and the file is closed.</summary>
    [Fact]
    public void A_file_that_is_refused_leaves_nothing_behind_that_fails_unseen()
    {
        byte[] file = Saved();
        List<Exception> unseen = [];
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            for (int i = 0; i < 300; i++)
            {
                byte[] altered = [.. file];
                altered[12 + (i * (Checksums.EndOfSections(file) - 12) / 300)] ^= 1;
                Refused(altered);
            }

            for (int i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unseen);

        void Note(object? sender, UnobservedTaskExceptionEventArgs failure)
        {
            // Those of other tests that run beside this one are none of ours.
            if (failure.Exception.ToString().Contains("MatchmakerSnapshot", StringComparison.Ordinal))
            {
                lock (unseen)
                    unseen.Add(failure.Exception);
            }
        }
    }

    [Fact]
    public void A_newer_file_says_so()
    {
        byte[] newer = Saved();
        newer[8] = 99;
        System.IO.File.WriteAllBytes(File, newer);
        Assert.Contains(
            "newer",
            Assert
                .Throws<SnapshotFormatException>(() =>
                    global::Matchmaking.Matchmaker.Load(File, cancellationToken: TestContext.Current.CancellationToken)
                )
                .Message
        );
        System.IO.File.WriteAllText(File, "{}");
        Refused(System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Options_given_now_count_and_what_hangs_on_them_is_worked_out_again()
    {
        Community community = new LiveChanges(5).Community();
        global::Matchmaking.Matchmaker.Create(community, LiveChanges.Options).Save(File, TestContext.Current.CancellationToken);
        foreach (
            MatchmakerOptions options in new[]
            {
                LiveChanges.Options with
                {
                    HalfLife = TimeSpan.FromDays(5),
                },
                LiveChanges.Options with
                {
                    SmallActivitySize = 9,
                },
                LiveChanges.Options with
                {
                    CoolDown = TimeSpan.Zero,
                },
                LiveChanges.Options with
                {
                    Synonyms =
                    [
                        ["chess", "golf"],
                    ],
                },
            }
        )
        {
            SameAnswers.Check(
                global::Matchmaking.Matchmaker.Create(community, options),
                global::Matchmaking.Matchmaker.Load(File, options, TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public void What_was_learned_is_kept_by_a_host_that_does_not_use_it()
    {
        Matchmaker saved = Learning.LearningCommunity.Matchmaker(Learning.LearningCommunity.OfAlikeTaste());
        Assert.True(saved.Learn(cancellationToken: TestContext.Current.CancellationToken).IsUsed);
        saved.Save(File, TestContext.Current.CancellationToken);

        var without = global::Matchmaking.Matchmaker.Load(File, AtNow(), TestContext.Current.CancellationToken);
        Assert.Equal(["learning"], without.UnusedSections);
        without.Upsert(Person("late"));
        without.Save(File, TestContext.Current.CancellationToken);

        Matchmaker loaded = global::Matchmaking.Matchmaker.Load(File, AtNow(), TestContext.Current.CancellationToken).UseLearning();
        Assert.Empty(loaded.UnusedSections);
        Assert.Equal(saved.Score("m0", "m1"), loaded.Score("m0", "m1"));
    }

    [Fact]
    public void A_section_that_nobody_uses_goes_when_a_member_is_removed_who_may_be_in_it()
    {
        Matchmaker saved = Learning.LearningCommunity.Matchmaker(Learning.LearningCommunity.OfAlikeTaste());
        Assert.True(saved.Learn(cancellationToken: TestContext.Current.CancellationToken).IsUsed);
        saved.Save(File, TestContext.Current.CancellationToken);

        var without = global::Matchmaking.Matchmaker.Load(File, AtNow(), TestContext.Current.CancellationToken);
        Assert.True(without.Remove("m0"));
        Assert.Empty(without.UnusedSections);
        without.Save(File, TestContext.Current.CancellationToken);
        Assert.Empty(global::Matchmaking.Matchmaker.Load(File, AtNow(), TestContext.Current.CancellationToken).UnusedSections);
    }

    [Fact]
    public void A_model_in_the_file_stays_in_use_whatever_options_are_given_now()
    {
        Community community = Learning.LearningCommunity.OfAlikeTaste();
        Member[] telling =
        [
            .. community.Members.Select((member, i) => member with { Bio = $"I play chess on {(i % 2 == 0 ? "Mondays" : "Fridays")}" }),
        ];
        global::Matchmaking.Matchmaker saved = Learning.LearningCommunity.Matchmaker(new Community(telling, outcomes: community.Outcomes));
        Assert.True(saved.Learn(cancellationToken: TestContext.Current.CancellationToken).IsUsed);
        saved.Save(File, TestContext.Current.CancellationToken);

        var loaded = global::Matchmaking.Matchmaker.Load(
            File,
            AtNow(
                new()
                {
                    CharacterTrigrams = true,
                    Synonyms =
                    [
                        ["chess", "golf"],
                    ],
                }
            ),
            TestContext.Current.CancellationToken
        );

        // There is one to save.
        loaded.UseLearning().SaveModel(File);
        Assert.InRange(loaded.Score("m0", "m1").Score, 0, 1);
    }

    [Fact]
    public async Task Texts_that_a_generator_placed_need_it_again_but_not_to_load()
    {
        var generator = new Lengths();
        MatchmakerOptions options = AtNow(new() { EmbeddingGenerator = generator });
        var saved = await global::Matchmaking.Matchmaker.CreateAsync(
            new Community([Person("ada") with { Bio = "one" }, Person("bob") with { Bio = "three" }]),
            options,
            TestContext.Current.CancellationToken
        );
        saved.Save(File, TestContext.Current.CancellationToken);
        int calls = generator.Calls;

        Assert.Throws<InvalidOperationException>(() =>
            global::Matchmaking.Matchmaker.Load(File, cancellationToken: TestContext.Current.CancellationToken)
        );
        var loaded = global::Matchmaking.Matchmaker.Load(File, options, TestContext.Current.CancellationToken);
        Assert.Equal(saved.Score("ada", "bob"), loaded.Score("ada", "bob"));
        Assert.Equal(calls, generator.Calls);
        await loaded.UpsertAsync(Person("cem") with { Bio = "two" }, TestContext.Current.CancellationToken);
        Assert.Equal(calls + 1, generator.Calls);

        global::Matchmaking.Matchmaker.Create(new Community([Person("ada")]), AtNow()).Save(File, TestContext.Current.CancellationToken);
        Assert.Throws<InvalidOperationException>(() =>
            global::Matchmaking.Matchmaker.Load(File, options, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_generator_of_another_length_than_the_files_is_refused_at_the_upsert()
    {
        var generator = new Lengths();
        MatchmakerOptions options = AtNow(new() { EmbeddingGenerator = generator });
        var saved = await global::Matchmaking.Matchmaker.CreateAsync(
            new Community([Person("ada") with { Bio = "one" }, Person("bob") with { Bio = "three" }]),
            options,
            TestContext.Current.CancellationToken
        );
        saved.Save(File, TestContext.Current.CancellationToken);
        var loaded = global::Matchmaking.Matchmaker.Load(File, options, TestContext.Current.CancellationToken);
        generator.Longer = 1;

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            loaded.UpsertAsync(Person("cem") with { Bio = "two" }, TestContext.Current.CancellationToken)
        );

        Assert.Contains("3 dimensions after 2", exception.Message, StringComparison.Ordinal);
        Assert.False(loaded.Community.Contains("cem"));
        Assert.NotEmpty(loaded.Suggest("ada"));
    }

    [Fact]
    public void Cancelled_or_failed_it_leaves_the_old_file_and_nothing_else()
    {
        byte[] old = Saved();
        System.IO.File.WriteAllBytes(File, old);
        Matchmaker other = global::Matchmaking.Matchmaker.Create(new Community([Person("ada")]), AtNow());
        Assert.ThrowsAny<OperationCanceledException>(() => other.Save(File, new CancellationToken(canceled: true)));

        Assert.Equal(old, System.IO.File.ReadAllBytes(File));
        Assert.Equal([File], Directory.GetFiles(_folder));
        Assert.Throws<DirectoryNotFoundException>(() =>
            other.Save(Path.Combine(_folder, "nowhere", "x.mm"), TestContext.Current.CancellationToken)
        );
    }

    private byte[] Saved()
    {
        string path = Path.Combine(_folder, "saved.mm");
        global::Matchmaking.Matchmaker.Create(new LiveChanges(11).Community(), LiveChanges.Options).Save(path);
        byte[] bytes = System.IO.File.ReadAllBytes(path);
        System.IO.File.Delete(path);
        return bytes;
    }

    private void Refused(byte[] file)
    {
        System.IO.File.WriteAllBytes(File, file);
        Assert.StartsWith(
            "community.mm: ",
            Assert
                .Throws<SnapshotFormatException>(() =>
                    global::Matchmaking.Matchmaker.Load(File, cancellationToken: TestContext.Current.CancellationToken)
                )
                .Message
        );
    }

    private sealed class Lengths : IEmbeddingGenerator<string, Embedding<float>>
    {
        public int Calls { get; private set; }

        public int Longer { get; set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            Calls++;
            return Task.FromResult(
                new GeneratedEmbeddings<Embedding<float>>(
                    values.Select(value => new Embedding<float>(
                        new float[] { value.Length, 1 }
                            .Concat(Enumerable.Repeat(1f, Longer))
                            .ToArray()
                    ))
                )
            );
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
