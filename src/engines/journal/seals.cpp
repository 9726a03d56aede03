// Seals for outsiders: as JSON, in a second holder's file, and compared with it.
#include "engines/journal/seals.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>

#include "platform/crypto/crypto.hpp"

namespace journal {
namespace {

constexpr int slice = 500;
constexpr std::size_t line_max = 4'000;  // a seal's line has some 900 bytes

std::optional<std::int64_t> number_in(const base::json::object& o, std::string_view key) {
  const auto text = base::json::text_at(o, key);
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return out;
}

std::optional<Seal> read_line(std::string_view line) {
  if (line.size() > line_max) return {};
  const auto json = base::json::parse(line);
  return json ? read_seal(*json) : std::nullopt;
}

// How a holder's file ends: its last whole line, and what a round that was torn (kill -9, a full
// disk) left behind it. A power cut may leave zeros there, which say nothing.
struct End {
  std::string line, torn;
  std::int64_t whole = 0;  // bytes up to the torn part
};

std::string without_zeros(std::string torn) {
  while (torn.ends_with('\0')) torn.pop_back();
  return torn;
}

End end_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return {};
  const auto size = std::int64_t(file.tellg());
  const auto from = std::max<std::int64_t>(0, size - 2 * std::int64_t(line_max));
  std::string end(std::size_t(size - from), '\0');
  file.seekg(from);
  file.read(end.data(), std::streamsize(end.size()));
  End out;
  const auto torn = end.rfind('\n') + 1;
  out.whole = from + std::int64_t(torn);
  out.torn = without_zeros(end.substr(torn));
  end.resize(torn);
  while (end.ends_with('\n')) end.pop_back();
  out.line = end.substr(end.rfind('\n') + 1);
  return out;
}

std::string line_of(const Seal& seal) { return base::json::canonical(seal_json(seal)); }

// A torn line is ours when it is the beginning of the seal that comes next: then nothing is lost
// by writing it again. Any other may be all that is left of a seal we no longer have.
bool begins_next(db::Tx& tx, std::int64_t after, std::string_view torn) {
  const auto next = seals_above(tx, after, 1);
  return torn.empty() || (!next.empty() && line_of(next.front()).starts_with(torn));
}

// The number of the seal the file ends in, 0 before the first; none: it is not ours to add to.
std::optional<std::int64_t> add_after(db::Tx& tx, const End& end) {
  std::int64_t after = 0;
  if (!end.line.empty()) {
    const auto held = read_line(end.line);
    const auto ours = held ? newest_seals(tx, held->number + 1, 1) : std::vector<Seal>();
    if (ours.empty() || ours.front().hash != held->hash) return {};
    after = held->number;
  }
  return begins_next(tx, after, end.torn) ? std::optional(after) : std::nullopt;
}

Finding disagreement(const Seal& held, std::string_view what) {
  return {{}, held.number, "seal " + std::to_string(held.number) + ": " + std::string(what)};
}

void compare_one(const Seal& held, const Seal* ours, Verification& result) {
  if (!ours) {
    result.found(disagreement(held, "the second holder has it (" + held.at.iso() + ", " +
                                        std::to_string(held.entries) +
                                        " entries), here it is gone: the journal was cut"));
  } else if (held.public_key != ours->public_key) {
    result.found(disagreement(held, "the second holder has it with another key (" +
                                        key_name(held.public_key) + ", here " +
                                        key_name(ours->public_key) + "): it was sealed anew"));
  } else if (held.hash != ours->hash || held.root != ours->root) {
    result.found(disagreement(held, "the second holder has another one: it was made anew"));
  }
}

}  // namespace

std::string seal_text(const Seal& s) {
  const auto text = std::to_string(s.number) + "\n" + std::to_string(s.at.us) + "\n" +
                    std::to_string(s.entries) + "\n" + s.root + "\n" + s.previous + "\n";
  return s.next_key.empty() ? "taydo-seal-1\n" + text : "taydo-seal-2\n" + text + s.next_key;
}

base::json::object seal_json(const Seal& s) {
  return {{"number", std::to_string(s.number)},
          {"at", std::to_string(s.at.us)},
          {"entries", std::to_string(s.entries)},
          {"root", s.root},
          {"previous", s.previous},
          {"hash", s.hash},
          {"signature", s.signature},
          {"public_key", s.public_key},
          {"next_key", s.next_key}};
}

std::optional<Seal> read_seal(const base::json::value& json) {
  if (!json.is_object()) return {};
  const auto& o = json.get_object();
  const auto text = [&](std::string_view key) { return std::string(base::json::text_at(o, key)); };
  const auto number = number_in(o, "number"), at = number_in(o, "at"),
             entries = number_in(o, "entries");
  if (!number || !at || !entries) return {};
  return Seal{*number,          {*at},        *entries,          text("root"),
              text("previous"), text("hash"), text("signature"), text("public_key"),
              text("next_key")};
}

std::string key_name(std::string_view pem) {
  std::string body;
  for (std::size_t i = 0; i < pem.size();) {
    const auto end = std::min(pem.find('\n', i), pem.size());
    const auto line = pem.substr(i, end - i);
    if (!line.starts_with("-----")) body += line;
    i = end + 1;
  }
  const auto der = crypto::from_base64(body);
  return der && !der->empty() ? crypto::sha256_hex(*der).substr(0, 16) : "?";
}

std::int64_t write_seals(db::Database& db, std::int64_t after, std::ostream& out) {
  std::int64_t written = 0;
  for (;;) {
    const auto seals = db.read([&](db::Tx& tx) { return seals_above(tx, after, slice); });
    for (const auto& seal : seals) {
      out << line_of(seal) << '\n';
      after = seal.number;
    }
    written += std::int64_t(seals.size());
    if (int(seals.size()) < slice) return written;
  }
}

std::int64_t hand_over(db::Database& db, const std::string& path) {
  const auto end = end_of(path);
  const auto after = db.read([&](db::Tx& tx) { return add_after(tx, end); });
  if (!after) {
    throw db::Failure(path +
                      " does not end in a seal of this journal: nothing was added; "
                      "taydo journal verify --seals says more");
  }
  std::error_code none;
  if (std::filesystem::file_size(path, none) > std::uintmax_t(end.whole) && !none) {
    std::filesystem::resize_file(path, std::uintmax_t(end.whole));
  }
  std::ofstream out(path, std::ios::binary | std::ios::app);
  const auto written = write_seals(db, *after, out);
  out.flush();
  if (!out) throw db::Failure(path + " cannot be written");
  return written;
}

std::optional<Seal> newest_held(const std::string& path) { return read_line(end_of(path).line); }

void compare(db::Database& db, std::istream& held, Verification& result) {
  std::string line;
  std::vector<Seal> batch;
  std::int64_t last = 0;
  const auto flush = [&] {
    db.read([&](db::Tx& tx) {
      for (const auto& seal : batch) {
        const auto ours = newest_seals(tx, seal.number + 1, 1);
        const bool there = !ours.empty() && ours.front().number == seal.number;
        compare_one(seal, there ? &ours.front() : nullptr, result);
      }
    });
    batch.clear();
  };
  for (std::int64_t number = 1; std::getline(held, line); ++number) {
    const bool torn = held.eof();  // no end of line was written
    if (torn) line = without_zeros(line);
    if (line.empty()) continue;
    if (torn && db.read([&](db::Tx& tx) { return begins_next(tx, last, line); })) {
      result.held_torn = true;
    } else if (const auto seal = read_line(line)) {
      batch.push_back(*seal);
      last = seal->number;
    } else {
      result.found({{}, 0, "line " + std::to_string(number) + " of the second holder: no seal"});
    }
    if (batch.size() == std::size_t(slice)) flush();
  }
  flush();
}

}  // namespace journal
