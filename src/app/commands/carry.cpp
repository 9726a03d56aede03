// Carrying conditions over to FEEL: a pack's files, or what an installation has published.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/carry/published.hpp"
#include "app/commands/commands.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw db::Failure(path.string() + " cannot be read");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// Beside it first: a pack is never half written.
void write(const fs::path& path, const std::string& text) {
  auto beside = path;
  beside += ".new";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) throw db::Failure(beside.string() + " cannot be written");
  fs::rename(beside, path);
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> out;
  if (!fs::is_directory(folder)) throw db::Failure(folder.string() + " is no folder");
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  std::ranges::sort(out);
  return out;
}

carry::Carried carried(const fs::path& path, const std::string& text, const carry::Names& names) {
  const auto kind = path.extension();
  if (path.filename() == "form.json") return carry::form(text);
  if (path.filename() == "procedure.json") return carry::procedure(text, names);
  if (kind == ".bpmn") return carry::flow(text);
  if (kind == ".template" || kind == ".wording") return carry::paper(text, names);
  return {text, {}};
}

void tell(const std::string& where, const carry::Change& change) {
  if (change.after.empty())
    fmt::print(stderr, "{}:{}: cannot be said in FEEL: {}\n", where, change.line, change.before);
  else
    fmt::print("{}:{}: {}  ->  {}\n", where, change.line, change.before, change.after);
}

}  // namespace

int carry_rules(const std::string& folder, bool dry_run) {
  const auto files = files_of(folder);
  auto names = carry::own_names();
  for (const auto& path : files) {
    if (path.filename() == "form.json") carry::add_names(read(path), names);
  }
  int changed = 0, refused = 0;
  std::vector<std::pair<fs::path, std::string>> to_write;
  for (const auto& path : files) {
    const auto text = read(path);
    auto made = carried(path, text, names);
    for (const auto& change : made.changes) {
      tell(path.string(), change);
      ++(change.after.empty() ? refused : changed);
    }
    if (made.text != text) to_write.emplace_back(path, std::move(made.text));
  }
  const bool writes = !dry_run && refused == 0;
  if (writes) {
    for (const auto& [path, text] : to_write) write(path, text);
  }
  fmt::print("{} conditions in {} files {}carried over to FEEL, {} refused\n", changed,
             to_write.size(), writes ? "" : "can be ", refused);
  return refused ? 1 : 0;
}

int tell_carried(const std::string& data, const std::string& database) {
  Ground ground(data, database);  // carries over what is not yet
  const auto all =
      ground.db->read([](db::Tx& tx) { return catalogue::in_small_language(tx, true); });
  int changed = 0;
  for (const auto& published : all) {
    for (const auto& part : carry::what_changed(published)) {
      for (const auto& change : part.changes) tell(part.what, change);
      changed += int(part.changes.size());
    }
  }
  fmt::print(
      "{} conditions of {} published versions are read in FEEL; the versions stay as they "
      "were published\n",
      changed, all.size());
  return 0;
}

}  // namespace app
