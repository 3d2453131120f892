using System.Collections.Concurrent;
using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// What later stages work out of an index once and keep with it, one value a type: what is laid out for searches, what learned models see.
/// For any number of threads; each value is made at first use, once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DerivedValues(CommunityIndex index)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _values = [];

    /// <summary>The value of a type.</summary>
    /// <param name="make">Makes it at first use, of the index alone; the same function for all who ask for the type.</param>
    public T Get<T>(Func<CommunityIndex, T> make)
        where T : class => (T)_values.GetOrAdd(typeof(T), static (_, of) => new Lazy<object>(() => of.make(of.index)), (index, make)).Value;

    /// <summary>Whether anybody has asked for the value.</summary>
    internal bool Has<T>()
        where T : class => _values.TryGetValue(typeof(T), out Lazy<object>? value) && value.IsValueCreated;
}
