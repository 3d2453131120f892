using System.Collections.Frozen;

namespace Matchmaking.Snapshots;

/// <summary>
/// What was fitted to the network, and its tables by member; those by place and activity are the same from the other side.
/// </summary>
internal static class NetworkSection
{
    public static void Write(SectionWriter writer, NetworkFit fit)
    {
        writer.WriteTime(fit.Decay.Reference);
        writer.Write(fit.Decay.HalfLife.Ticks);
        writer.WriteArray<int>(fit.Places);
        writer.Write(fit.Visited);
        writer.WriteArray<double>(fit.Occasions);
        writer.WriteArray<double>(fit.SmallOccasions);
        writer.WriteArray<double>(fit.Joiners);
        writer.WriteRows(fit.Similar, fit.Places.Length);
        writer.Write(fit.Factors.Rank);
        writer.WriteArray<float>(fit.Factors.Rows);
        var series = fit.Series.OrderBy(pair => pair.Key).ToArray();
        writer.Write(fit.AreVouched);
        writer.WriteArray<int>([.. series.Select(pair => pair.Key)]);
        writer.WriteArray<double>([.. series.Select(pair => pair.Value.All)]);
        writer.WriteArray<double>([.. series.Select(pair => pair.Value.Small)]);
        NetworkEvidence scale = fit.Scale.Evidence;
        writer.WriteArray<double>([
            scale.Common,
            scale.Joint,
            scale.Direct,
            scale.Forecast,
            scale.Walk,
            fit.Scale.Rate,
            fit.Scale.Bridge,
            fit.ActivityScale,
        ]);
    }

    public static NetworkFit ReadFit(SectionReader reader, ActivityTree tree)
    {
        DateTimeOffset reference = reader.ReadTime() ?? throw new InvalidDataException("the network has no time");
        long halfLife = reader.Read<long>();
        int[] places = reader.ReadPositions(tree.Activities.Count - 1);
        int visited = reader.ReadCount(places.Length);
        int[] indexOf = new int[tree.Activities.Count];
        Array.Fill(indexOf, -1);
        for (int i = 0; i < places.Length; i++)
            indexOf[places[i]] = i;
        for (int activity = 0; activity < indexOf.Length; activity++)
        {
            if (tree.PlacesOf(activity).Any(place => indexOf[place] < 0))
                throw new InvalidDataException("a place of the community is not among the network's");
        }

        double[] occasions = Numbers(places.Length),
            small = Numbers(places.Length),
            joiners = Numbers(places.Length);
        SparseRows similar = reader.ReadRows(places.Length, places.Length);
        PlaceFactors factors = ReadFactors(reader, places.Length);
        bool vouched = reader.ReadBool();
        int[] series = reader.ReadArray<int>();
        double[] all = Numbers(series.Length),
            few = Numbers(series.Length),
            scale = Numbers(8);
        reader.End();
        return new NetworkFit
        {
            Decay = new TimeDecay(
                reference,
                halfLife > 0 ? new TimeSpan(halfLife) : throw new InvalidDataException("the network has no half-life")
            ),
            Places = places,
            Visited = visited,
            IndexOf = indexOf,
            Occasions = occasions,
            SmallOccasions = small,
            Joiners = joiners,
            Similar = similar,
            Factors = factors,
            AreVouched = vouched,
            Series = series.Index().ToDictionary(s => s.Item, s => (all[s.Index], few[s.Index])).ToFrozenDictionary(),
            Scale = NetworkScale.Of(new NetworkEvidence(scale[0], scale[1], scale[2], scale[3], scale[4]), scale[5], scale[6]),
            ActivityScale = scale[7],
        }.Derived();

        double[] Numbers(int count)
        {
            double[] numbers = reader.ReadArray<double>();
            return numbers.Length == count && Array.TrueForAll(numbers, number => number >= 0 && double.IsFinite(number))
                ? numbers
                : throw new InvalidDataException("the network's numbers are none");
        }
    }

    private static PlaceFactors ReadFactors(SectionReader reader, int places)
    {
        int rank = reader.ReadCount(NetworkDefaults.FactorRank);
        float[] rows = reader.ReadArray<float>();
        return rows.Length == rank * places && Array.TrueForAll(rows, float.IsFinite)
            ? new PlaceFactors(rows, rank)
            : throw new InvalidDataException("the factors of the network's places are none");
    }

    public static void Write(SectionWriter writer, NetworkTables tables, int members)
    {
        writer.WriteRows(tables.Own, members);
        writer.WriteRows(tables.Takes, members);
        writer.WriteRows(tables.ByPlace, members);
        writer.WriteRows(tables.Series, members);
        writer.WriteArray<double>([.. tables.Activity]);
        writer.WriteArray<int>([.. tables.Vouched]);
        writer.Write(tables.EventTimes.Count);
        foreach (DateTimeOffset? time in tables.EventTimes)
            writer.WriteTime(time);
    }

    /// <param name="visits">The tables but two.</param>
    /// <param name="members">How many members there are.</param>
    /// <param name="tree">The activities.</param>
    /// <param name="fit">What was fitted.</param>
    /// <param name="ties">Who is tied to whom, which is read beside.</param>
    /// <param name="acquaintances">Who knows whom, likewise.</param>
    public static NetworkTables ReadTables(
        SectionReader visits,
        int members,
        ActivityTree tree,
        NetworkFit fit,
        Task<SparseRows> ties,
        Task<SparseRows> acquaintances
    )
    {
        int activities = tree.Activities.Count;
        SparseRows own = visits.ReadRows(members, activities),
            takes = visits.ReadRows(members, activities),
            byPlace = visits.ReadRows(members, fit.Places.Length);
        SparseRows series = visits.ReadRows(members, NetworkFit.FirstSeries(fit.Places.Length));
        double[] activity = visits.ReadArray<double>();
        int[] vouchers = visits.ReadArray<int>();
        var times = new DateTimeOffset?[visits.ReadCount(activities)];
        for (int i = 0; i < times.Length; i++)
            times[i] = visits.ReadTime();
        visits.End();
        if (
            activity.Length != members
            || vouchers.Length != members
            || !Array.TrueForAll(vouchers, voucher => Vouchers.IsCode(voucher, members))
            || times.Length != activities
            || !Array.TrueForAll(activity, amount => amount >= 0 && double.IsFinite(amount))
        )
            throw new InvalidDataException("the network is of another community");
        return NetworkTables.Of(
            own,
            takes,
            byPlace,
            series,
            ties.GetAwaiter().GetResult(),
            acquaintances.GetAwaiter().GetResult(),
            activity,
            vouchers,
            times,
            fit
        );
    }

    public static SparseRows ReadPairs(SectionReader reader, int members)
    {
        SparseRows pairs = reader.ReadRows(members, members);
        reader.End();
        return pairs;
    }
}
