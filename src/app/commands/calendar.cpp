// Asking the calendar from the command line, with an installation or with nothing but a pack.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands/commands.hpp"
#include "engines/calendar/edition.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw db::Failure(path.string() + " cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
T understood(const fs::path& path, base::Result<T, reading::Flaws> read) {
  if (read) return std::move(*read);
  const auto& flaw = read.error().front();
  throw db::Failure(fmt::format("{} line {}: {}", path.string(), flaw.line, flaw.message.en));
}

calendar::WorkingTime of_pack(const fs::path& pack) {
  const auto days = pack / "calendar" / "holidays.csv", hours = pack / "calendar" / "hours.json";
  std::int64_t units = 0;  // only the city's hours are asked for here: any different ids will do
  const auto unit_of = [&](std::string_view) { return base::UnitId{++units}; };
  return calendar::working_time({understood(days, calendar::read_days(read(days))),
                                 understood(hours, calendar::read_hours(read(hours), unit_of))});
}

// The one pack that lies beside the program or in the working folder.
std::optional<fs::path> only_pack() {
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  for (const auto& folder : {fs::path("packs"), program.parent_path().parent_path() / "packs"}) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      if (fs::exists(entry.path() / "calendar" / "holidays.csv")) found.push_back(entry.path());
    }
    if (found.size() == 1) return found.front();
  }
  return std::nullopt;
}

// A named pack, a named or present installation, the only pack at hand: in this order.
calendar::WorkingTime asked_for(const DueOptions& options) {
  if (!options.pack.empty()) return of_pack(options.pack);
  const bool installed =
      !options.database.empty() || fs::exists(fs::path(options.data) / "taydo.db");
  if (!installed && !options.data_named) {
    if (const auto pack = only_pack()) {
      fmt::print(stderr, "calendar of {}\n", pack->string());
      return of_pack(*pack);
    }
  }
  if (!installed) {
    throw db::Failure(options.data +
                      " is not an installation: name one with --data, or --pack FOLDER");
  }
  const Ground ground(options.data, options.database);
  return ground.db->read([](db::Tx& tx) { return calendar::load(tx); });
}

}  // namespace

int calendar_due(const DueOptions& options) {
  const auto time = asked_for(options);
  std::ios::sync_with_stdio(false);
  std::string row, out;
  int wrong = 0, provisional = 0, first_provisional = 0;
  for (int number = 1; std::getline(std::cin, row); ++number) {
    std::string_view line = row;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    if (number == 1 && line.starts_with("received_at,")) continue;
    const auto asked = calendar::read_question(line);
    if (!asked) {
      fmt::print(stderr, "line {}: {}\n", number, asked.error().en);
      ++wrong;
    } else {
      const auto due = calendar::due(time, asked->received, asked->limit);
      out += due.local().iso();
      if (time.surety(asked->received.local().date, due.local().date) ==
          calendar::Surety::provisional) {
        if (!provisional++) first_provisional = number;
      }
    }
    out += '\n';
  }
  std::cout << out << std::flush;
  if (provisional) {
    fmt::print(stderr,
               "{} due time(s), the first in line {}, are provisional: no days off are published "
               "for their year, only weekends are known\n",
               provisional, first_provisional);
  }
  if (wrong) fmt::print(stderr, "{} wrong row(s), each answered with an empty line\n", wrong);
  return wrong ? 1 : 0;
}

}  // namespace app
