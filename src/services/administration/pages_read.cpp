// Reads what was typed of people and positions; says what is wrong beside its field.
#include <algorithm>

#include "base/fold.hpp"
#include "services/administration/pages_staff.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office {
namespace {

constexpr std::size_t name_max = 200;
constexpr int born_min = 1850;

const base::Text& words_of(identity::NumberFault fault) {
  using identity::NumberFault;
  switch (fault) {
    case NumberFault::not_digits:
      return text::number_not_digits;
    case NumberFault::old_card:
      return text::number_old_card;
    case NumberFault::length:
      return text::number_length;
    case NumberFault::prefix:
      return text::number_prefix;
    case NumberFault::future:
      break;
  }
  return text::number_future;
}

std::string digits_of(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c != ' ' && c != '.' && c != '-') out += c;
  }
  return out;
}

}  // namespace

identity::PersonFacts read_facts(StaffForm& form, base::Date today) {
  identity::PersonFacts facts;
  facts.number = digits_of(form.tidied("number"));
  if (!facts.number.empty()) {
    if (const auto fault = identity::fault_in(facts.number, today)) {
      form.refuse("number", words_of(*fault));
    }
  }
  facts.name = form.tidied("name");
  if (facts.name.empty()) form.refuse("name", text::enter_name);
  if (base::length(facts.name) > name_max) form.refuse("name", text::long_name);
  const auto birth = form.birth("birth");
  const auto whole = birth ? base::Date::parse_iso(*birth) : std::nullopt;
  if (!birth || (whole && (*whole > today || whole->year() < born_min)))
    form.refuse("birth", text::bad_birth);
  facts.birth = birth.value_or("");
  facts.gender = form.get("gender");
  facts.phone = form.line("phone");
  facts.email = form.line("email");
  return facts;
}

void read_title_and_days(StaffForm& form, identity::Position& position) {
  position.title = {form.tidied("title_vi"), form.tidied("title_en")};
  const auto from = form.day("from");
  if (!from) form.refuse("from", text::enter_from);
  position.from = from.value_or(base::Date{});
  if (!form.day_empty("to")) {
    position.to = form.day("to");
    if (!position.to) form.refuse("to", text::bad_to);
  } else {
    position.to.reset();
  }
}

identity::Position read_position(StaffForm& form, const identity::Who& who,
                                 const std::vector<ui::Choosable>& roles) {
  identity::Position position;
  position.unit = form.id<base::UnitId>("unit");
  position.role = form.get("role");
  if (!position.unit) {
    form.refuse("unit", text::choose_unit);
  } else if (!administers(who, position.unit)) {
    form.refuse("unit", text::unit_not_yours);
  }
  const bool known = std::ranges::any_of(roles, [&](const ui::Choosable& one) {
    return std::string_view(one.value) == position.role;
  });
  if (!known) form.refuse("role", text::choose_role);
  read_title_and_days(form, position);
  return position;
}

void tell(StaffForm& form, const identity::PositionTrouble& trouble, const std::string& unit,
          const std::string& role) {
  using Why = identity::PositionRefusal;
  switch (trouble.why) {
    case Why::no_title:
      return form.refuse("title_vi", text::enter_title);
    case Why::long_title:
      return form.refuse("title_vi", text::long_title);
    case Why::reversed: {
      const auto from = form.day("from");
      return form.refuse("to", base::fill(text::reversed, form.lang,
                                          {{"day", from ? from->vn() : std::string()}}));
    }
    case Why::far:
      return form.refuse("from", text::far_day);
    case Why::overlaps:
      break;
  }
  const auto& other = *trouble.other;
  form.refuse("from", base::fill(text::overlaps, form.lang,
                                 {{"role", role},
                                  {"unit", unit},
                                  {"from", other.from.vn()},
                                  {"to", views::shown_day(other.to, form.lang)}}));
}

}  // namespace administration::office
