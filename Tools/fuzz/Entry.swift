/// What libFuzzer calls with each input; the target's file says what is done with it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    // SAFETY: libFuzzer passes the start and the length of a buffer that lives for this call.
    readFuzzed(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
