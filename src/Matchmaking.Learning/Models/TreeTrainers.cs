using System.Runtime.InteropServices;
using Microsoft.ML.Trainers.LightGbm;

namespace Matchmaking.Learning;

/// <summary>Which <see cref="TreeTrainer"/> runs here.</summary>
internal static class TreeTrainers
{
    /// <summary>LightGBM where its native library can be loaded, else FastTree.</summary>
    public static TreeTrainer Here { get; } =
        NativeLibrary.TryLoad("lib_lightgbm", typeof(LightGbmBinaryTrainer).Assembly, null, out _)
            ? TreeTrainer.LightGbm
            : TreeTrainer.FastTree;
}
