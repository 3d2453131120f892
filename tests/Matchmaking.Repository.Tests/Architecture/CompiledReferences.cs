using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Matchmaking.Tests.Architecture;

/// <summary>
/// Which types of an assembly refer to which, in signatures and in the bodies of methods, and in which folder each stands. What the
/// compiler puts in place of a name, such as the value of a constant, is not seen.
/// </summary>
internal sealed class CompiledReferences : IDisposable
{
    private readonly AssemblyDefinition _assembly;
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To)> _references = [];

    /// <param name="assembly">The file of the assembly.</param>
    /// <param name="sources">The folder of its project.</param>
    public CompiledReferences(string assembly, string sources)
    {
        _assembly = AssemblyDefinition.ReadAssembly(assembly);
        foreach (string file in Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories))
        {
            string[] path = Path.GetRelativePath(sources, file).Split(Path.DirectorySeparatorChar);
            if (path[0] is "obj" or "bin")
                continue;
            SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
            foreach (MemberDeclarationSyntax type in root.DescendantNodes().OfType<MemberDeclarationSyntax>())
            {
                string? name = type switch
                {
                    BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
                    DelegateDeclarationSyntax declared => declared.Identifier.Text,
                    _ => null,
                };
                if (name is not null && type.Parent is BaseNamespaceDeclarationSyntax)
                    _folders[name] = path.Length > 1 ? path[0] : "";
            }
        }

        foreach (TypeDefinition type in _assembly.MainModule.Types)
            Visit(type, Outermost(type));
    }

    /// <summary>The folders that hold types; "" is the project's own.</summary>
    public IReadOnlyCollection<string> Folders => [.. _folders.Values.Distinct()];

    /// <summary>References from a type of one folder to a type of another.</summary>
    public IEnumerable<(string From, string FromFolder, string To, string ToFolder)> BetweenFolders =>
        from reference in _references
        let fromFolder = _folders[reference.From]
        let toFolder = _folders[reference.To]
        where fromFolder != toFolder
        orderby fromFolder, toFolder, reference.From, reference.To
        select (reference.From, fromFolder, reference.To, toFolder);

    public void Dispose() => _assembly.Dispose();

    private void Visit(TypeDefinition type, string from)
    {
        Add(from, type.BaseType);
        foreach (InterfaceImplementation implemented in type.Interfaces)
            Add(from, implemented.InterfaceType);
        foreach (TypeReference constraint in type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType))
            Add(from, constraint);
        foreach (FieldDefinition field in type.Fields)
            Add(from, field.FieldType);
        foreach (CustomAttribute attribute in type.CustomAttributes)
            Add(from, attribute.AttributeType);
        foreach (MethodDefinition method in type.Methods)
            Visit(method, from);
        foreach (TypeDefinition nested in type.NestedTypes)
            Visit(nested, from);
    }

    private void Visit(MethodDefinition method, string from)
    {
        AddCall(from, method);
        foreach (TypeReference constraint in method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType))
            Add(from, constraint);
        if (!method.HasBody)
            return;
        foreach (VariableDefinition variable in method.Body.Variables)
            Add(from, variable.VariableType);
        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
            Add(from, handler.CatchType);
        foreach (Instruction instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference type:
                    Add(from, type);
                    break;
                case MethodReference called:
                    Add(from, called.DeclaringType);
                    AddCall(from, called);
                    break;
                case FieldReference field:
                    Add(from, field.DeclaringType);
                    Add(from, field.FieldType);
                    break;
            }
        }
    }

    private void AddCall(string from, MethodReference method)
    {
        Add(from, method.ReturnType);
        foreach (ParameterDefinition parameter in method.Parameters)
            Add(from, parameter.ParameterType);
        if (method is GenericInstanceMethod generic)
        {
            foreach (TypeReference argument in generic.GenericArguments)
                Add(from, argument);
        }
    }

    private void Add(string from, TypeReference? to)
    {
        switch (to)
        {
            case null or GenericParameter or FunctionPointerType:
                return;
            case GenericInstanceType generic:
                foreach (TypeReference argument in generic.GenericArguments)
                    Add(from, argument);
                Add(from, generic.ElementType);
                return;
            case TypeSpecification specified:
                Add(from, specified.ElementType);
                return;
        }

        string name = Outermost(to);
        if (to.Scope == _assembly.MainModule && name != from && _folders.ContainsKey(name) && _folders.ContainsKey(from))
            _references.Add((from, name));
    }

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        int arity = type.Name.IndexOf('`');
        return arity < 0 ? type.Name : type.Name[..arity];
    }
}
