namespace Matchmaking.Collections;

/// <summary>Sorts a handful of things by strength, strongest first; equals keep their order. Allocates nothing.</summary>
internal static class StrongestFirst
{
    public static void Sort<T>(Span<T> items, Func<T, double> strength)
    {
        for (int i = 1; i < items.Length; i++)
        {
            T item = items[i];
            double own = strength(item);
            int at = i;
            for (; at > 0 && strength(items[at - 1]) < own; at--)
                items[at] = items[at - 1];
            items[at] = item;
        }
    }
}
