namespace Matchmaking.Members;

/// <summary>Opens a file of data, or says what is wrong with it by its name.</summary>
internal static class InputFile
{
    /// <exception cref="CommunityFormatException">It cannot be read, or is no file: a folder, or a pipe, which might never end.</exception>
    public static Stream Open(string path)
    {
        try
        {
            // The readers have buffers of their own.
            return OrdinaryFile.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommunityFormatException(Path.GetFileName(path), 0, $"cannot be read: {fault.Message}", fault);
        }
    }
}
