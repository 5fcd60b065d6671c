import CCurl

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// One transfer of libcurl, set up, done and forgotten on one thread.
///
/// This file is the only one of the room that touches C. No transfer heeds the environment's
/// proxies, the user's files or signals.
@safe struct CurlTransfer: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>]
    /// Kept to the very end: libcurl says goodbye to a mail server when the handle goes.
    private var exchange: CurlExchange?

    /// libcurl asks to be set up once, before any thread uses it.
    private static let isReady: Bool = {
        // A static's initialiser runs once, whoever comes first.
        curl_global_init(CHEESEBOARD_CURL_GLOBAL) == CURLE_OK
    }()

    /// A transfer to an address, of these schemes alone.
    init(_ address: String, schemes: String) throws {
        // SAFETY: the handle is ours alone until deinit.
        guard Self.isReady, let handle = unsafe curl_easy_init() else { throw CurlUnavailable() }
        unsafe self.handle = handle
        unsafe lists = []
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROXY, "")
        set(CURLOPT_PROTOCOLS_STR, schemes)
        set(CURLOPT_REDIR_PROTOCOLS_STR, schemes)
        set(CURLOPT_URL, address)
    }

    deinit {
        // SAFETY: handle and lists were made by libcurl and are used by nobody after this; the
        // handle goes first, since it refers to the lists.
        unsafe curl_easy_cleanup(handle)
        unsafe lists.forEach { unsafe curl_slist_free_all($0) }
    }

    /// Sets a text, of which libcurl keeps a copy.
    func set(_ option: CURLoption, _ value: String) {
        // SAFETY: the string outlives the call, and libcurl copies it.
        _ = unsafe value.withCString { unsafe cheeseboard_curl_set_text(handle, option, $0) }
    }

    /// Sets a number.
    func set(_ option: CURLoption, _ value: Int) {
        // SAFETY: the handle is alive; a number needs nothing more.
        _ = unsafe cheeseboard_curl_set_number(handle, option, value)
    }

    /// Sets a list of texts.
    mutating func set(_ option: CURLoption, _ values: [String]) throws {
        var list: UnsafeMutablePointer<curl_slist>?
        for value in values {
            // SAFETY: libcurl copies the string, and hands back the list with it at its end.
            let longer = unsafe value.withCString { unsafe curl_slist_append(list, $0) }
            guard let longer = unsafe longer else {
                unsafe curl_slist_free_all(list)
                throw CurlUnavailable()
            }
            unsafe list = longer
        }
        guard let list = unsafe list else { return }
        // SAFETY: the list is kept until the handle is gone.
        unsafe lists.append(list)
        _ = unsafe cheeseboard_curl_set_list(handle, option, list)
    }

    /// Does the transfer; the exchange gives what is sent and takes what comes.
    mutating func perform(_ exchange: CurlExchange) -> CurlOutcome {
        self.exchange = exchange
        // SAFETY: libcurl hands the pointer to the callbacks below, on this thread only and no
        // longer than until the handle is gone; until then the exchange is kept.
        let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
        unsafe cheeseboard_curl_on_read(handle, readBytes, context)
        unsafe cheeseboard_curl_on_body(handle, takeBody, context)
        unsafe cheeseboard_curl_on_header(handle, takeHeader, context)
        unsafe cheeseboard_curl_on_socket(handle, openSocket, context)
        let code = unsafe curl_easy_perform(handle)
        return unsafe CurlOutcome(
            code: code, reason: String(cString: curl_easy_strerror(code)),
            answer: cheeseboard_curl_answer_code(handle),
            address: text(CURLINFO_EFFECTIVE_URL), mediaType: text(CURLINFO_CONTENT_TYPE))
    }

    private func text(_ info: CURLINFO) -> String? {
        // SAFETY: the text belongs to the handle, ends in a zero byte, and is copied at once.
        guard let value = unsafe cheeseboard_curl_text(handle, info) else { return nil }
        return unsafe String(cString: value)
    }
}

/// The exchange behind a callback's context.
private func exchange(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
    // SAFETY: the context is the exchange that the transfer keeps until libcurl is done with it.
    unsafe context.map { unsafe Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
}

/// A copy of bytes that libcurl shows.
private func copied(_ start: UnsafeRawPointer?, _ count: Int) -> [UInt8] {
    // SAFETY: so many bytes are there for the length of the callback; none where there is no start.
    unsafe Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
}

/// Gives libcurl the next bytes to send.
private func readBytes(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    // SAFETY: the pointers are only looked at.
    guard let buffer = unsafe buffer, let exchange = unsafe exchange(context) else {
        return CHEESEBOARD_CURL_READ_ABORT
    }
    let bytes = exchange.nextBytes(atMost: size * count)
    // SAFETY: the buffer holds size × count bytes, and no more were taken.
    unsafe UnsafeMutableRawPointer(buffer).copyMemory(from: Array(bytes), byteCount: bytes.count)
    return bytes.count
}

/// Takes bytes of the body from libcurl; fewer than were offered end the transfer.
private func takeBody(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    // SAFETY: the buffer holds size × count bytes.
    let bytes = unsafe copied(buffer, size * count)
    // SAFETY: the pointer is only handed on.
    return unsafe exchange(context)?.take(bytes) == true ? size * count : 0
}

/// Takes a line of the answer's head, or of a mail server's answer.
private func takeHeader(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    // SAFETY: the buffer holds size × count bytes.
    let bytes = unsafe copied(buffer, size * count)
    // SAFETY: the pointer is only handed on.
    return unsafe exchange(context)?.takeHead(bytes) == true ? size * count : 0
}

/// Opens the socket of a connection, if the exchange allows the address that was found and the port.
///
/// It is asked for every connection, after the name was looked up: a name that leads somewhere
/// else the second time finds the same rule.
private func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
    _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    // SAFETY: the pointers are only looked at.
    guard let address = unsafe address, let exchange = unsafe exchange(context) else {
        return CHEESEBOARD_CURL_SOCKET_BAD
    }
    // SAFETY: libcurl's address is there for the length of the callback.
    let (family, type, proto) = unsafe (
        address.pointee.family, address.pointee.socktype, address.pointee.protocol
    )
    // SAFETY: the address itself is as long as addrlen says.
    let bytes = unsafe copied(cheeseboard_curl_address(address), Int(address.pointee.addrlen))
    // Both families have the port, in network order, behind the two bytes of the family.
    let port = bytes.count >= 4 ? Int(bytes[2]) << 8 | Int(bytes[3]) : 0
    let isAllowed =
        switch family {
        case AF_INET where bytes.count >= 8:
            exchange.allows(Array(bytes[4..<8]), port: port)
        case AF_INET6 where bytes.count >= 24:
            exchange.allows(Array(bytes[8..<24]), port: port)
        default: false
        }
    guard isAllowed else { return CHEESEBOARD_CURL_SOCKET_BAD }
    let socket = socket(family, type, proto)
    // No child that is started meanwhile may hold the connection open.
    if socket >= 0 { _ = fcntl(socket, F_SETFD, FD_CLOEXEC) }
    return socket
}
