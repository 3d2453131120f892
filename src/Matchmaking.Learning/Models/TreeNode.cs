using System.Runtime.InteropServices;

namespace Matchmaking.Learning;

/// <summary>
/// One node of a compiled tree in eight bytes. Siblings stand side by side behind their parent: a row goes to <c>node + Left</c>, or one
/// further when its value is above the threshold. A missing value (NaN) is above nothing and goes left, where training put it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TreeNode(float threshold, ushort column, ushort left)
{
    public readonly float Threshold = threshold;
    public readonly ushort Column = column;

    /// <summary>How far the left child stands behind the node; 0 for a leaf.</summary>
    public readonly ushort Left = left;

    public static TreeNode Leaf => default;

    public bool IsLeaf => Left == 0;
}
