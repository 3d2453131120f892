using System.Runtime.CompilerServices;

namespace Matchmaking.Learning;

/// <summary>What was learned from outcomes: which features, which models, how they are joined for whom.</summary>
/// <param name="featurizer">Makes the profile columns.</param>
/// <param name="history">Makes the columns of history.</param>
/// <param name="split">What divides the two sides; null where nothing does.</param>
/// <param name="oneSided">Whether some only choose and the others are only chosen.</param>
/// <param name="choices">What serves each use.</param>
/// <param name="models">The models; they read full rows.</param>
/// <param name="members">Whose effects the models know.</param>
/// <param name="seed">By which noes were drawn where nobody said no.</param>
internal sealed class OutcomePairModel(
    PairFeaturizer featurizer,
    HistoryFeatures history,
    RoleSplit? split,
    bool oneSided,
    OutcomeChoice[] choices,
    OutcomeModels models,
    KnownMembers members,
    int seed
) : PairModel
{
    private const int MaximumRoutes = 16;

    private readonly ConditionalWeakTable<CommunityIndex, LearnedScorer> _bound = [];

    public PairFeaturizer Featurizer => featurizer;

    public HistoryFeatures History => history;

    public RoleSplit? Split => split;

    public bool OneSided => oneSided;

    public IReadOnlyList<OutcomeChoice> Choices => choices;

    public OutcomeModels Models => models;

    public KnownMembers Members => members;

    public int Seed => seed;

    public override void Forget(string id) => members.Forget(id);

    public override void KeepOnly(LiveCommunity community) => members.KeepOnly(community);

    /// <summary>The same for all kinds: the rules tell those apart.</summary>
    public override bool Serves(IntroductionKind kind) => true;

    public override IPairScorer Bind(CommunityIndex index, IntroductionKind kind) =>
        _bound.GetValue(index, known => new LearnedScorer(this, known));

    /// <summary>
    /// As between newcomers, of whose answers nothing is known. Where both sides answer, either's probability is such that the two make up
    /// that of both.
    /// </summary>
    public override IPairScorer Newest(CommunityIndex live, IntroductionKind kind)
    {
        Calibration rules = choices[(int)OutcomeUse.Newcomers].Rules;
        return new CalibratedRules(
            new PairScorer(live, IntroductionKind.Any),
            rules.Apply,
            history.Mutual ? gain => Math.Sqrt(rules.Apply(gain)) : rules.Apply
        );
    }

    public override void Write(BinaryWriter writer)
    {
        featurizer.Write(writer);
        writer.Write(history.Mutual);
        writer.Write(split is not null);
        split?.Write(writer);
        writer.Write(oneSided);
        foreach (OutcomeChoice choice in choices)
            choice.Write(writer);
        members.Write(writer);
        writer.Write(seed);
        foreach (CompiledModel model in models.Logistic)
            model.Write(writer);
        writer.Write(models.Factors is not null);
        foreach (CompiledModel model in models.Factors ?? [])
            model.Write(writer);
        writer.Write(models.Routes.Length);
        foreach (OutcomeRoute route in models.Routes)
        {
            writer.Write((int)route.Known);
            foreach (CompiledModel model in route.Trees)
                model.Write(writer);
            writer.Write(route.Joint is not null);
            route.Joint?.Write(writer);
        }
    }

    /// <summary>The same with other choices and models; who is known is shared.</summary>
    public OutcomePairModel With(OutcomeChoice[] newChoices, OutcomeModels newModels) =>
        new(featurizer, history, split, oneSided, newChoices, newModels, members, seed);

    public static OutcomePairModel Read(BinaryReader reader, LearningOptions hosts)
    {
        var featurizer = PairFeaturizer.Read(reader, hosts);
        var history = new HistoryFeatures(reader.ReadBoolean());
        int width = featurizer.Features.Count + history.Count;
        RoleSplit? split = reader.ReadBoolean() ? RoleSplit.Read(reader) : null;
        int roles = split is null ? 1 : 2;
        bool oneSided = reader.ReadBoolean();
        var choices = new OutcomeChoice[Enum.GetValues<OutcomeUse>().Length];
        for (int i = 0; i < choices.Length; i++)
            choices[i] = OutcomeChoice.Read(reader);
        var members = KnownMembers.Read(reader);
        int seed = reader.ReadInt32();
        CompiledModel[] logistic = Models(roles);
        CompiledModel[]? factors = reader.ReadBoolean() ? Models(roles) : null;
        var routes = new OutcomeRoute[reader.ReadCount(MaximumRoutes)];
        if (routes.Length == 0)
            throw new InvalidDataException("there are no trees");
        for (int i = 0; i < routes.Length; i++)
            routes[i] = new OutcomeRoute(
                (KnownHistory)reader.ReadCount((int)KnownHistory.All),
                Models(roles),
                reader.ReadBoolean() ? Models(1)[0] : null
            );
        return new OutcomePairModel(
            featurizer,
            history,
            split,
            oneSided,
            choices,
            new OutcomeModels(logistic, factors, routes),
            members,
            seed
        );

        CompiledModel[] Models(int count)
        {
            var read = new CompiledModel[count];
            for (int i = 0; i < count; i++)
            {
                read[i] = CompiledModel.Read(reader);
                if (read[i].Columns != width)
                    throw new InvalidDataException($"a model reads {read[i].Columns} columns, not {width}");
            }

            return read;
        }
    }
}
