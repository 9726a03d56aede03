// Running decisions from the command line: one JSON object a line in, one a line out.
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/commands/commands.hpp"
#include "engines/decisions/publish.hpp"
#include "engines/rules/dmn/dmn.hpp"
#include "engines/rules/feel/json.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// Models that are imported lie in the same folder; one is known by its namespace.
dmn::Imports beside(const fs::path& model) {
  return [folder = model.parent_path()](std::string_view name_space) -> std::optional<std::string> {
    const auto wanted = fmt::format("namespace=\"{}\"", name_space);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, error)) {
      if (entry.path().extension() != ".dmn") continue;
      auto text = read(entry.path());
      if (!text) continue;
      const auto root = text->find("definitions");
      const auto end = text->find('>', root == text->npos ? 0 : root);
      const auto at = text->find(wanted, root == text->npos ? 0 : root);
      if (root != text->npos && at < end && (*text)[at - 1] != ':') return text;
    }
    return std::nullopt;
  };
}

feel::Moment now() {
  using namespace std::chrono;
  const auto us = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
  const feel::Moment utc{{us / base::day_us},
                         {std::int32_t(us % base::day_us / base::second_us),
                          std::int32_t(us % base::second_us * 1'000), feel::Zone{0}}};
  return utc.in({7 * 3'600});
}

// The value of one line; what is wrong with it is told on standard error.
std::string answer(const dmn::Model& model, const std::string& line, int number) {
  feel::Machine machine(now());
  const auto given = feel::value_of_json(machine, line);
  if (!given || !given->is(feel::Kind::context)) {
    fmt::print(stderr, "line {}: {}\n", number,
               given ? "not an object"
                     : fmt::format("column {}: {}", given.error().column, given.error().message));
    return "{}";
  }
  const auto* called = given->context().find("@invoke");
  auto made = called && called->is(feel::Kind::text)
                  ? model.invoke(machine, called->text(), given->context())
                  : std::optional(model.run(machine, given->context()));
  for (const auto& note : machine.notes()) {
    fmt::print(stderr, "line {}: {} {}:{}: {}\n", number, note.where, note.place.line,
               note.place.column, note.words.en);
  }
  if (!made) fmt::print(stderr, "line {}: nothing of this name can be invoked\n", number);
  return made ? feel::json_of(*made) : "{}";
}

}  // namespace

int run_rules(const std::string& file) {
  const auto text = read(file);
  if (!text) throw db::Failure(file + " cannot be read");
  const auto model = dmn::Model::read(*text, beside(file));
  const auto tell = [&](const dmn::Flaw& flaw) {
    fmt::print(stderr, "{}:{}:{}: {}{}{}\n", file, flaw.place.line, flaw.place.column, flaw.where,
               flaw.where.empty() ? "" : ": ", flaw.words.en);
  };
  if (!model) {
    tell(model.error());
    return 1;
  }
  for (const auto& flaw : model->flaws()) tell(flaw);
  std::string line;
  for (int number = 1; std::getline(std::cin, line); ++number) {
    if (line.empty()) continue;
    std::cout << answer(*model, line, number) << '\n' << std::flush;
  }
  return 0;
}

int check_rules(const std::string& file) {
  const auto text = read(file);
  if (!text) throw db::Failure(file + " cannot be read");
  const auto looked = decisions::look_over(*text);
  int errors = 0;
  for (const auto& [line, finding] : looked.findings) {
    using Weight = decisions::Finding::Weight;
    const bool error = finding.weight == Weight::error;
    errors += error;
    fmt::print("{}:{}: {}{}\n", file, line,
               error                               ? ""
               : finding.weight == Weight::warning ? "warning: "
                                                   : "cannot be told: ",
               finding.words.en);
  }
  if (looked.file && errors == 0) {
    const auto& table = looked.file->table;
    fmt::print("{}: {} rows, {} examples, all hold\n", file, table.rows.size(),
               table.examples.size());
  }
  return errors ? 1 : 0;
}

}  // namespace app
