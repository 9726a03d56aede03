// The city's certificate, over OpenSSL.
#include "platform/http/tls.hpp"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include <stdexcept>

#include "platform/log/log.hpp"

namespace http {
namespace {

constexpr const char* ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";  // of TLS 1.2; those of 1.3 are good

[[noreturn]] void complain(const std::string& file, std::string_view what) {
  const auto why = ERR_reason_error_string(ERR_peek_last_error());
  ERR_clear_error();
  throw std::runtime_error(fmt::format("{}: {}{}{}", file, what, why ? ": " : "", why ? why : ""));
}

}  // namespace

Certificate::Certificate(std::string certificate_file, std::string key_file)
    : certificate_file_(std::move(certificate_file)),
      key_file_(std::move(key_file)),
      stamp_(stamp()),
      context_(read()) {}

std::string Certificate::stamp() const {
  std::string out;
  for (const auto& file : {certificate_file_, key_file_}) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) continue;
    out += fmt::format("{} {}.{} {};", found.st_ino, found.st_mtim.tv_sec, found.st_mtim.tv_nsec,
                       found.st_size);
  }
  return out;
}

std::shared_ptr<ssl_ctx_st> Certificate::read() const {
  struct stat key {};
  if (::stat(key_file_.c_str(), &key) == 0 && (key.st_mode & S_IROTH) != 0) {
    complain(key_file_, "everybody on this machine may read the key; chmod o-r");
  }
  std::shared_ptr<SSL_CTX> made(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!made) complain(certificate_file_, "no TLS");
  auto* context = made.get();
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                   SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
  // An idle connection keeps no buffers; an answer may be written in pieces, from wherever it lies.
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  if (SSL_CTX_set_cipher_list(context, ciphers) != 1) complain(certificate_file_, "no ciphers");
  if (SSL_CTX_use_certificate_chain_file(context, certificate_file_.c_str()) != 1) {
    complain(certificate_file_, "no certificate can be read");
  }
  if (SSL_CTX_use_PrivateKey_file(context, key_file_.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(context) != 1) {
    complain(key_file_, "no key that fits the certificate");
  }
  return made;
}

void Certificate::look_again() {
  const auto now = stamp();
  if (now == stamp_) return;
  stamp_ = now;
  try {
    context_ = read();
    logging::info("the certificate changed and is in use");
  } catch (const std::exception& why) {
    logging::error("the new certificate is not used: {}", why.what());
  }
}

}  // namespace http
