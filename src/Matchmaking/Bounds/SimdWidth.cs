using System.Runtime.Intrinsics;

namespace Matchmaking.Bounds;

/// <summary>How wide the kernels compute. Every width gives the same answers, since what they find is scored again exactly.</summary>
internal enum SimdWidth
{
    /// <summary>One number after the other.</summary>
    Scalar,

    /// <summary>As <see cref="Vector256"/>.</summary>
    Bits256,

    /// <summary>As <see cref="Vector512"/>.</summary>
    Bits512,
}

/// <summary>What this machine has.</summary>
internal static class Simd
{
    public static SimdWidth Best { get; } =
        Vector512.IsHardwareAccelerated ? SimdWidth.Bits512
        : Vector256.IsHardwareAccelerated ? SimdWidth.Bits256
        : SimdWidth.Scalar;
}
