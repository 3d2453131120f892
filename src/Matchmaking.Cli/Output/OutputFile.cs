using System.Text;

namespace Matchmaking.Cli.Output;

/// <summary>
/// A file that is there whole or not at all: it is written beside its place and moved there when it is complete. It is opened before the
/// work begins, so that a folder that cannot be written to is found out at once.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string? _temporary;
    private readonly StreamWriter _writer;

    public OutputFile(string path)
    {
        if (Directory.Exists(path))
            throw new InputException($"{path} is a folder; --out takes a file");
        _path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(_path)!;
        if (!Directory.Exists(folder))
            throw new InputException($"--out: there is no folder {folder}");

        // A device cannot be replaced by a file that is moved onto it.
        bool isDevice = !OperatingSystem.IsWindows() && _path.StartsWith("/dev/", StringComparison.Ordinal);
        _temporary = isDevice ? null : Path.Combine(folder, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            _writer = new StreamWriter(_temporary ?? _path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The platform's message names the file beside the place, of which the user knows nothing.
            throw new InputException($"--out: {path} cannot be written{(_temporary is null ? "" : $": no file can be made in {folder}")}");
        }
    }

    public TextWriter Writer => _writer;

    public void Commit()
    {
        _writer.Dispose();
        if (_temporary is not null)
            File.Move(_temporary, _path, overwrite: true);
    }

    public void Dispose()
    {
        _writer.Dispose();
        if (_temporary is not null)
            File.Delete(_temporary);
    }
}
