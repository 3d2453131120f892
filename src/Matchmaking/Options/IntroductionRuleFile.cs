using Matchmaking.Options;

namespace Matchmaking;

/// <summary>
/// Rules as data: a JSON file of rules on attributes, each with its own code and text. <c>docs/rules.schema.json</c> describes it,
/// <c>docs/rounds.md</c> has examples: not the same department, not one's own manager, the same site first and else online.
/// </summary>
public static class IntroductionRuleFile
{
    /// <summary>Reads the rules of a file, for <see cref="MatchmakerOptions.Rules"/> or the options of a call.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CommunityFormatException">
    /// The file is missing or not what it should be; the message names the line.
    /// </exception>
    public static IReadOnlyList<IIntroductionRule> Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string name = Path.GetFileName(path);
        try
        {
            return RuleReader.Read(File.ReadAllBytes(path), name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommunityFormatException(name, 0, "cannot be read", exception);
        }
    }

    /// <summary>Reads rules from a stream, which stays open and is read to its end.</summary>
    /// <param name="stream">Where from.</param>
    /// <exception cref="CommunityFormatException">The rules are not what they should be; the message names the line.</exception>
    public static IReadOnlyList<IIntroductionRule> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return RuleReader.Read(bytes.ToArray(), "stream");
    }
}
