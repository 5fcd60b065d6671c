/// The functions that the C library has a checking variant of (`__memcpy_chk` for `memcpy`).
///
/// Those of glibc up to 2.42: what `_FORTIFY_SOURCE` replaces. Apple's and bionic's variants are among
/// them.
enum FortifiableFunctions {
    /// Their names without `__` and `_chk`.
    static let names: Set<String> = Set(
        list.split(whereSeparator: \.isWhitespace).map(String.init))

    /// What compilers call of their own accord; bare, they say nothing about the source's flags.
    static let emittedByCompilers: Set<String> = ["memcpy", "memmove", "memset"]

    /// What a fortified build replaces whatever the sizes, so that a bare import shows code that was
    /// built without.
    static let alwaysReplaced: Set<String> = ["fprintf", "printf", "vfprintf", "vprintf"]

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
