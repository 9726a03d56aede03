// What was typed into a form about people and offices: shown again as typed, read as meant.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "platform/http/http.hpp"
#include "platform/ui/forms.hpp"

namespace administration::office {

struct StaffForm {
  base::Lang lang = base::Lang::vi;
  http::Fields values = {};
  std::vector<std::pair<std::string, std::string>> wrong = {};  // field, words
  std::function<base::Html()> marks = {};  // of a visit: fresh ones for each form of the page

  std::string get(std::string_view name) const { return std::string(values.get(name)); }
  std::string tidied(std::string_view name) const;
  // The same of at most 200 letters; more is refused.
  std::string line(std::string_view name);
  // What an id of a choice names; none if it is no number.
  template <class Id>
  Id id(std::string_view name) const {
    return Id::parse(values.get(name)).value_or(Id{});
  }
  bool ticked(std::string_view name) const { return values.get(name) == "yes"; }
  int version() const;

  // The three inputs name-day, name-month, name-year.
  bool day_empty(std::string_view name) const;
  std::optional<base::Date> day(std::string_view name) const;
  void set_day(std::string_view name, base::Date day);
  // 1996-03-14, or 1948 where day and month are left empty, or "" where all are; none: neither.
  std::optional<std::string> birth(std::string_view name) const;

  void refuse(std::string_view name, std::string words);
  void refuse(std::string_view name, const base::Text& text) {
    refuse(name, std::string(text.in(lang)));
  }
  bool fine() const { return wrong.empty(); }
  std::string error(std::string_view name) const;

  // ---- Drawing
  ui::Field field(std::string_view name, const base::Text& label) const;
  base::Html text(std::string_view name, const base::Text& label, const base::Text* hint = nullptr,
                  bool optional = false) const;
  base::Html day_input(std::string_view name, const base::Text& label,
                       const base::Text* hint = nullptr, bool optional = false) const;
  base::Html summary() const;  // of what is wrong, or nothing
};

}  // namespace administration::office
