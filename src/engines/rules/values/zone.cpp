// Zones: names are kept once in a table of the process; a zone itself is a number.
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <fmt/format.h>

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <vector>

#include "engines/rules/values/moment.hpp"

namespace feel {
namespace {

struct Named {
  std::string name;
  std::unique_ptr<icu::TimeZone> rules;
};

// Grows to the few hundred names that ICU knows, and never shrinks.
class Table {
 public:
  std::optional<std::int32_t> number_of(std::string_view name) {
    {
      const std::shared_lock lock(mutex_);
      if (const auto at = find(name)) return at;
    }
    const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), int(name.size())));
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString canonical;
    UBool system = false;  // "GMT+3:17" is understood, but is no zone of the tables
    icu::TimeZone::getCanonicalID(id, canonical, system, status);
    if (U_FAILURE(status) || !system) return std::nullopt;
    std::unique_ptr<icu::TimeZone> rules(icu::TimeZone::createTimeZone(id));
    const std::unique_lock lock(mutex_);
    if (const auto at = find(name)) return at;
    all_.push_back({std::string(name), std::move(rules)});
    return std::int32_t(all_.size() - 1);
  }

  std::string name(std::int32_t number) const {
    const std::shared_lock lock(mutex_);
    return all_[std::size_t(number)].name;
  }

  std::int32_t usual_offset(std::int32_t number) const {
    const std::shared_lock lock(mutex_);
    return all_[std::size_t(number)].rules->getRawOffset() / 1'000;
  }

  std::int32_t offset(std::int32_t number, std::int64_t seconds, bool local) const {
    const std::shared_lock lock(mutex_);
    std::int32_t raw = 0, summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    all_[std::size_t(number)].rules->getOffset(double(seconds) * 1'000, local, raw, summer, status);
    return U_FAILURE(status) ? 0 : (raw + summer) / 1'000;
  }

 private:
  std::optional<std::int32_t> find(std::string_view name) const {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].name == name) return std::int32_t(i);
    }
    return std::nullopt;
  }

  mutable std::shared_mutex mutex_;
  std::vector<Named> all_;
};

Table& table() {
  static Table made;
  return made;
}

int two_digits(std::string_view text, std::size_t at) {
  if (at + 2 > text.size()) return -1;
  const auto tens = text[at] - '0', ones = text[at + 1] - '0';
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

}  // namespace

std::optional<Zone> Zone::named(std::string_view name) {
  if (name.empty() || name.size() > 64) return std::nullopt;
  const auto number = table().number_of(name);
  if (!number) return std::nullopt;
  return Zone{first_name + *number};
}

std::optional<Zone> Zone::parse(std::string_view text) {
  if (text.empty()) return Zone{};
  if (text == "Z" || text == "z") return Zone{0};
  if (text.front() == '@') return named(text.substr(1));
  if ((text.front() != '+' && text.front() != '-') || (text.size() != 6 && text.size() != 9)) {
    return std::nullopt;
  }
  const int hours = two_digits(text, 1), minutes = two_digits(text, 4);
  const int seconds = text.size() == 9 ? two_digits(text, 7) : 0;
  if (text[3] != ':' || (text.size() == 9 && text[6] != ':')) return std::nullopt;
  if (hours < 0 || minutes < 0 || seconds < 0 || minutes > 59 || seconds > 59) return std::nullopt;
  const int offset = hours * 3'600 + minutes * 60 + seconds;
  if (offset > 18 * 3'600) return std::nullopt;
  return Zone{text.front() == '-' ? -offset : offset};
}

std::string Zone::text() const {
  if (!any()) return "";
  if (has_name()) return "@" + name();
  if (code == 0) return "Z";
  const int east = code < 0 ? -code : code;
  auto made = fmt::format("{}{:02}:{:02}", code < 0 ? '-' : '+', east / 3'600, east / 60 % 60);
  if (east % 60) made += fmt::format(":{:02}", east % 60);
  return made;
}

std::string Zone::name() const { return has_name() ? table().name(code - first_name) : ""; }

std::int32_t Zone::offset_at(std::int64_t local_seconds) const {
  if (!any()) return 0;
  return has_name() ? table().offset(code - first_name, local_seconds, true) : code;
}

std::int32_t Zone::usual_offset() const {
  if (!any()) return 0;
  return has_name() ? table().usual_offset(code - first_name) : code;
}

std::int32_t Zone::offset_of_utc(std::int64_t seconds) const {
  if (!any()) return 0;
  return has_name() ? table().offset(code - first_name, seconds, false) : code;
}

}  // namespace feel
