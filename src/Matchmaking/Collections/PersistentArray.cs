using System.Collections;
using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// An array that never changes and of which a changed copy is cheap: blocks that both have in common are shared (path copying; Driscoll et
/// al. 1989). Reading costs one step more than in an array.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PersistentArray<T> : IReadOnlyList<T>
{
    private const int Bits = 9;
    private const int BlockSize = 1 << Bits;
    private const int Mask = BlockSize - 1;

    private readonly T[][] _blocks;

    private PersistentArray(T[][] blocks, int count) => (_blocks, Count) = (blocks, count);

    internal static PersistentArray<T> Empty { get; } = new([], 0);

    /// <summary>How many items there are.</summary>
    public int Count { get; }

    /// <summary>The item at a position, from 0.</summary>
    public T this[int index] => _blocks[index >> Bits][index & Mask];

    internal static PersistentArray<T> From(IReadOnlyList<T> items)
    {
        T[][] blocks = new T[(items.Count + Mask) >> Bits][];
        for (int b = 0; b < blocks.Length; b++)
        {
            blocks[b] = new T[BlockSize];
            int start = b << Bits,
                length = Math.Min(BlockSize, items.Count - start);
            if (items is T[] array)
            {
                Array.Copy(array, start, blocks[b], 0, length);
            }
            else
            {
                for (int i = 0; i < length; i++)
                    blocks[b][i] = items[start + i];
            }
        }

        return new PersistentArray<T>(blocks, items.Count);
    }

    /// <summary>As many of one value as told.</summary>
    internal static PersistentArray<T?> Blank(int count)
    {
        // All blocks are one and the same until they are written to.
        T?[][] blocks = new T?[(count + Mask) >> Bits][];
        Array.Fill(blocks, new T?[BlockSize]);
        return new PersistentArray<T?>(blocks, count);
    }

    internal PersistentArray<T> With(int index, T value)
    {
        var edit = new Editor(this);
        edit[index] = value;
        return edit.ToArray();
    }

    internal PersistentArray<T> Add(T value)
    {
        var edit = new Editor(this);
        edit.Add(value);
        return edit.ToArray();
    }

    internal Editor Edit() => new(this);

    /// <summary>The items in order.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Several changes at once, each block copied once. For one thread, until <see cref="ToArray"/>.</summary>
    internal sealed class Editor
    {
        private readonly HashSet<int> _own = [];
        private T[][] _blocks;
        private int _count;

        public Editor(PersistentArray<T> array)
        {
            _blocks = [.. array._blocks];
            _count = array.Count;
        }

        public int Count => _count;

        public T this[int index]
        {
            get => _blocks[index >> Bits][index & Mask];
            set
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
                Own(index >> Bits)[index & Mask] = value;
            }
        }

        public void Add(T value)
        {
            if (_count >> Bits == _blocks.Length)
            {
                _own.Add(_blocks.Length);
                _blocks = [.. _blocks, new T[BlockSize]];
            }

            Own(_count >> Bits)[_count & Mask] = value;
            _count++;
        }

        public PersistentArray<T> ToArray()
        {
            _own.Clear();
            return new PersistentArray<T>(_blocks, _count);
        }

        private T[] Own(int block)
        {
            if (_own.Add(block))
                _blocks[block] = [.. _blocks[block]];
            return _blocks[block];
        }
    }
}
