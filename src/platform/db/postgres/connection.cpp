// One PostgreSQL connection, over libpq.
#include "platform/db/postgres/connection.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <cmath>
#include <utility>
#include <vector>

#include "base/must.hpp"
#include "platform/db/postgres/row.hpp"
#include "platform/db/room.hpp"
#include "platform/db/script.hpp"

namespace db::postgres {
namespace {

using base::must;
using std::string_view;

// What each connection begins with. A row lock or a forgotten transaction must not hold others for
// ever; these are far above what any of ours needs.
constexpr const char* kSession =
    "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'";

constexpr const char* kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

// A dead server is noticed in seconds (measured with Patroni: switching over 1.5 s, crash 19.5 s).
// The connection string comes last and may say otherwise.
constexpr const char* keys[] = {
    "connect_timeout", "tcp_user_timeout", "keepalives_idle", "target_session_attrs",
    "client_encoding", "application_name", "dbname",          nullptr};

pg_conn* connect(const std::string& settings) {
  const char* values[] = {"2",     "3000",           "5",    "read-write", "UTF8",
                          "taydo", settings.c_str(), nullptr};
  static_assert(std::size(keys) == std::size(values));
  return PQconnectdbParams(keys, values, 1);
}

std::optional<std::string> as_text(const Value& value) {
  struct Text {
    std::optional<std::string> operator()(std::monostate) const { return std::nullopt; }
    std::optional<std::string> operator()(bool v) const { return v ? "t" : "f"; }
    std::optional<std::string> operator()(std::int64_t v) const { return std::to_string(v); }
    std::optional<std::string> operator()(double v) const {
      must(std::isfinite(v));
      return fmt::format("{}", v);  // the shortest text that reads back the same
    }
    std::optional<std::string> operator()(const std::string& v) const {
      must(v.find('\0') == v.npos);
      return v;
    }
  };
  return std::visit(Text{}, value.held());
}

std::string trimmed(string_view message) {
  const auto end = message.find_last_not_of(" \n");
  return std::string(message.substr(0, end == message.npos ? 0 : end + 1));
}

std::string reason(string_view state, string_view message) {
  if (state == "53100") return fmt::format("the disk of the database server is full: {}", message);
  if (state == "53300") return "the database server has no connection left: raise max_connections";
  if (state == "55P03") return "another transaction held the same rows for more than 10 s";
  return trimmed(message);
}

}  // namespace

void Connection::Close::operator()(pg_conn* c) const { PQfinish(c); }
void Connection::Close::operator()(pg_result* r) const { PQclear(r); }

Connection::Connection(const std::string& settings) : handle_(connect(settings)) {
  auto* c = handle_.get();
  if (PQstatus(c) != CONNECTION_OK) {
    throw Passing("the database server does not answer: " + trimmed(PQerrorMessage(c)));
  }
  if (string_view(PQparameterStatus(c, "server_encoding")) != "UTF8") {
    throw Failure("this PostgreSQL database is not UTF-8: make one with ENCODING 'UTF8'");
  }
  PQsetNoticeProcessor(
      c, [](void*, const char*) {}, nullptr);
  command(kSession);
}

void Connection::begin_read() {
  beginning_ = true;
  answered_ = false;
}

void Connection::end_read() {
  if (std::exchange(beginning_, false) || lost_) return;  // nothing was begun
  if (PQsendQuery(handle_.get(), "ROLLBACK") == 1) {
    unheard_ = true;
  } else {
    lost_ = true;
  }
}

// What a ROLLBACK may answer besides "done" is that the connection is gone, and that the next
// statement says too.
void Connection::catch_up() {
  if (!std::exchange(unheard_, false)) return;
  while (const Result result{PQgetResult(handle_.get())}) {
  }
}

// BEGIN and the statement leave together; their answers come in that order.
Connection::Result Connection::first_of_read(const Statement& statement,
                                             const std::vector<const char*>& values) {
  auto* c = handle_.get();
  const bool sent =
      PQenterPipelineMode(c) == 1 &&
      PQsendQueryParams(c, kBeginRead, 0, nullptr, nullptr, nullptr, nullptr, 0) == 1 &&
      PQsendQueryPrepared(c, statement.name.c_str(), int(values.size()), values.data(), nullptr,
                          nullptr, 0) == 1 &&
      PQpipelineSync(c) == 1;
  Result begun, answer;
  if (sent) {
    begun.reset(PQgetResult(c));
    while (const Result end{PQgetResult(c)}) {
    }
    answer.reset(PQgetResult(c));
    while (const Result end{PQgetResult(c)}) {
    }
    const Result synced(PQgetResult(c));
  }
  PQexitPipelineMode(c);
  if (!sent || PQstatus(c) != CONNECTION_OK) {
    lost_ = true;
    throw Passing(trimmed(PQerrorMessage(c)));
  }
  expect_good(begun, kBeginRead);
  beginning_ = false;
  return answer;
}

void Connection::command(const char* sql) {
  catch_up();
  expect_good(Result(PQexec(handle_.get(), sql)), sql);
}

void Connection::commit() {
  const Result result(PQexec(handle_.get(), "COMMIT"));
  expect_good(result, "COMMIT");
  if (string_view(PQcmdStatus(result.get())) != "COMMIT") {
    throw Failure("the server rolled back instead of committing");
  }
}

void Connection::query(string_view sql, Values values, const Reader& each) {
  const auto result = run(sql, values);
  for (int row = 0; row < PQntuples(result.get()); ++row) each(PgRow(result.get(), row));
}

std::int64_t Connection::execute(string_view sql, Values values) {
  const auto result = run(sql, values);
  if (PQnfields(result.get()) > 0 && string_view(PQcmdStatus(result.get())).starts_with("SELECT")) {
    return 0;
  }
  return std::atoll(PQcmdTuples(result.get()));  // "" for what counts no rows
}

void Connection::hold(string_view name) {
  execute("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", {name});
}

std::optional<std::string> Connection::problem_in(string_view sql) {
  catch_up();
  const auto text = for_postgres(sql);
  const Result result(PQprepare(handle_.get(), "", text.c_str(), 0, nullptr));
  if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) return std::nullopt;
  return trimmed(PQresultErrorMessage(result.get()));
}

const Connection::Statement& Connection::kept(string_view sql) {
  if (const auto at = kept_.find(sql); at != kept_.end()) return at->second;
  const Statement made{fmt::format("s{}", kept_.size()), highest_parameter(sql)};
  const Result result(
      PQprepare(handle_.get(), made.name.c_str(), for_postgres(sql).c_str(), 0, nullptr));
  expect_good(result, sql);
  return kept_.emplace(sql, made).first->second;
}

Connection::Result Connection::run(string_view sql, Values values) {
  catch_up();
  const auto& statement = kept(sql);
  must(statement.parameters == int(values.size()));
  std::vector<std::optional<std::string>> texts;
  std::vector<const char*> pointers;
  texts.reserve(values.size());
  for (const auto& value : values) {
    const auto& text = texts.emplace_back(as_text(value));
    pointers.push_back(text ? text->c_str() : nullptr);
  }
  auto result =
      beginning_
          ? first_of_read(statement, pointers)
          : Result(PQexecPrepared(handle_.get(), statement.name.c_str(), int(pointers.size()),
                                  pointers.data(), nullptr, nullptr, 0));
  expect_good(result, sql);
  answered_ = true;
  return result;
}

void Connection::expect_good(const Result& result, string_view sql) {
  const auto status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
  const char* code = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  const string_view state = code ? code : "";
  const char* primary = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
  const auto message = fmt::format(
      "{}\n  in: {}", reason(state, primary ? primary : PQerrorMessage(handle_.get())), sql);
  if (PQstatus(handle_.get()) != CONNECTION_OK || state.starts_with("08") ||
      state.starts_with("57P")) {
    lost_ = true;
    throw Passing(message);
  }
  if (state == "40001" || state == "40P01") throw Passing(message);
  if (state == "23505") throw AlreadyThere(message);
  if (state == "25006") throw base::Bug(fmt::format("a write inside a read: {}", sql));
  if (state == "53100") throw NoRoom(message);  // disk full
  throw Failure(message);
}

}  // namespace db::postgres
