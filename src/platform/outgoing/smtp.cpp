// The client, over libcurl. What the server answers is read line by line, with the command before.
#include "platform/outgoing/smtp.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "platform/log/log.hpp"

namespace mail {
namespace {

constexpr std::size_t said_max = 500;
constexpr long connection_age_s = 100;

// One letter on its way.
struct Talk {
  std::string_view rest;  // of the message, not yet sent
  std::string command;    // our last: "RCPT"
  std::string line;       // the server's last answer, its lines as one
  bool goes_on = false;   // more lines of it are to come
  int code = 0;
  bool whole = false;  // all of the message was handed over
  bool over = false;   // we said QUIT: what follows is about no letter
};

std::size_t read_message(char* into, std::size_t size, std::size_t count, void* talk) {
  auto& t = *static_cast<Talk*>(talk);
  const auto n = std::min(size * count, t.rest.size());
  std::memcpy(into, t.rest.data(), n);
  t.rest.remove_prefix(n);
  t.whole = t.rest.empty();
  return n;
}

std::string one_line(std::string_view text) {
  auto line = base::is_text(text) ? base::tidy(text) : std::string("(not UTF-8)");
  if (line.size() > said_max) line.resize(said_max);
  return base::is_text(line) ? line : line.substr(0, line.find_last_of(' '));
}

std::size_t hear(char* bytes, std::size_t size, std::size_t count, void* talk) {
  auto& t = *static_cast<Talk*>(talk);
  const std::string_view line(bytes, size * count);
  if (t.over) return line.size();
  int code = 0;
  std::from_chars(line.data(), line.data() + std::min<std::size_t>(3, line.size()), code);
  t.code = code;
  t.line = one_line(t.goes_on ? t.line + " " + one_line(line) : line);
  t.goes_on = line.size() > 3 && line[3] == '-';
  return line.size();
}

constexpr std::string_view commands[] = {"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL",
                                         "RCPT", "DATA", "RSET",     "QUIT"};

// Our commands, which libcurl shows to its debugger alone. What follows AUTH are lines without a
// command, and one of them is the password: only a word of the list is kept, for it is logged.
int overhear(CURL*, curl_infotype type, char* bytes, std::size_t size, void* talk) {
  if (type != CURLINFO_HEADER_OUT) return 0;
  auto& t = *static_cast<Talk*>(talk);
  const std::string_view line(bytes, size);
  const auto command = line.substr(0, line.find_first_of(" \r\n"));
  if (command == "QUIT") t.over = true;
  if (!t.over && std::ranges::find(commands, command) != std::end(commands)) t.command = command;
  return 0;
}

Verdict outcome_of(const Talk& t, CURLcode result) {
  if (result == CURLE_OK) return {Outcome::accepted};
  if (t.whole && t.code == 354) return {Outcome::unsure};  // its last word was "go ahead"
  return verdict(t.code, t.line, t.command, t.whole);
}

struct Slist {
  curl_slist* list = nullptr;
  ~Slist() { curl_slist_free_all(list); }
};

}  // namespace

// One handle of libcurl with its connection.
struct Smtp::Wire {
  explicit Wire(const Server& server);
  ~Wire() { curl_easy_cleanup(curl); }
  CURL* curl;
  Talk idle;  // hears what is said between letters
};

Smtp::Wire::Wire(const Server& server) : curl(curl_easy_init()) {
  base::must(curl != nullptr);
  const auto* scheme = server.tls == Tls::from_start ? "smtps" : "smtp";
  auto url = fmt::format("{}://{}:{}", scheme, server.host, server.port);
  if (!server.hello.empty()) url += "/" + server.hello;
  const auto patience = long(server.patience_s);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, patience);
  curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, patience);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, patience);
  curl_easy_setopt(curl, CURLOPT_MAXLIFETIME_CONN, connection_age_s);
  if (server.tls == Tls::starttls) curl_easy_setopt(curl, CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
  if (!server.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, server.ca_file.c_str());
  if (!server.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_message);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, overhear);
}

namespace {

outgoing::Bounds bounds_of(const Server& server) {
  constexpr int failures_max = 3;
  const std::chrono::milliseconds patience = std::chrono::seconds(server.patience_s);
  return {.calls_max = 1,
          .waiting_max = 4,
          .connect = patience,
          .call = 3 * patience,
          .failures_max = failures_max,
          .rest = std::chrono::seconds(30)};
}

std::string name_of(const Server& server) { return fmt::format("{}:{}", server.host, server.port); }

}  // namespace

Smtp::Smtp(Server server)
    : server_(std::move(server)), lane_(std::string(mail::lane), bounds_of(server_)) {
  static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
  base::must(started == CURLE_OK);
  const bool loopback = server_.host == "127.0.0.1" || server_.host == "localhost";
  if (!server_.user.empty() && server_.tls == Tls::none && !loopback) {
    throw std::runtime_error("mail: a password is not sent without TLS");
  }
}
Smtp::~Smtp() = default;

Answer Smtp::send(const Letter& letter, base::Instant now) {
  const auto message = bytes(letter, now);
  const auto server = name_of(server_);
  try {
    outgoing::Call call(lane_, server);
    return hand_over(letter, message, call);
  } catch (const outgoing::Failure& failure) {  // busy or resting: the server was not asked
    const auto rest = std::max(lane_.rests(server), std::chrono::milliseconds(1'000));
    return {.said = failure.what(), .to_what = "", .not_before = rest};
  }
}

Answer Smtp::hand_over(const Letter& letter, const std::string& message, outgoing::Call& call) {
  const std::lock_guard lock(mutex_);
  if (!wire_) wire_ = std::make_unique<Wire>(server_);
  auto* curl = wire_->curl;
  Talk talk{.rest = message};
  char trouble[CURL_ERROR_SIZE] = "";
  Slist to{curl_slist_append(nullptr, ("<" + letter.to.str() + ">").c_str())};
  base::must(to.list != nullptr);
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + letter.from.str() + ">").c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.list);
  curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.size()));
  curl_easy_setopt(curl, CURLOPT_READDATA, &talk);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &talk);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &talk);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, trouble);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(call.left().count()));
  const auto result = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  // A connection may speak to its debugger after this call, when it is closed.
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &wire_->idle);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &wire_->idle);
  // libcurl would use a connection again on which the server has just hung.
  if (result != CURLE_OK) wire_.reset();
  const auto judged = outcome_of(talk, result);
  const bool spoken = talk.code >= 400 || result == CURLE_OK;
  if (!spoken) {
    call.failed(result == CURLE_OPERATION_TIMEDOUT ? outgoing::Trouble::too_slow
                                                   : outgoing::Trouble::unreachable);
  }
  if (judged.against_us) {
    logging::warn("mail: {} refuses us, no address is at fault: {} to {}", name_of(server_),
                  talk.line, talk.command);
  }
  return {.outcome = judged.outcome,
          .code = talk.code,
          .said = spoken ? talk.line : one_line(*trouble ? trouble : curl_easy_strerror(result)),
          .to_what = talk.command,
          .against_us = judged.against_us};
}

}  // namespace mail
