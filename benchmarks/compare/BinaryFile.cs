using System.Runtime.InteropServices;

namespace Matchmaking.Compare;

/// <summary>The workloads' files: little-endian numbers without a header.</summary>
internal static class BinaryFile
{
    public static T[] Read<T>(string folder, string name)
        where T : unmanaged
    {
        using FileStream file = File.OpenRead(Path.Combine(folder, name));
        var values = new T[file.Length / Marshal.SizeOf<T>()];
        file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
