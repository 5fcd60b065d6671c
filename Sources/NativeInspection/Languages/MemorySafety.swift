/// Which languages check memory.
public enum MemorySafety {
    /// Those whose ordinary code cannot write outside of what it owns, by the names of findings.
    public static let languages: Set<String> = ["rust", "go", "swift", "haskell", "ocaml"]
}
