using System.Runtime.CompilerServices;

namespace Matchmaking.Tests.Retrieval;

public class ForgottenIndexTests
{
    [Fact]
    public void A_matchmaker_that_nobody_has_any_more_leaves_the_memory_whoever_asked_it()
    {
        WeakReference index = Asked();

        Collect(index);

        Assert.False(index.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Asked()
        {
            Matchmaker matchmaker = Many();
            foreach (IntroductionKind kind in Enum.GetValues<IntroductionKind>())
                matchmaker.Suggest("m1", new SuggestOptions { Kind = kind });
            return new WeakReference(Segments.Of(matchmaker.Index).Whole);
        }
    }

    // Waits, rather than awaits: what runs on after an await stands on the stack of what it awaited, which holds what it held.
    [Fact]
    public void What_changes_were_folded_into_leaves_the_memory()
    {
        Matchmaker matchmaker = Many();
        WeakReference before = Whole(matchmaker),
            delta = Changed(matchmaker);

        Fold(matchmaker);
        Collect(before, delta);

        Assert.False(before.IsAlive);
        Assert.False(delta.IsAlive);
        GC.KeepAlive(matchmaker);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Whole(Matchmaker matchmaker)
        {
            matchmaker.Suggest("m1");
            return new WeakReference(Segments.Of(matchmaker.Index).Whole);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Changed(Matchmaker matchmaker)
        {
            for (int i = 0; i < 200; i++)
                matchmaker.Upsert(matchmaker.Community.Members[i] with { Name = "changed" });
            matchmaker.UpkeepWork.GetAwaiter().GetResult();
            matchmaker.Suggest("m1");
            return new WeakReference(Segments.Of(matchmaker.Index).Delta);
        }
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(1_300, true)]
    public void Who_was_removed_leaves_the_memory_when_the_whole_is_built_again_in_a_small_community_at_once(int members, bool folds)
    {
        Matchmaker matchmaker = Many(members);
        WeakReference removed = Removed(matchmaker);

        if (folds)
            Fold(matchmaker);
        Collect(removed);

        Assert.False(removed.IsAlive);
        GC.KeepAlive(matchmaker);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Removed(Matchmaker matchmaker)
        {
            matchmaker.Suggest("m1");
            var removed = new WeakReference(matchmaker.Community.Members[7]);
            matchmaker.Remove("m7");
            matchmaker.UpkeepWork.GetAwaiter().GetResult();
            return removed;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fold(Matchmaker matchmaker)
    {
        for (int i = 0; i < 1_200; i++)
            matchmaker.Upsert(matchmaker.Community.Members[i % 600] with { Name = $"changed {i}" });
        matchmaker.UpkeepWork.GetAwaiter().GetResult();
        matchmaker.Suggest("m1");
    }

    // More than are all scored without a search, and too many to be fitted at every change.
    private static Matchmaker Many(int members = 1_300)
    {
        Community community = RandomCommunity.Generate(members, 3);
        return global::Matchmaking.Matchmaker.Create(
            new Community([.. community.Members.Select((member, i) => member with { Id = $"m{i}", Blocks = [] })]),
            People.AtNow()
        );
    }

    /// <summary>A thread that has done its work may hold it for another moment.</summary>
    private static void Collect(params WeakReference[] forgotten)
    {
        for (int i = 0; i < 100 && Array.Exists(forgotten, reference => reference.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(i < 3 ? 0 : 100);
        }
    }
}
