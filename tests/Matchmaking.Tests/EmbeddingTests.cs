using Microsoft.Extensions.AI;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

public class EmbeddingTests
{
    [Fact]
    public async Task The_hosts_embeddings_take_the_place_of_the_built_in_text_part()
    {
        // No word in common: only the embedding model knows that the first two speak of the same.
        Member[] members = [Text("ada", "feline"), Text("bob", "chat"), Text("cem", "bicycle")];
        Matchmaker matchmaker = await Create(members);

        Assert.Equal("bob", matchmaker.Suggest("ada")[0].To.Id);
        Assert.Equal(1, Part(matchmaker, "ada", "bob"), 6);
        Assert.Equal(0, Part(matchmaker, "ada", "cem"), 6);
    }

    [Fact]
    public async Task A_new_members_text_is_embedded_when_they_come()
    {
        Matchmaker matchmaker = await Create([Text("ada", "feline"), Text("bob", "bicycle")]);

        Assert.Throws<InvalidOperationException>(() => matchmaker.Upsert(Text("cem", "chat")));
        await matchmaker.UpsertAsync(Text("cem", "chat"), TestContext.Current.CancellationToken);

        Assert.Equal("cem", matchmaker.Suggest("ada")[0].To.Id);
    }

    [Fact]
    public async Task A_cancelled_upsert_changes_nothing()
    {
        Matchmaker matchmaker = await Create([Text("ada", "feline"), Text("bob", "bicycle")]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            matchmaker.UpsertAsync(Text("cem", "chat"), new CancellationToken(canceled: true))
        );
        Assert.False(matchmaker.Community.Contains("cem"));
    }

    private static Member Text(string id, string bio) => Person(id) with { Bio = bio };

    private static Task<Matchmaker> Create(Member[] members) =>
        global::Matchmaking.Matchmaker.CreateAsync(
            new Community(members),
            AtNow(new() { EmbeddingGenerator = new AnimalsAndMachines() }),
            TestContext.Current.CancellationToken
        );

    private static double Part(Matchmaker matchmaker, string from, string to) =>
        matchmaker.Explain(from, to).Introduction.Parts.Single(part => part.Part == ScorePart.Text).Forward;

    private sealed class AnimalsAndMachines : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options,
            CancellationToken cancellationToken
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(
                new GeneratedEmbeddings<Embedding<float>>(
                    values.Select(value => new Embedding<float>(
                        value.Contains("bicycle", StringComparison.Ordinal) ? new float[] { 0, 2 } : new float[] { 3, 0 }
                    ))
                )
            );
        }

        public object? GetService(Type serviceType, object? serviceKey) => null;

        public void Dispose() { }
    }
}
