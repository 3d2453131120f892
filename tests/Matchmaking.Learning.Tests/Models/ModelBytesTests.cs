using CsCheck;

namespace Matchmaking.Tests.Learning.Models;

public class ModelBytesTests
{
    private static readonly TrainingData s_data = Samples.Pairs(300, 4, seed: 1, members: 8);
    private static readonly CompiledTrees s_trees = BoostedTrees.Train(s_data, new() { Trees = 6 }, 1, CancellationToken.None);
    private static readonly CompiledLinear s_linear = LogisticModel.Train(
        s_data,
        new() { MemberEffects = true },
        1,
        CancellationToken.None
    );
    private static readonly CompiledFactors s_factors = FactorModel.Train(s_data, new() { Epochs = 5 }, 1, CancellationToken.None);
    private static readonly CompiledModel[] s_models =
    [
        s_trees,
        s_linear,
        s_factors,
        new BlendModel([s_trees, s_linear, s_factors], [.3, .3, .4]),
    ];

    [Fact]
    public void Models_read_again_are_the_same_to_the_last_bit()
    {
        foreach (CompiledModel model in s_models)
        {
            CompiledModel read = Samples.Read(Samples.Bytes(model));
            Assert.IsType(model.GetType(), read);
            Assert.Equal(Samples.Bytes(model), Samples.Bytes(read));
            for (int row = 0; row < s_data.Rows; row++)
                Assert.Equal(model.Logit(s_data.Row(row), 1, 2), read.Logit(s_data.Row(row), 1, 2));
        }
    }

    [Fact]
    public void Altered_bytes_are_refused_or_give_a_model_that_still_answers() =>
        Gen.Select(Gen.Int[0, 3], Gen.Select(Gen.Int[0, 1 << 20], Gen.Byte).Array[1, 6])
            .Sample(
                (which, changes) =>
                {
                    byte[] bytes = Samples.Bytes(s_models[which]);
                    foreach ((int place, byte value) in changes)
                        bytes[place % bytes.Length] = value;
                    Answer(bytes);
                }
            );

    [Fact]
    public void Truncated_bytes_are_refused() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1 << 20])
            .Sample(
                (which, length) =>
                {
                    byte[] bytes = Samples.Bytes(s_models[which]);
                    Assert.Throws<InvalidDataException>(() => Samples.Read(bytes[..(length % bytes.Length)]));
                }
            );

    [Fact]
    public void Any_bytes_are_refused_or_give_a_model_that_still_answers() =>
        Gen.Select(Gen.Byte[1, 4], Gen.Byte.Array[0, 200]).Sample((kind, bytes) => Answer([kind, .. bytes]));

    [Fact]
    public void A_count_alone_takes_no_memory()
    {
        // A linear model with one column, no terms, and fifty million effects of which none follows.
        byte[] bytes =
        [
            2,
            .. BitConverter.GetBytes(1),
            .. BitConverter.GetBytes(0.0),
            .. BitConverter.GetBytes(0),
            .. BitConverter.GetBytes(50_000_000),
        ];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Samples.Read(bytes));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void Trees_that_would_leave_their_array_or_the_row_are_refused()
    {
        TreeNode leaf = TreeNode.Leaf;
        Refused(2, [0], [new(0, 0, 1), leaf]);
        Refused(2, [0], [new(0, 2, 1), leaf, leaf]);
        Refused(2, [0], [new(float.NaN, 0, 1), leaf, leaf]);
        Refused(2, [1], [leaf, leaf]);
        Refused(2, [0, 0], [leaf]);
        Refused(2, [0, 3], [leaf]);
        Refused(2, [0, 1], [new(0, 0, 1), leaf, leaf]);
        Refused(2, [0], [leaf, leaf]);
        Refused(2, [0], [new(0, 0, 1), new(0, 0, 1), leaf, leaf]);
        Refused(0, [0], [leaf]);
        Refused(2, [], [leaf]);
        Assert.Equal(5, new CompiledTrees(2, 1, [0], [new(0, 0, 1), leaf, leaf], [3, 2, 4]).Logit([1, 0]));

        static void Refused(int columns, int[] roots, TreeNode[] nodes) =>
            Assert.Throws<InvalidDataException>(() => new CompiledTrees(columns, 0, roots, nodes, new double[nodes.Length]));
    }

    [Fact]
    public void Blends_nested_too_deep_are_refused()
    {
        CompiledModel model = s_linear;
        for (int i = 0; i < 6; i++)
            model = new BlendModel([model], [1]);
        byte[] bytes = Samples.Bytes(model);
        Assert.Throws<InvalidDataException>(() => Samples.Read(bytes));
    }

    private static void Answer(byte[] bytes)
    {
        CompiledModel model;
        try
        {
            model = Samples.Read(bytes);
        }
        catch (InvalidDataException)
        {
            return;
        }

        var row = new float[model.Columns];
        row.AsSpan().Fill(float.NaN);
        model.Logit(row, 3, 3);
        model.Contributions(row, new double[model.Columns], out _);
        row.AsSpan().Fill(1e30f);
        model.Logit(row, int.MaxValue, int.MinValue);
    }
}
