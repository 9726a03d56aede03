// The city's certificate: read at the start, and again whenever its files change.
#pragma once

#include <memory>
#include <string>

struct ssl_ctx_st;  // OpenSSL's SSL_CTX

namespace http {

// One thread only.
class Certificate {
 public:
  // PEM; the certificate with its chain. Throws std::runtime_error naming the file and what is
  // wrong with it: not there, not a pair, a key that everybody on this machine may read.
  Certificate(std::string certificate_file, std::string key_file);

  // Have the files changed? New connections then get the new pair; one that is wrong is logged and
  // the old one stays.
  void look_again();

  // What connections begin with: TLS 1.2 and 1.3, forward secrecy only.
  const std::shared_ptr<ssl_ctx_st>& context() const { return context_; }

 private:
  std::string stamp() const;  // of both files: when changed, how large
  std::shared_ptr<ssl_ctx_st> read() const;

  const std::string certificate_file_, key_file_;
  std::string stamp_;
  std::shared_ptr<ssl_ctx_st> context_;
};

}  // namespace http
