namespace Matchmaking.Selection;

/// <summary>
/// An answer for each member, on all cores, in the members' order. A block is worked out while the one before it is read, so that no more
/// than two are held, however large the community and however slow the reader.
/// </summary>
internal static class CommunityStream
{
    private const int BlockSize = 128;

    /// <param name="members">The positions asked for, in order.</param>
    /// <param name="answer">Called from several threads.</param>
    /// <param name="progress">Is told the share of the members who have been answered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IEnumerable<T> Run<T>(
        IReadOnlyList<int> members,
        Func<int, T> answer,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<T[]> next = Block(0);
        try
        {
            for (int start = 0; start < members.Count; start += BlockSize)
            {
                T[] block = next.GetAwaiter().GetResult();
                next = Block(start + BlockSize);
                progress?.Report(new WorkProgress { Stage = "Suggesting", Share = (double)(start + block.Length) / members.Count });
                foreach (T one in block)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return one;
                }
            }
        }
        finally
        {
            // A reader who breaks off leaves no work behind; what failed in a block that nobody will read is nobody's fault to be told.
            stop.Cancel();
            ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
            _ = next.Exception;
        }

        Task<T[]> Block(int start) =>
            Task.Run(
                () =>
                {
                    var answers = new T[Math.Clamp(members.Count - start, 0, BlockSize)];
                    ParallelWork.For(answers.Length, ParallelWork.Here(cancellationToken: stop.Token), i =>
                        answers[i] = answer(members[start + i])
                    );
                    return answers;
                    // It ends by the token within: whoever waits for it finds it begun.
                },
                CancellationToken.None
            );
    }
}
