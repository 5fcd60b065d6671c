/// What kind of native file some bytes are, told by their first bytes and never by a name.
public enum NativeFormat: String, Sendable {
    case elf
    case machO = "macho"
    case pe
    case webAssembly = "wasm"
    case staticLibrary = "ar"
    case javaClass = "java-class"
}
