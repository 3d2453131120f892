using System.Text;

namespace Matchmaking.Cli.Output;

/// <summary>
/// A file that is there whole or not at all (<see cref="WholeFile"/>). It is opened before the work begins, so that a folder that cannot be
/// written to is found out at once.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly WholeFile _file;
    private readonly StreamWriter _writer;

    public OutputFile(string path)
    {
        if (Directory.Exists(path))
            throw new InputException(ToolText.Of("IsAFolder", path));
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new InputException(ToolText.Of("NoFolder", folder));
        try
        {
            _file = new WholeFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The platform's message names the file beside the place, of which the user knows nothing.
            throw new InputException(File.Exists(path) ? ToolText.Of("CannotWrite", path) : ToolText.Of("CannotMake", path, folder));
        }

        _writer = new StreamWriter(_file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
    }

    public TextWriter Writer => _writer;

    /// <summary>Whether a file can be written, for one that is written later and by others.</summary>
    public static void Check(string path)
    {
        // Who reads a pipe would take what is opened and closed for the end.
        if (!OrdinaryFile.MayBeDevice(path))
            new OutputFile(path).Dispose();
    }

    public void Commit()
    {
        _writer.Flush();
        _file.Commit();
    }

    public void Dispose()
    {
        _file.Dispose();
    }
}
