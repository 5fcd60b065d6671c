/// The functions that C libraries have a checking variant of (`__memcpy_chk` for `memcpy`), which
/// `_FORTIFY_SOURCE` has compilers call.
package enum FortifiableFunctions {
    /// Without `__` and `_chk`: those that hardening-check knows, and what glibc added since, up to
    /// `inet_pton` in 2.42.
    static let names: Set<String> = Set(
        list.split(whereSeparator: \.isWhitespace).map(String.init))

    /// What compilers call of their own accord; bare, they say nothing about the source's flags.
    package static let emittedByCompilers: Set<String> = ["memcpy", "memmove", "memset"]

    /// What headers of glibc replace whatever the sizes, so that a bare import shows code that was built
    /// without; other libraries' headers replace only what works on an object of known size.
    static let alwaysReplacedByGlibc: Set<String> = ["fprintf", "printf", "vfprintf", "vprintf"]

    /// Variants that one object of many may have brought along, and that say nothing of the rest.
    static let weakVariants: Set<String> = [
        "__explicit_bzero_chk", "__fdelt_chk", "__longjmp_chk",
    ]

    /// The variants that bionic, Android's C library, has besides: its `libc/bionic/fortify.cpp` and
    /// `libc/libc.map.txt`.
    private static let bionicVariants: Set<String> = [
        "__FD_CLR_chk", "__FD_ISSET_chk", "__FD_SET_chk", "__fwrite_chk", "__memchr_chk",
        "__memrchr_chk", "__ppoll64_chk", "__pwrite64_chk", "__pwrite_chk", "__sendto_chk",
        "__stpncpy_chk2", "__strchr_chk", "__strlen_chk", "__strncpy_chk2", "__strrchr_chk",
        "__umask_chk", "__write_chk",
    ]

    /// Whether a name is that of a checking variant; a function of the project may end in `_chk` too.
    static func isVariant(_ name: String, isBionic: Bool) -> Bool {
        guard name.utf8.starts(with: "__".utf8) else { return false }
        if isBionic, bionicVariants.contains(name) { return true }
        return name.hasSuffix("_chk") && name.utf8.count > 6
            && names.contains(String(name.dropFirst(2).dropLast(4)))
    }

    private static let list = """
        asprintf confstr dprintf explicit_bzero fdelt fgets fgets_unlocked fgetws fgetws_unlocked
        fprintf fread fread_unlocked fwprintf getcwd getdomainname getgroups gethostname getlogin_r
        getwd gets inet_ntop inet_pton longjmp mbsnrtowcs mbsrtowcs mbstowcs memcpy memmove mempcpy
        memset obstack_printf obstack_vprintf poll ppoll pread pread64 printf ptsname_r read readlink
        readlinkat realpath recv recvfrom snprintf sprintf stpcpy stpncpy strcat strcpy strlcat strlcpy
        strncat strncpy swprintf syslog ttyname_r vasprintf vdprintf vfprintf vfwprintf vprintf
        vsnprintf vsprintf vswprintf vsyslog vwprintf wcpcpy wcpncpy wcrtomb wcscat wcscpy wcslcat
        wcslcpy wcsncat wcsncpy wcsnrtombs wcsrtombs wcstombs wctomb wmemcpy wmemmove wmempcpy wmemset
        wprintf
        """
}
