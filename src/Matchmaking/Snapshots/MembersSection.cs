namespace Matchmaking.Snapshots;

/// <summary>Members as a section: all distinct strings once, then each member's fields, texts by number.</summary>
internal static class MembersSection
{
    private const int None = -1;

    public static void Write(SectionWriter writer, IReadOnlyList<Member> members)
    {
        var fields = new SectionWriter();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        List<string> strings = [];
        foreach (Member member in members)
        {
            Text(member.Id);
            Text(member.Name);
            Text(member.GivenName);
            Text(member.Bio);
            Texts(member.Texts);
            Texts(member.Languages);
            Text(member.TimeZone);
            fields.Write(member.Location is not null);
            if (member.Location is { } location)
            {
                fields.Write(location.Latitude);
                fields.Write(location.Longitude);
                Text(location.Place);
            }

            fields.WriteTime(member.Joined);
            fields.Write(member.Interests.Count);
            foreach (Interest interest in member.Interests)
            {
                Text(interest.Topic);
                fields.Write(interest.Weight);
            }

            fields.Write(member.Offers.Count);
            foreach (Offer offer in member.Offers)
            {
                Text(offer.Topic);
                fields.Write(offer.Level);
            }

            fields.Write(member.Needs.Count);
            foreach (Need need in member.Needs)
            {
                Text(need.Topic);
                fields.Write(need.Level);
                fields.Write(need.Importance);
            }

            fields.Write(member.Mentoring is not null);
            if (member.Mentoring is { } mentoring)
            {
                fields.Write((int)mentoring.Role);
                fields.Write(mentoring.Capacity);
                Texts(mentoring.Topics);
            }

            WriteAvailability(fields, member.Availability);
            Texts(member.Blocks);
            fields.Write(member.Attributes.Count);
            foreach ((string name, AttributeValue value) in member.Attributes)
            {
                Text(name);
                fields.Write((int)value.Kind);
                fields.Write(value.Number);
                Texts(value.Categories);
            }

            Texts(member.Hidden);
            fields.Write(member.Consent.Count);
            foreach ((string name, FieldPurposes purposes) in member.Consent)
            {
                Text(name);
                fields.Write((int)purposes);
            }
        }

        writer.WriteStrings(strings);
        writer.Write(members.Count);
        writer.WriteArray(fields.Bytes);

        void Text(string? text)
        {
            int number = None;
            if (text is not null && !numbers.TryGetValue(text, out number))
            {
                numbers.Add(text, number = strings.Count);
                strings.Add(text);
            }

            fields.Write(number);
        }

        void Texts(IReadOnlyList<string> texts)
        {
            fields.Write(texts.Count);
            foreach (string text in texts)
                Text(text);
        }
    }

    /// <exception cref="ArgumentException">A member cannot be so.</exception>
    public static Member[] Read(SectionReader reader)
    {
        string[] strings = reader.ReadStrings();
        int count = reader.ReadCount(int.MaxValue);
        byte[] bytes = reader.ReadArray<byte>();
        reader.End();
        var fields = new SectionReader(bytes);
        // A member takes tens of bytes: a number beyond is a lie.
        var members = new Member[count <= bytes.Length ? count : throw new InvalidDataException("holds fewer members than it says")];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = new Member
            {
                Id = Text(),
                Name = Text(),
                GivenName = TextOrNull(),
                Bio = TextOrNull(),
                Texts = Texts(),
                Languages = Texts(),
                TimeZone = TextOrNull(),
                Location = fields.ReadBool()
                    ? new Location
                    {
                        Latitude = fields.Read<double>(),
                        Longitude = fields.Read<double>(),
                        Place = TextOrNull(),
                    }
                    : null,
                Joined = fields.ReadTime(),
                Interests = List(() => new Interest { Topic = Text(), Weight = fields.Read<double>() }),
                Offers = List(() => new Offer { Topic = Text(), Level = fields.Read<int>() }),
                Needs = List(() =>
                    new Need
                    {
                        Topic = Text(),
                        Level = fields.Read<int>(),
                        Importance = fields.Read<double>(),
                    }
                ),
                Mentoring = fields.ReadBool()
                    ? new MentoringPreferences
                    {
                        Role = (MentoringRole)fields.Read<int>(),
                        Capacity = fields.Read<int>(),
                        Topics = Texts(),
                    }
                    : null,
                Availability = ReadAvailability(fields),
                Blocks = Texts(),
                Attributes = Attributes(),
                Hidden = Texts(),
                Consent = Consent(),
            };
        }

        fields.End();
        return members;

        string Text() => TextOrNull() ?? throw new InvalidDataException("a text is not among the texts");

        string? TextOrNull()
        {
            int number = fields.Read<int>();
            return number == None ? null
                : (uint)number < (uint)strings.Length ? strings[number]
                : throw new InvalidDataException("a text is not among the texts");
        }

        string[] Texts() => List(Text);

        T[] List<T>(Func<T> read)
        {
            int length = fields.ReadCount(bytes.Length);
            if (length == 0)
                return [];
            var list = new T[length];
            for (int i = 0; i < length; i++)
                list[i] = read();
            return list;
        }

        IReadOnlyDictionary<string, FieldPurposes> Consent()
        {
            int length = fields.ReadCount(bytes.Length);
            if (length == 0)
                return System.Collections.ObjectModel.ReadOnlyDictionary<string, FieldPurposes>.Empty;
            var consent = new Dictionary<string, FieldPurposes>(StringComparer.Ordinal);
            for (int i = 0; i < length; i++)
                consent.Add(Text(), (FieldPurposes)fields.Read<int>());
            return consent;
        }

        IReadOnlyDictionary<string, AttributeValue> Attributes()
        {
            int length = fields.ReadCount(bytes.Length);
            if (length == 0)
                return System.Collections.ObjectModel.ReadOnlyDictionary<string, AttributeValue>.Empty;
            var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
            for (int i = 0; i < length; i++)
            {
                string name = Text();
                int kind = fields.Read<int>();
                double number = fields.Read<double>();
                string[] categories = Texts();
                attributes.Add(
                    name,
                    (AttributeKind)kind switch
                    {
                        AttributeKind.Number => AttributeValue.Of(number),
                        AttributeKind.Category when categories.Length == 1 => AttributeValue.Of(categories[0]),
                        AttributeKind.Set => AttributeValue.Of(categories),
                        _ => throw new InvalidDataException("an attribute is of no kind"),
                    }
                );
            }

            return attributes;
        }
    }

    private static void WriteAvailability(SectionWriter writer, Availability? availability)
    {
        writer.Write(availability is not null);
        if (availability is null)
            return;
        writer.Write(availability.Windows.Count);
        foreach (WeeklyWindow window in availability.Windows)
        {
            writer.Write((int)window.Day);
            writer.Write(window.From.Ticks);
            writer.Write(window.To.Ticks);
        }

        writer.WriteTime(availability.PausedUntil);
        writer.Write(availability.IntroductionsPerMonth ?? None);
    }

    private static Availability? ReadAvailability(SectionReader reader)
    {
        if (!reader.ReadBool())
            return null;
        var windows = new WeeklyWindow[reader.ReadItems(sizeof(int) + (2 * sizeof(long)))];
        for (int i = 0; i < windows.Length; i++)
            windows[i] = new WeeklyWindow
            {
                Day = (DayOfWeek)reader.Read<int>(),
                From = new TimeOnly(reader.Read<long>()),
                To = new TimeOnly(reader.Read<long>()),
            };
        return new Availability
        {
            Windows = windows,
            PausedUntil = reader.ReadTime(),
            IntroductionsPerMonth = reader.Read<int>() is var count and not None ? count : null,
        };
    }
}
