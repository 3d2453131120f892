using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Rows of two ends each, known by position, in the order in which they were told: who took part in what, who did something to whom.
/// Immutable; a changed copy is cheap. A row that was taken out leaves nothing behind but its place.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventLog<T>
    where T : class
{
    private readonly PersistentArray<Entry> _entries;
    private readonly RowLists _byFirst;
    private readonly RowLists _bySecond;

    private EventLog(PersistentArray<Entry> entries, RowLists byFirst, RowLists bySecond, int count) =>
        (_entries, _byFirst, _bySecond, Count) = (entries, byFirst, bySecond, count);

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    internal static EventLog<T> From(IReadOnlyList<T> rows, Func<T, (int First, int Second)> ends, int firsts, int seconds) =>
        From(
            rows.Count,
            i =>
            {
                (int first, int second) = ends(rows[i]);
                return (first, second, rows[i]);
            },
            firsts,
            seconds
        );

    /// <param name="count">How many rows there are.</param>
    /// <param name="row">A row with its ends.</param>
    /// <param name="firsts">How many first ends there may be.</param>
    /// <param name="seconds">How many second ends there may be.</param>
    internal static EventLog<T> From(int count, Func<int, (int First, int Second, T Row)> row, int firsts, int seconds)
    {
        var entries = new Entry[count];
        for (int i = 0; i < count; i++)
        {
            (int first, int second, T value) = row(i);
            entries[i] = new Entry(first, second, value);
        }

        return new EventLog<T>(
            PersistentArray<Entry>.From(entries),
            RowLists.From(firsts, count, i => entries[i].First),
            RowLists.From(seconds, count, i => entries[i].Second),
            count
        );
    }

    /// <summary>All rows with their ends, oldest told first.</summary>
    internal IEnumerable<Entry> Entries => _entries.Where(entry => entry.Row is not null);

    /// <summary>All rows, oldest told first.</summary>
    internal IEnumerable<T> Rows
    {
        get
        {
            for (int i = 0; i < _entries.Count; i++)
            {
                if (_entries[i].Row is { } row)
                    yield return row;
            }
        }
    }

    /// <summary>The rows with a first end, oldest told first.</summary>
    internal Cursor From(int first) => new(_entries, _byFirst.Of(first));

    /// <summary>The rows with a second end, oldest told first.</summary>
    internal Cursor To(int second) => new(_entries, _bySecond.Of(second));

    internal EventLog<T> With(int first, int second, T row) =>
        new(
            _entries.Add(new Entry(first, second, row)),
            _byFirst.With(first, _entries.Count),
            _bySecond.With(second, _entries.Count),
            Count + 1
        );

    /// <summary>Without the rows of a first end and, where told, of a second one.</summary>
    internal EventLog<T> Without(int first, int? second = null)
    {
        PersistentArray<Entry>.Editor edit = _entries.Edit();
        int count = Count;
        Erase(_byFirst.Of(first));
        if (second is { } other)
            Erase(_bySecond.Of(other));
        return count == Count ? this : new EventLog<T>(edit.ToArray(), _byFirst, _bySecond, count);

        void Erase(RowList list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (edit[list[i]].Row is not null)
                {
                    edit[list[i]] = new Entry(-1, -1, null);
                    count--;
                }
            }
        }
    }

    internal readonly record struct Entry(int First, int Second, T? Row);

    /// <summary>Goes through the rows of one end.</summary>
    internal struct Cursor(PersistentArray<Entry> entries, RowList list)
    {
        private int _at = -1;

        /// <summary>The row, with its ends and its place in the log.</summary>
        public Entry Current { get; private set; }

        /// <summary>The place of the row in the log.</summary>
        public readonly int Position => list[_at];

        public readonly Cursor GetEnumerator() => this;

        public bool MoveNext()
        {
            while (++_at < list.Count)
            {
                Current = entries[list[_at]];
                if (Current.Row is not null)
                    return true;
            }

            return false;
        }
    }
}
