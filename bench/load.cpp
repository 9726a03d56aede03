// An open-loop load generator: requests leave at a constant rate whether or not answers come back,
// and waiting is counted from the moment a request was meant to leave. A server that stalls for a
// second is seen to stall; a closed loop would politely stop asking. See bench/README.md.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <deque>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr double last_answers_s = 10;  // how long to wait for them after the last request

struct Ask {
  std::string name;  // "GET /path", for the report
  std::string head;  // up to and without Content-Length
  std::string body;
  bool has_body = false;
};

struct Options {
  sockaddr_in to{};
  std::string host;
  double rate = 100, seconds = 10, warmup_s = 2;
  int connections = 32;
  std::string cookie;
  std::vector<std::string> lines;  // "GET /path" or "POST /path FILE"
};

// {n} becomes a number that no other request of this run has.
std::string numbered(std::string text, std::int64_t n) {
  for (std::size_t at; (at = text.find("{n}")) != text.npos;)
    text.replace(at, 3, fmt::to_string(n));
  return text;
}

sockaddr_in endpoint(const std::string& text) {
  const auto colon = text.find(':');
  sockaddr_in to{};
  to.sin_family = AF_INET;
  if (colon == text.npos || inet_pton(AF_INET, text.substr(0, colon).c_str(), &to.sin_addr) != 1) {
    throw std::runtime_error("--to wants an address and a port, like 127.0.0.1:8080");
  }
  to.sin_port = htons(std::uint16_t(std::stoi(text.substr(colon + 1))));
  return to;
}

Options read_options(int count, char** words) {
  std::map<std::string, std::string> named{{"--to", "127.0.0.1:8080"}, {"--rate", "100"},
                                           {"--seconds", "10"},        {"--warmup", "2"},
                                           {"--connections", "32"},    {"--cookie", ""}};
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (!word.starts_with("--"))
      options.lines.push_back(word);
    else if (named.contains(word) && i + 1 < count)
      named[word] = words[++i];
    else
      throw std::runtime_error("unknown or unfinished option " + word);
  }
  options.host = named["--to"];
  options.to = endpoint(options.host);
  options.rate = std::stod(named["--rate"]);
  options.seconds = std::stod(named["--seconds"]);
  options.warmup_s = std::stod(named["--warmup"]);
  options.connections = std::stoi(named["--connections"]);
  options.cookie = named["--cookie"];
  if (options.lines.empty()) throw std::runtime_error(R"(name a request: "GET /" "POST /x FILE")");
  if (options.rate <= 0 || options.connections < 1) throw std::runtime_error("nothing to do");
  return options;
}

Ask read_ask(const std::string& line, const Options& options) {
  std::istringstream words(line);
  std::string method, path, file;
  words >> method >> path >> file;
  Ask ask{method + " " + path, method + " " + path + " HTTP/1.1\r\nHost: " + options.host + "\r\n",
          "", method == "POST"};
  if (!options.cookie.empty()) ask.head += "Cookie: " + options.cookie + "\r\n";
  ask.head += "Accept-Encoding: gzip\r\n";
  if (!ask.has_body) return ask;
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read the form " + file);
  ask.body.assign(std::istreambuf_iterator<char>(in), {});
  while (ask.body.ends_with('\n')) ask.body.pop_back();
  ask.head += "Content-Type: application/x-www-form-urlencoded\r\n";
  return ask;
}

struct Due {
  Clock::time_point meant;
  std::size_t ask;
  std::int64_t number;
};

struct Line {  // one connection
  int socket = -1;
  bool busy = false, blocked = false;  // blocked: the request did not fit the socket yet
  Due due{};
  std::string out, in;
};

struct Sample {
  std::size_t ask;
  double ms;
  int status;  // 0: no answer
};

class Load {
 public:
  explicit Load(const Options& options)
      : options_(options), lines_(std::size_t(options.connections)) {
    for (const auto& line : options.lines) asks_.push_back(read_ask(line, options));
    for (std::size_t i = 0; i < lines_.size(); ++i) connect(i);
  }

  void run();
  int report() const;  // exit code: 0 when every request had an answer below 400

 private:
  void connect(std::size_t i);
  void make_due(Clock::time_point now);
  void begin(std::size_t i, Due due);
  void write(std::size_t i);
  void read(std::size_t i);
  void wait(Clock::time_point until);
  void finish(std::size_t i, int status);
  void print(const std::string& name, std::vector<double> sorted_ms) const;

  Options options_;
  std::vector<Ask> asks_;
  std::vector<Line> lines_;
  int poll_ = epoll_create1(0);
  Clock::time_point start_;
  std::int64_t made_ = 0;
  std::deque<Due> waiting_;
  std::deque<std::size_t> idle_;  // the longest idle first, so that all of them are used
  std::vector<Sample> samples_;
  double end_s_ = 0;  // of the last answer
};

void Load::connect(std::size_t i) {
  auto& line = lines_[i];
  if (line.socket >= 0) close(line.socket);
  line = Line{};
  line.socket = socket(AF_INET, SOCK_STREAM, 0);
  const int on = 1;
  setsockopt(line.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(line.socket, reinterpret_cast<sockaddr*>(&options_.to), sizeof options_.to) != 0) {
    throw std::runtime_error("nobody listens on " + options_.host);
  }
  epoll_event event{EPOLLIN, {.u64 = i}};
  epoll_ctl(poll_, EPOLL_CTL_ADD, line.socket, &event);
  idle_.push_back(i);
}

void Load::make_due(Clock::time_point now) {
  const double total_s = options_.warmup_s + options_.seconds;
  while (true) {
    const Seconds at(double(made_) / options_.rate);
    const auto meant = start_ + std::chrono::duration_cast<Clock::duration>(at);
    if (at.count() >= total_s || meant > now) return;
    waiting_.push_back({meant, std::size_t(made_) % asks_.size(), made_});
    ++made_;
  }
}

void Load::begin(std::size_t i, Due due) {
  auto& line = lines_[i];
  const auto& ask = asks_[due.ask];
  line.busy = true;
  line.due = due;
  line.out = numbered(ask.head, due.number);
  const auto body = numbered(ask.body, due.number);
  if (ask.has_body) line.out += fmt::format("Content-Length: {}\r\n", body.size());
  line.out += "\r\n" + body;
  write(i);
}

void Load::write(std::size_t i) {
  auto& line = lines_[i];
  const auto n = send(line.socket, line.out.data(), line.out.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (n > 0) line.out.erase(0, std::size_t(n));
  if (n < 0 && errno != EAGAIN) return finish(i, 0), connect(i);
  if (line.blocked == !line.out.empty()) return;
  line.blocked = !line.out.empty();
  epoll_event event{EPOLLIN | (line.blocked ? unsigned(EPOLLOUT) : 0u), {.u64 = i}};
  epoll_ctl(poll_, EPOLL_CTL_MOD, line.socket, &event);
}

void Load::read(std::size_t i) {
  auto& line = lines_[i];
  char bytes[64 * 1024];
  const auto n = recv(line.socket, bytes, sizeof bytes, MSG_DONTWAIT);
  if (n < 0 && errno == EAGAIN) return;
  if (n <= 0) {  // the server hung up: a request under way has failed
    if (line.busy) finish(i, 0);
    std::erase(idle_, i);
    return connect(i);
  }
  line.in.append(bytes, std::size_t(n));
  const std::string_view all = line.in;
  const auto end = all.find("\r\n\r\n");
  if (end == all.npos) return;
  constexpr std::string_view name = "\r\nContent-Length: ";
  const auto at = all.substr(0, end).find(name);
  std::size_t length = 0;
  if (at != all.npos && !asks_[line.due.ask].name.starts_with("HEAD")) {
    std::from_chars(&all[at] + name.size(), &all[end], length);
  }
  if (all.size() < end + 4 + length) return;
  int status = 0;
  std::from_chars(all.data() + std::string_view("HTTP/1.1 ").size(), &all[end], status);
  finish(i, status);
  line.in.clear();
}

void Load::finish(std::size_t i, int status) {
  auto& line = lines_[i];
  line.busy = false;
  if (status != 0) idle_.push_back(i);
  const auto now = Clock::now();
  end_s_ = Seconds(now - start_).count();
  if (Seconds(line.due.meant - start_).count() < options_.warmup_s) return;
  samples_.push_back({line.due.ask, Seconds(now - line.due.meant).count() * 1'000, status});
}

void Load::wait(Clock::time_point until) {
  epoll_event events[256];
  const auto left = std::max(until - Clock::now(), Clock::duration(0));
  const auto whole = std::chrono::duration_cast<std::chrono::seconds>(left);
  const timespec patience{whole.count(), (left - whole).count()};
  const int n = epoll_pwait2(poll_, events, std::size(events), &patience, nullptr);
  for (int e = 0; e < n; ++e) {
    const auto i = events[e].data.u64;
    if (events[e].events & EPOLLOUT)
      write(i);
    else
      read(i);
  }
}

void Load::run() {
  start_ = Clock::now();
  const auto last = start_ + std::chrono::duration_cast<Clock::duration>(
                                 Seconds(options_.warmup_s + options_.seconds));
  const auto give_up = last + std::chrono::duration_cast<Clock::duration>(Seconds(last_answers_s));
  while (true) {
    const auto now = Clock::now();
    make_due(now);
    while (!waiting_.empty() && !idle_.empty()) {
      const auto i = idle_.front();
      idle_.pop_front();
      begin(i, waiting_.front());
      waiting_.pop_front();
    }
    if (now >= last && waiting_.empty() && idle_.size() == lines_.size()) return;
    if (now >= give_up) break;
    const Seconds next(double(made_) / options_.rate);
    wait(now >= last ? give_up : start_ + std::chrono::duration_cast<Clock::duration>(next));
  }
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].busy) finish(i, 0);
  }
  for (const auto& due : waiting_) samples_.push_back({due.ask, last_answers_s * 1'000, 0});
}

void Load::print(const std::string& name, std::vector<double> ms) const {
  std::ranges::sort(ms);
  const auto at = [&](double share) {
    return ms.empty() ? 0.0 : ms[std::min(ms.size() - 1, std::size_t(share * double(ms.size())))];
  };
  fmt::print("{:<44} {:>8} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f}\n", name.substr(0, 44), ms.size(),
             at(0.5), at(0.9), at(0.99), at(1));
}

int Load::report() const {
  fmt::print("{:<44} {:>8} {:>9} {:>9} {:>9} {:>9}\n", "ms from the intended time", "answers",
             "p50", "p90", "p99", "max");
  std::map<int, std::size_t> statuses;
  std::vector<double> all;
  std::vector<std::vector<double>> by_ask(asks_.size());
  for (const auto& sample : samples_) {
    ++statuses[sample.status];
    if (sample.status == 0) continue;
    all.push_back(sample.ms);
    by_ask[sample.ask].push_back(sample.ms);
  }
  for (std::size_t i = 0; i < asks_.size() && asks_.size() > 1; ++i)
    print(asks_[i].name, by_ask[i]);
  print("all", all);
  const double measured_s = std::max(end_s_ - options_.warmup_s, 1e-9);
  fmt::print("achieved {:.1f}/s of {:.1f}/s intended;", double(all.size()) / measured_s,
             options_.rate);
  bool good = !samples_.empty();
  for (const auto& [status, count] : statuses) {
    good = good && status != 0 && status < 400;
    fmt::print(" {}: {}", status == 0 ? "unanswered" : fmt::to_string(status), count);
  }
  fmt::print("\n");
  return good ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  try {
    Load load(read_options(count, words));
    load.run();
    return load.report();
  } catch (const std::exception& why) {
    fmt::print(stderr, "taydo_load: {}\n", why.what());
    return 2;
  }
}
