using System.Text;

namespace Matchmaking.Cli.Output;

/// <summary>Messages quote what stands in files; line breaks and escape sequences from there must not reach the terminal.</summary>
internal static class OneLine
{
    public static string Of(string message)
    {
        var line = new StringBuilder(message.Length);
        foreach (char c in message)
        {
            if (!char.IsControl(c) && c is not ('\u2028' or '\u2029'))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return PrintableText.Of(line.ToString().TrimEnd());
    }
}
