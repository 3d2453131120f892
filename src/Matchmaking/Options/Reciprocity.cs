namespace Matchmaking;

/// <summary>How the two directed gains become one score. Each gives 0 where both gains are 0 and 1 where both are 1.</summary>
public enum Reciprocity
{
    /// <summary>
    /// 2·f·b / (f + b): near the smaller one, so that an introduction is good only where both gain (RECON; Pizzato et al. 2010).
    /// </summary>
    Harmonic,

    /// <summary>√(f·b).</summary>
    Geometric,

    /// <summary>The smaller of the two.</summary>
    Minimum,

    /// <summary>f·b: the probability that both say yes, where each is a probability and the two are independent.</summary>
    Product,
}
