namespace Matchmaking.Parts;

/// <summary>A topic that one of two wants and the other has.</summary>
/// <param name="Id">Its id, by which it is the same whatever it is called.</param>
/// <param name="Topic">What the one who wants it calls it.</param>
/// <param name="Level">The level that the other has.</param>
internal readonly record struct WantedTopic(int Id, string Topic, int Level);
