#ifndef CHEESEBOARD_CURL_SHIM_H
#define CHEESEBOARD_CURL_SHIM_H

#include <curl/curl.h>

// `curl_easy_setopt` and `curl_easy_getinfo` take what the option says, which Swift cannot call.

static inline CURLcode cheeseboard_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode cheeseboard_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode cheeseboard_curl_set_list(CURL *handle, CURLoption option,
                                                 struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*cheeseboard_curl_bytes)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode cheeseboard_curl_on_read(CURL *handle, cheeseboard_curl_bytes callback,
                                                void *context) {
    curl_easy_setopt(handle, CURLOPT_READDATA, context);
    return curl_easy_setopt(handle, CURLOPT_READFUNCTION, callback);
}

static inline CURLcode cheeseboard_curl_on_body(CURL *handle, cheeseboard_curl_bytes callback,
                                                void *context) {
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, callback);
}

static inline CURLcode cheeseboard_curl_on_header(CURL *handle, cheeseboard_curl_bytes callback,
                                                  void *context) {
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
    return curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, callback);
}

static inline CURLcode cheeseboard_curl_on_socket(CURL *handle, curl_opensocket_callback callback,
                                                  void *context) {
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
}

static inline long cheeseboard_curl_answer_code(CURL *handle) {
    long value = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &value);
    return value;
}

/// What a text of the transfer is, as its address or media type; null where there is none.
static inline const char *cheeseboard_curl_text(CURL *handle, CURLINFO info) {
    char *value = 0;
    curl_easy_getinfo(handle, info, &value);
    return value;
}

/// The address itself begins at the last member and is longer than it.
static inline const void *cheeseboard_curl_address(const struct curl_sockaddr *address) {
    return &address->addr;
}

// Macros that Swift does not see.
static const size_t CHEESEBOARD_CURL_READ_ABORT = CURL_READFUNC_ABORT;
static const curl_socket_t CHEESEBOARD_CURL_SOCKET_BAD = CURL_SOCKET_BAD;
static const long CHEESEBOARD_CURL_GLOBAL = CURL_GLOBAL_DEFAULT;

#endif
