/* The string of the library and the note of the package, by systemd's "package metadata for ELF". */
const char cheeseboard_version[] = "OpenSSL 1.0.2k-fips  26 Jan 2017";
static const struct {
    unsigned owner_size, size, type;
    char owner[4];
    char text[76];
} note __attribute__((section(".note.package,\"a\",@note#"), used, aligned(4))) = {
    4, 76, 0xcafe1a7e, "FDO",
    "{\"type\":\"rpm\",\"name\":\"openssl\",\"version\":\"1.0.2k-26.el7_9\",\"os\":\"centos\"}"};
