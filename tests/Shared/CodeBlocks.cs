using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Matchmaking.Tests;

/// <summary>The C# of a Markdown document: its blocks read as one program, as a reader who tries them in order would type it.</summary>
internal static partial class CodeBlocks
{
    private static readonly string[] s_usings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    public static IReadOnlyList<string> In(string markdown, string language = "csharp") =>
        [
            .. Fence()
                .Matches(markdown)
                .Where(match => match.Groups["language"].Value == language)
                .Select(match => match.Groups["code"].Value),
        ];

    /// <summary>The blocks as one program: what is to be done first, and then the types that a reader would put into files.</summary>
    public static IReadOnlyList<string> Program(IReadOnlyList<string> blocks) =>
        [.. blocks.Where(block => !IsType(block)), "return;\n", .. blocks.Where(IsType)];

    /// <summary>The lines of a document outside its code.</summary>
    public static IEnumerable<string> Prose(string markdown) =>
        Fence().Replace(markdown, "").Split('\n').Select(line => line.TrimEnd('\r'));

    /// <summary>The compiler's errors, none where the program is right.</summary>
    public static IReadOnlyList<string> Compile(IReadOnlyList<string> blocks) =>
        [
            .. Compilation(blocks)
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString()),
        ];

    /// <summary>Runs a program that returns a number.</summary>
    public static int Run(IReadOnlyList<string> blocks)
    {
        using var assembly = new MemoryStream();
        EmitResult made = Compilation(blocks).Emit(assembly);
        Assert.True(made.Success, string.Join('\n', made.Diagnostics));
        return (int)Assembly.Load(assembly.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()])!;
    }

    private static CSharpCompilation Compilation(IReadOnlyList<string> blocks)
    {
        SyntaxTree program = CSharpSyntaxTree.ParseText(
            UsingsFirst(string.Concat(blocks)),
            CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)
        );
        SyntaxTree usings = CSharpSyntaxTree.ParseText(string.Concat(s_usings.Select(name => $"global using {name};")));
        return CSharpCompilation.Create(
            "Document",
            [program, usings],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
        );
    }

    /// <summary>A document names a namespace where it is first needed; a program names all of them first.</summary>
    private static string UsingsFirst(string code)
    {
        IEnumerable<string> usings = Using().Matches(code).Select(match => match.Value).Distinct();
        return string.Concat(usings) + Using().Replace(code, "");
    }

    private static bool IsType(string block) => Using().Replace(block, "").TrimStart().StartsWith("public ", StringComparison.Ordinal);

    [GeneratedRegex(@"^using [A-Z][\w.]*;\r?\n", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^```(?<language>[a-z]*)\r?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
