/* Words of programs that use libraries, or look at the files of others, and are none of them. */
const char *const cheeseboard_words[] = {
    "__pyx_capi__",          /* numba asks Cython's modules for it */
    "*.pyx",
    "OpenSSL",               /* before it is opened by dlopen */
    "OpenSSL 3.0 or newer",
    "libcrypto.so.3",
    "HPE_INVALID_METHOD",    /* llhttp's errors, by which LIEF would be llhttp */
    "built by rustc version", "Swift version", "disallowed in GHC 6.10.2 and later",
    "pyo3", "pybind11", "nanobind_add", "_cffi_backend", "registry/src/", "git/checkouts/",
    "libcurl/unknown", "inflate 3 times",
};
