// Starting and stopping a PostgreSQL of our own.
#include "support/postgres.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>
#include <vector>

namespace support {
namespace {

namespace fs = std::filesystem;

// Debian keeps the server's programs out of the path, one folder per version.
std::string program(const std::string& name) {
  std::string newest;
  std::error_code ignored;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const auto path = version.path() / "bin" / name;
    if (fs::exists(path)) newest = std::max(newest, path.string());
  }
  if (newest.empty()) throw std::runtime_error("tests need PostgreSQL: apt install postgresql");
  return newest;
}

// Starts a program as a user whom PostgreSQL accepts; it dies with this one.
pid_t start(std::vector<std::string> words, const std::string& log) {
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const passwd* user = getuid() == 0 ? getpwnam("postgres") : nullptr;
  const pid_t process = fork();
  if (process != 0) return process;
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  if (user && (setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) _exit(126);
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  execv(arguments[0], arguments.data());
  _exit(127);
}

}  // namespace

PostgresServer::PostgresServer() {
  const auto& folder = folder_.path();
  if (getuid() == 0) {
    const auto* user = getpwnam("postgres");
    if (!user || chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0) {
      throw std::runtime_error("tests need the user postgres");
    }
  }
  const auto data = folder + "/data", log = folder + "/log";
  const auto made = start({program("initdb"), "-D", data, "-U", "taydo", "-E", "UTF8",
                           "--locale=C.UTF-8", "-A", "trust", "--no-sync", "--no-instructions"},
                          log + ".initdb");
  int status = 0;
  waitpid(made, &status, 0);
  if (status != 0) throw std::runtime_error("initdb failed, see " + log + ".initdb");

  std::vector<std::string> words = {program("postgres"), "-D", data, "-k", folder};
  for (const char* setting : {"listen_addresses=", "fsync=off", "synchronous_commit=off",
                              "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
                              "autovacuum=off", "shared_buffers=32MB", "deadlock_timeout=50ms"}) {
    words.insert(words.end(), {"-c", setting});
  }
  process_ = start(words, log);
  wait_until_ready();
}

PostgresServer::~PostgresServer() {
  if (process_ <= 0) return;
  kill(process_, SIGQUIT);  // no checkpoint: the folder goes anyway
  waitpid(process_, nullptr, 0);
}

std::string PostgresServer::settings(const std::string& database) const {
  return "host=" + folder_.path() + " user=taydo dbname=" + database;
}

void PostgresServer::wait_until_ready() const {
  for (int i = 0; i < 3000; ++i) {
    if (PQping(settings("postgres").c_str()) == PQPING_OK) return;
    if (waitpid(process_, nullptr, WNOHANG) == process_) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw std::runtime_error("PostgreSQL did not start, see " + folder_.path() + "/log");
}

}  // namespace support
