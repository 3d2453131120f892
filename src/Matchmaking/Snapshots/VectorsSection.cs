namespace Matchmaking.Snapshots;

/// <summary>What was fitted to words and texts, and what of members and activities was made with it.</summary>
internal static class VectorsSection
{
    public static void Write(SectionWriter writer, IReadOnlyList<MemberVector> vectors)
    {
        foreach (MemberVector vector in vectors)
        {
            writer.WriteArray(vector.Interests.Indices);
            writer.WriteArray(vector.Interests.Values);
            writer.WriteArray<int>(vector.InterestSources);
            WriteLevels(vector.Offers);
            WriteLevels(vector.Needs);
            WriteLevels(vector.Teaches);
            WriteLevels(vector.Learns);
            writer.Write(vector.Texts.Length);
            foreach (float[] text in vector.Texts)
                writer.WriteArray<float>(text);
        }

        void WriteLevels(IReadOnlyList<TopicLevel> levels) => writer.WriteArray<TopicLevel>([.. levels]);
    }

    public static MemberVector[] Read(SectionReader reader, Member[] members, int topics)
    {
        var vectors = new MemberVector[members.Length];
        for (int i = 0; i < vectors.Length; i++)
        {
            Member member = members[i];
            int[] indices = reader.ReadArray<int>();
            float[] weights = reader.ReadArray<float>();
            int[] sources = reader.ReadPositions(member.Interests.Count - 1);
            if (sources.Length != indices.Length || (indices.Length > 0 && indices[^1] >= topics))
                throw new InvalidDataException("a member's interests are not those of the member");
            MentoringPreferences? mentoring = member.Mentoring;
            vectors[i] = new MemberVector(member)
            {
                Interests = indices.Length == 0 ? SparseVector.Empty : new SparseVector(indices, weights),
                InterestSources = sources,
                Offers = Levels(member.Offers.Count),
                Needs = Levels(member.Needs.Count),
                Teaches = Levels(mentoring is { Topics.Count: > 0 } ? mentoring.Topics.Count : member.Offers.Count),
                Learns = Levels(mentoring is { Topics.Count: > 0 } ? mentoring.Topics.Count : member.Needs.Count),
                Texts = ReadTexts(reader),
            };
        }

        reader.End();
        return vectors;

        TopicLevel[] Levels(int most)
        {
            TopicLevel[] levels = reader.ReadArray<TopicLevel>();
            int last = -1;
            foreach (TopicLevel level in levels)
            {
                if (
                    level.Topic <= last
                    || level.Topic >= topics
                    || (uint)level.Source >= (uint)most
                    || level.Level is < 0 or > 5
                    || level.Start < 0
                    || level.Length < 0
                    || !(level.Importance is > 0 and <= 1)
                )
                    throw new InvalidDataException("a member's topics are not those of the member");
                last = level.Topic;
            }

            return levels;
        }
    }

    public static void Write(SectionWriter writer, ActivityVector[] activities)
    {
        string[] stems = [.. activities.SelectMany(activity => activity.Stems).SelectMany(own => own).Distinct(StringComparer.Ordinal)];
        var numbers = stems.Index().ToDictionary(stem => stem.Item, stem => stem.Index, StringComparer.Ordinal);
        writer.WriteStrings(stems);
        foreach (ActivityVector activity in activities)
        {
            writer.Write(activity.Stems.Count);
            foreach (IReadOnlySet<string> own in activity.Stems)
                writer.WriteArray<int>([.. own.Select(stem => numbers[stem])]);
            float[][]? texts = activity.Text?.Texts;
            writer.Write(texts is not null);
            if (texts is null)
                continue;
            writer.Write(texts.Length);
            foreach (float[] text in texts)
                writer.WriteArray<float>(text);
        }
    }

    public static ActivityVector[] ReadActivities(SectionReader reader, Activity[] activities)
    {
        string[] stems = reader.ReadStrings();
        var vectors = new ActivityVector[activities.Length];
        for (int i = 0; i < vectors.Length; i++)
        {
            var own = new HashSet<string>[reader.ReadItems(sizeof(int))];
            for (int language = 0; language < own.Length; language++)
                own[language] = reader.ReadPositions(stems.Length - 1).Select(stem => stems[stem]).ToHashSet(StringComparer.Ordinal);
            vectors[i] = ActivityVector.Of(own, reader.ReadBool() ? ReadTexts(reader) : null);
        }

        reader.End();
        return vectors;
    }

    private static float[][] ReadTexts(SectionReader reader)
    {
        int count = reader.ReadItems(sizeof(int));
        if (count == 0)
            return [];
        float[][] texts = new float[count][];
        for (int i = 0; i < count; i++)
        {
            texts[i] = reader.ReadArray<float>();
            if (!float.IsFinite(System.Numerics.Tensors.TensorPrimitives.SumOfSquares<float>(texts[i])))
                throw new InvalidDataException("a text's point is not finite");
        }

        return texts;
    }
}
