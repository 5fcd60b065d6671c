"""Small native files to begin with: those of the tests, and pieces of Mach-O and PE that no linker here writes."""

import pathlib
import struct

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "Tests" / "NativeInspectionTests" / "Fixtures"


def fixtures(magic):
    """The compiled files of the tests that begin so."""
    for path in sorted(FIXTURES.iterdir()):
        data = path.read_bytes()
        if data.startswith(magic):
            yield data


def elfs():
    return fixtures(b"\x7fELF")


class MachO:
    """A thin file by <mach-o/loader.h>; the tables behind the load commands begin at TABLES."""

    TABLES = 0x300

    def __init__(self, order="<", wide=True, processor=0x0100000C, file_type=6):
        self.order, self.wide, self.processor, self.file_type = order, wide, processor, file_type
        self.commands, self.tables = [], b""

    def pack(self, letters, *values):
        return struct.pack(self.order + letters.replace("P", "Q" if self.wide else "I"), *values)

    def add(self, kind, payload):
        payload += bytes(-len(payload) % 8)
        self.commands.append(self.pack("II", kind, 8 + len(payload)) + payload)

    def table(self, data):
        offset = self.TABLES + len(self.tables)
        self.tables += data + bytes(-len(data) % 8)
        return offset

    def segment(self, name, protection, flags, *sections):
        rows, first = b"", self.TABLES + len(self.tables)
        for section, kind, data in sections:
            rows += struct.pack("16s16s", section, name) + self.pack("PP", 0x1000, len(data))
            rows += self.pack("IIIIIII", self.table(data), 0, 0, 0, kind, 0, 0)
            rows += self.pack("I", 0) if self.wide else b""
        size = self.TABLES + len(self.tables) - first
        head = struct.pack("16s", name) + self.pack("PPPP", 0x1000, 0x1000, first, max(size, 1))
        self.add(0x19 if self.wide else 1, head + self.pack("IIII", 7, protection, len(sections), flags) + rows)

    def library(self, path, kind=0xC):
        self.add(kind, self.pack("IIII", 24, 0, 0, 0) + path + b"\0")

    def symbols(self, *symbols):
        rows, names = b"", b" \0"
        for kind, name in symbols:
            rows += self.pack("IBBHP", len(names), kind, 0, 0, 0)
            names += name + b"\0"
        self.add(2, self.pack("IIII", self.table(rows), len(symbols), self.table(names), len(names)))

    def linkedit(self, kind, data):
        self.add(kind, self.pack("II", self.table(data), len(data)))

    def signature(self):
        text = b"org.example\0TEAM\0"
        directory = struct.pack(">IIIIIIIIIBBBBIII", 0xFADE0C02, 88 + len(text), 0x20400, 0x10000, 88, 88, 0, 0,
                                self.TABLES + len(self.tables), 32, 2, 0, 12, 0, 0, 88 + 12)
        directory = directory.ljust(88, b"\0") + text
        blobs = struct.pack(">III", 0xFADE0CC0, 28 + len(directory) + 16, 2)
        blobs += struct.pack(">IIII", 0, 28, 0x10000, 28 + len(directory))
        self.linkedit(0x1D, blobs + directory + struct.pack(">IIQ", 0xFADE0B01, 16, 0))

    def bytes(self):
        body = b"".join(self.commands)
        head = self.pack("IIIIIII", 0xFEEDFACF if self.wide else 0xFEEDFACE, self.processor, 0, self.file_type,
                         len(self.commands), len(body), 0x200085)
        head += (self.pack("I", 0) if self.wide else b"") + body
        assert len(head) <= self.TABLES, len(head)
        return head.ljust(self.TABLES, b"\0") + self.tables


# A root with two edges, `_PyInit_` to a node with two more, and `_f`.
TRIE = b"\0\2_PyInit_\0\x10_f\0\x20" + b"\0\2a\0\x18b\0\x1c" + 3 * b"\2\0\0\0"


def whole(**kind):
    """A library with each load command that tells something."""
    file = MachO(**kind)
    file.segment(b"__TEXT", 5, 0,
                 (b"__text", 0x80000400, bytes.fromhex("5f2403d5 fd7bbfa9 c0035fd6")),
                 (b"__cstring", 2, b"/rustc/0123456789abcdef/library\0OpenSSL 3.0.13 30 Jan 2024\0"))
    file.segment(b"__DATA_CONST", 3, 0x10)
    file.library(b"@rpath/libx.dylib", 0xD)
    file.library(b"/usr/lib/libSystem.B.dylib")
    file.add(0x8000001C, file.pack("I", 12) + b"@loader_path\0")
    file.add(0x32, file.pack("IIIIII", 1, 0xB0000, 0xE0000, 1, 3, 0x4550000))
    file.add(0x1B, bytes(range(16)))
    file.symbols((1, b"_malloc"), (1, b"___stack_chk_fail"), (15, b"_PyInit_x"), (14, b"_local"), (0x66, b"a.o"))
    file.signature()
    return file


def stripped():
    """One whose names stand in the chained fixups and the trie alone."""
    file = MachO(file_type=8)
    imports = struct.pack("<IIIIIIIII", 0, 28, 28, 36, 2, 1, 0, 1 | 1 << 9, 1 | 9 << 9)
    file.linkedit(0x80000034, imports + b"\0_malloc\0_PyList_New\0")
    file.linkedit(0x80000033, TRIE)
    file.add(0x24, file.pack("II", 0xA0900, 0xB0000))
    return file


def fat(files, wide=False):
    head = struct.pack(">II", 0xCAFEBABF if wide else 0xCAFEBABE, len(files))
    offset, body = 0x100, b""
    for file in files:
        data = file.bytes()
        head += struct.pack(">IIQQII" if wide else ">IIIII", file.processor, 0, offset + len(body), len(data), 2,
                            *([0] if wide else []))
        body += data
    return head.ljust(offset, b"\0") + body


def machos():
    yield whole().bytes()
    yield whole(order=">", wide=False, processor=18).bytes()
    yield whole(processor=7, wide=False, file_type=2).bytes()
    yield stripped().bytes()
    yield fat([whole(processor=0x01000007), stripped()])
    yield fat([stripped(), stripped()], wide=True)


class PE:
    """A file by Microsoft's specification; all tables stand in .rdata, at the address 0x1000."""

    ADDRESS, OFFSET = 0x1000, 0x400

    def __init__(self, wide=True, base=0x10000000):
        self.wide, self.base, self.data, self.directories = wide, base, b"", {}

    def add(self, data):
        address = self.ADDRESS + len(self.data)
        self.data += data + bytes(-len(data) % 8)
        return address

    def directory(self, index, data):
        self.directories[index] = (self.add(data), len(data))

    def functions(self, names):
        pointer = "<Q" if self.wide else "<I"
        rows = [name if isinstance(name, int) else self.add(b"\0\0" + name + b"\0") for name in names]
        return self.add(b"".join(struct.pack(pointer, row) for row in [*rows, 0]))

    def imports(self):
        by_number = (1 << 63 if self.wide else 1 << 31) | 3
        table = self.functions([b"PyList_New", b"__GSHandlerCheck", by_number])
        self.directory(1, struct.pack("<IIIII", table, 0, 0, self.add(b"python3.dll\0"), table) + bytes(20))
        table = self.functions([b"CoInitialize"])
        # Where the first bit is not set, the rows hold addresses of memory.
        attributes = 1 if self.base == 0x10000000 else 0
        row = struct.pack("<IIIIIIII", attributes, self.add(b"ole32.dll\0"), 0, table, table, 0, 0, 0)
        self.directory(13, row + bytes(32))

    def exports(self, name):
        row = struct.pack("<IIIIIII", self.add(b"x.pyd\0"), 1, 1, 1, self.add(struct.pack("<I", self.ADDRESS)),
                          self.add(struct.pack("<I", self.add(name + b"\0"))), self.add(bytes(2)))
        self.directory(0, bytes(12) + row)

    def configuration(self):
        fields = {0x58: 1, 0x70: 1, 0x90: 0x500} if self.wide else {0x3C: 1, 0x40: 1, 0x44: 2, 0x58: 0x500}
        data = bytearray(struct.pack("<I", 0xA0) + bytes(0xFC))
        for offset, value in fields.items():
            struct.pack_into("<I", data, offset, value)
        self.directory(10, bytes(data))

    def debug(self):
        entries = [(2, b"RSDS" + bytes(20) + b"x.pdb\0"), (20, b"\1\0\0\0"), (16, bytes(36))]
        rows = b""
        for kind, data in entries:
            address = self.add(data)
            rows += struct.pack("<IIIIIII", 0, 0, 0, kind, len(data), address, address - self.ADDRESS + self.OFFSET)
        self.directory(6, rows)

    def bytes(self):
        mask = 0x12345678
        rich = b"".join(struct.pack("<I", word ^ mask) for word in (0x536E6144, 0, 0, 0, 0x1058989, 12))
        start = (b"MZ" + bytes(58) + struct.pack("<I", 0x100) + bytes(64) + rich + b"Rich"
                 + struct.pack("<I", mask)).ljust(0x100, b"\0")
        data = self.data + bytes(-len(self.data) % 512)
        code = b"\xf3\x0f\x1e\xfa\xc3".ljust(512, b"\xcc")
        places = [(b".rdata", self.ADDRESS, data, 0x40000040), (b"/4", 0x20000, code, 0x60000020)]
        rows, body = b"", b""
        for name, address, content, flags in places:
            rows += struct.pack("<8sIIII12xI", name, len(content), address, len(content), self.OFFSET + len(body), flags)
            body += content
        symbols = b"".join(struct.pack("<8sIHHBB", name, 0, 1, 0x20, 2, 0)
                           for name in (b"main", struct.pack("<II", 0, 4)))
        strings = b".a_long_section\0"
        certificate = struct.pack("<IHHQ", 16, 0x200, 2, 0)
        symbols_at = self.OFFSET + len(body)
        body += symbols + struct.pack("<I", 4 + len(strings)) + strings
        self.directories[4] = (self.OFFSET + len(body), len(certificate))
        coff = struct.pack("<HHIIIHH", 0x8664 if self.wide else 0x14C, 2, 0, symbols_at, 2,
                           240 if self.wide else 224, 0x2022)
        optional = struct.pack("<HBB20x", 0x20B if self.wide else 0x10B, 14, 44)
        optional += struct.pack("<Q" if self.wide else "<4xI", self.base)
        optional += struct.pack("<II16xIIIHH", 0x1000, 0x200, 0x80000, 0x400, 0, 2, 0x4160)
        optional += bytes(36 if self.wide else 20) + struct.pack("<I", 16)
        optional += b"".join(struct.pack("<II", *self.directories.get(index, (0, 0))) for index in range(16))
        head = start + b"PE\0\0" + coff + optional + rows
        return head.ljust(self.OFFSET, b"\0") + body + certificate


def pes():
    yield from fixtures(b"MZ")
    for kind in ({}, {"wide": False}, {"base": 1 << 63}, {"base": (1 << 63) + 0x2000}):
        file = PE(**kind)
        file.imports()
        file.exports(b"PyInit_x")
        file.configuration()
        file.debug()
        yield file.bytes()


def natives():
    """A few of each format, and what is only named."""
    yield from list(elfs())[::8]
    yield from machos()
    yield from pes()
    yield b"\0asm\1\0\0\0"
    yield b"!<arch>\nx.o/            0           0     0     644     4         `\n\0\0\0\0"
    yield b"\xca\xfe\xba\xbe\0\0\0\x34"
