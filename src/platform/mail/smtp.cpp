// The client, over libcurl. What the server answers is read line by line, with the command before.
#include "platform/mail/smtp.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/fold.hpp"
#include "base/must.hpp"

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

// The enhanced code of RFC 3463 ("550 5.1.1 no such user"): its subject, 1 address, 2 mailbox, 7
// policy; 0: the server does not say.
int subject_of(std::string_view line) {
  if (line.size() < 8 || line[4] != '5' || line[5] != '.' || line[7] != '.') return 0;
  return line[6] - '0';
}

// What servers say when it is we who may not send, not the address that does not work.
constexpr std::string_view about_us[] = {"relay",  "authenticat", "auth required", "policy",
                                         "denied", "blocked",     "spam"};

// Of a 5xx at RCPT. One wrong setting between the two servers must not cost every resident their
// address: in doubt it is not the address.
bool is_about_address(const Talk& t) {
  if (const auto subject = subject_of(t.line)) return subject == 1 || subject == 2;
  if (t.code != 550 && t.code != 551 && t.code != 553) return false;
  const auto said = base::fold(t.line);
  return std::ranges::none_of(about_us, [&](auto word) { return said.find(word) != said.npos; });
}

Outcome outcome_of(const Talk& t, CURLcode result) {
  const bool about_letter = t.command == "RCPT" || t.whole;
  if (result == CURLE_OK) return Outcome::accepted;
  if (t.whole && t.code == 354) return Outcome::unsure;  // its last word was "go ahead"
  if (t.code < 500 || t.code > 599 || !about_letter) return Outcome::later;
  if (!t.whole) return is_about_address(t) ? Outcome::bounced : Outcome::later;
  const auto subject = subject_of(t.line);
  return subject == 1 || subject == 2 ? Outcome::bounced : Outcome::refused;
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
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 3 * patience);
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

Smtp::Smtp(Server server) : server_(std::move(server)) {
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
  const auto result = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  // A connection may speak to its debugger after this call, when it is closed.
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &wire_->idle);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &wire_->idle);
  // libcurl would use a connection again on which the server has just hung.
  if (result != CURLE_OK) wire_.reset();
  Answer answer;
  answer.outcome = outcome_of(talk, result);
  answer.code = talk.code;
  answer.to_what = talk.command;
  const bool spoken = talk.code >= 400 || result == CURLE_OK;
  answer.said = spoken ? talk.line : one_line(*trouble ? trouble : curl_easy_strerror(result));
  return answer;
}

}  // namespace mail
