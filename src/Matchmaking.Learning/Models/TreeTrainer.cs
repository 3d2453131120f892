namespace Matchmaking.Learning;

/// <summary>What trains boosted trees.</summary>
internal enum TreeTrainer
{
    /// <summary>LightGBM (Ke et al. 2017): native code, there for x64 alone (Linux with glibc, macOS, Windows).</summary>
    LightGbm,

    /// <summary>ML.NET's own, after Friedman (2001): managed code where there is no native one, so that it runs everywhere.</summary>
    FastTree,
}
