// Reading JSON that people wrote: members asked for by name, every flaw told with its place.
//
// Nothing throws and nothing stops at the first flaw: what is missing or wrong reads as a fallback
// and is written down, so that the author of a file hears everything at once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/json.hpp"
#include "base/text.hpp"

namespace reading {

struct Flaw {
  int line = 0;         // from 1, or 0 when the pointer says where
  std::string pointer;  // RFC 6901: "/sections/0/fields/2/type"
  base::Words message;  // what is wrong and how to mend it
};
using Flaws = std::vector<Flaw>;

Flaw flaw(std::string pointer, const base::Text& text, base::Holes holes = {});

enum class Need { must, may };

template <class E>
using Names = std::span<const std::pair<std::string_view, E>>;

class Object {
 public:
  // A value that is no object is a flaw and reads as an empty one. Both arguments outlive this.
  Object(const base::json::value& value, std::string pointer, Flaws& flaws);

  bool has(std::string_view key) const;  // there, and not null
  std::string text(std::string_view key, Need need = Need::must);
  // {"vi": ..., "en": ...}, or a plain text, which stands for the Vietnamese.
  base::Words words(std::string_view key, Need need = Need::must);
  std::int64_t number(std::string_view key, std::int64_t min, std::int64_t max,
                      Need need = Need::must, std::int64_t fallback = 0);
  bool flag(std::string_view key, bool fallback = false);
  std::optional<base::Date> date(std::string_view key, Need need = Need::must);
  Object object(std::string_view key, Need need = Need::must);
  std::vector<Object> objects(std::string_view key, std::size_t max, Need need = Need::must);
  std::vector<std::string> texts(std::string_view key, std::size_t max, Need need = Need::must);
  template <class E>
  E choice(std::string_view key, Names<E> names, E fallback, Need need = Need::must) {
    const auto given = text(key, need);
    for (const auto& [name, value] : names) {
      if (name == given) return value;
    }
    if (!given.empty()) complain_choice(key, given, joined(names));
    return fallback;
  }

  // Call last: members nobody asked for are flaws, most often a misspelt name.
  void nothing_else();

  void complain(std::string_view key, const base::Text& text, base::Holes holes = {});
  std::string at(std::string_view key) const;          // the pointer of a member
  const base::json::value* raw(std::string_view key);  // nullptr if absent or null
  const std::string& pointer() const { return pointer_; }

 private:
  template <class E>
  static std::string joined(Names<E> names) {
    std::string all;
    for (const auto& [name, value] : names) (all += all.empty() ? "" : ", ") += name;
    return all;
  }
  void complain_choice(std::string_view key, std::string given, std::string names);
  const base::json::value* wanted(std::string_view key, Need need);

  const base::json::object* object_;
  std::string pointer_;
  Flaws* flaws_;
  std::vector<std::string_view> asked_;
};

}  // namespace reading
