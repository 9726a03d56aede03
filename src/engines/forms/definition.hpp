// A form as parsed: sections, their fields, conditions and checks.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engines/forms/forms.hpp"
#include "platform/reading/reading.hpp"

namespace forms {

enum class Type {
  text,
  textarea,
  date,
  partial_date,  // a bare year will do: old birth records
  integer,
  money,
  select,
  radio,
  checkbox,  // one statement to agree to
  phone,
  email,
  personal_id,
  id_document,  // kind, number, issuer, day of issue
  address       // commune and the line before it
};

using Condition = std::optional<feel::Expression>;

// A lower or upper bound of a number or a day: itself, today, or another field of the section.
struct Bound {
  std::optional<std::int64_t> number;
  bool today = false;
  std::string field;
  bool given() const { return number || today || !field.empty(); }
};

struct Validation {
  std::function<bool(std::string_view)> pattern;  // empty: anything
  base::Words message;  // said when the pattern does not fit; may be empty
  bool upper = false;   // a person's name: papers print it in capitals
  int length_max = 0;   // characters
  Bound min;
  Bound max;
};

// Where a value comes from that is not asked for.
struct Origin {
  std::string known;     // key of Setting::known
  bool locked = true;    // false: a first value, open to change
  bool if_same = false;  // only while the section is the same as another
  std::string same_as;   // a field of that other section
};

struct Field {
  std::string name;
  base::Words label;
  base::Words hint;
  Type type = Type::text;
  bool required = false;
  Condition required_if;
  std::vector<Choice> options;
  std::string initial;
  Validation validation;
  Origin origin;
  std::string autocomplete;
  // Set when it is needed with exactly one option of a radio field of its section: it is shown
  // beneath that option and asked with it only.
  std::string under_field;
  std::string under_option;
  base::Words needed_when;  // "Cần điền khi …", made from required_if; empty without one

  // A few choices are seen at once.
  bool as_radios() const {
    return type == Type::radio || (type == Type::select && options.size() <= 5);
  }
};

struct Section {
  std::string code;
  base::Words title;
  int entries_max = 0;  // 0: not repeated
  base::Words item;     // what one entry is called
  Condition show_if;
  std::string same_section;
  Condition same_if;
  base::Words same_source;  // "Theo người yêu cầu"
  std::vector<Field> fields;

  const Field* field(std::string_view name) const;  // nullptr if there is none
};

// A rule over several fields. [law: in the pack, beside each]
struct Check {
  feel::Expression must;
  std::string at;  // section.field
  base::Words message;
};

struct Definition {
  base::Words name;
  std::vector<Section> sections;
  std::vector<Check> checks;
};

// A condition where it stands in the definition.
struct Placed {
  std::string pointer;
  std::string section;  // whose fields are bare names; "" for checks
  feel::Expression expression;
};

// What can be read of a definition, its flaws, and its conditions, whose names are not looked up.
struct Reading {
  Definition form;
  reading::Flaws flaws;
  std::vector<Placed> conditions;
};
Reading read_definition(const base::json::value& json);

}  // namespace forms
