// Parsing a definition: everything wrong is told at once, each with its place.
#include "engines/forms/definition.hpp"

#include <algorithm>
#include <set>

#include "engines/forms/needed.hpp"
#include "engines/forms/pattern.hpp"
#include "engines/forms/text.hpp"
#include "platform/reading/reading.hpp"

namespace forms {
namespace {

using base::json::value;
using reading::Need;
using reading::Object;

constexpr std::size_t sections_max = 30, fields_max = 100, options_max = 500, checks_max = 60;
constexpr int entries_max = 20;

constexpr std::pair<std::string_view, Type> types[] = {{"text", Type::text},
                                                       {"textarea", Type::textarea},
                                                       {"date", Type::date},
                                                       {"partial_date", Type::partial_date},
                                                       {"integer", Type::integer},
                                                       {"money", Type::money},
                                                       {"select", Type::select},
                                                       {"radio", Type::radio},
                                                       {"checkbox", Type::checkbox},
                                                       {"phone", Type::phone},
                                                       {"email", Type::email},
                                                       {"personal_id", Type::personal_id},
                                                       {"id_document", Type::id_document},
                                                       {"address", Type::address}};
constexpr std::pair<std::string_view, bool> cases[] = {{"upper", true}, {"as_typed", false}};

bool is_name(std::string_view name) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  return !name.empty() && name.size() <= 60 && letters.find(name[0]) != letters.npos &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == name.npos;
}

bool takes_options(Type type) {
  return type == Type::select || type == Type::radio || type == Type::id_document;
}

int length_of(Type type) { return type == Type::textarea ? 4'000 : 500; }

bool is_field(const Definition& form, std::string_view name) {
  const auto dot = name.find('.');
  const auto field = dot == name.npos ? name : name.substr(dot + 1);
  return std::ranges::any_of(form.sections, [&](const Section& s) {
    const bool here = dot == name.npos || name.substr(0, dot) == s.code;
    return here && s.field(field) != nullptr;
  });
}

// A field or a section, or what is a part or an entry of one.
bool is_known(const Definition& form, std::string_view name) {
  for (auto end = name.size(); end != name.npos && end > 0; end = name.rfind('.', end - 1)) {
    const auto beginning = name.substr(0, end);
    const bool section = std::ranges::any_of(form.sections, [&](const Section& s) {
      return s.code == beginning && (s.entries_max || end == name.size());
    });
    if (section || is_field(form, beginning)) return true;
  }
  return false;
}

// Names that no field has.
void look_up(Reading& read) {
  for (const auto& [pointer, section, expression] : read.conditions) {
    for (const auto& asked : expression.asks()) {
      if (!asked.perhaps && !is_known(read.form, asked.name))
        read.flaws.push_back(reading::flaw(pointer, text::no_field, {{"name", asked.name}}));
    }
  }
}

class Parser {
 public:
  Parser(reading::Flaws& flaws, std::vector<Placed>& conditions)
      : flaws_(flaws), conditions_(conditions) {}

  Definition parse(const value& json) {
    Object o(json, "", flaws_);
    Definition form;
    form.name = o.words("name");
    o.raw("source");
    read_lists(o);
    for (auto& section : o.objects("sections", sections_max)) {
      form.sections.push_back(read_section(section));
    }
    for (auto& check : o.objects("checks", checks_max, Need::may)) read_check(check, form);
    o.nothing_else();
    resolve(form);
    for (auto& section : form.sections) explain_needs(section);
    return form;
  }

 private:
  // A name that has to be a field once all of them are known.
  struct Reference {
    std::string pointer;
    std::string section;  // where a bare name is looked up
    std::string name;
  };

  void read_lists(Object& o) {
    auto lists = o.object("option_lists", Need::may);
    const auto* all = o.raw("option_lists");
    const auto* members = all ? all->if_object() : nullptr;
    if (!members) return;
    for (const auto& [name, list] : *members) {
      auto& options = lists_[std::string(name)];
      for (auto& item : lists.objects(name, options_max)) {
        options.push_back({item.text("code"), item.words("name")});
        item.raw("note");
        item.nothing_else();
      }
    }
  }

  Section read_section(Object& o) {
    Section s;
    s.code = code(o, "code");
    s.title = o.words("title");
    if (!sections_.insert(s.code).second) o.complain("code", text::twice, {{"name", s.code}});
    if (o.has("repeat")) read_repeat(o.object("repeat"), s);
    o.raw("repeat");
    s.show_if = condition(o, "show_if", s.code);
    if (o.has("same_as")) read_same(o.object("same_as"), s);
    o.raw("same_as");
    std::set<std::string> names;
    for (auto& field : o.objects("fields", fields_max)) {
      s.fields.push_back(read_field(field, s));
      const auto& name = s.fields.back().name;
      if (!names.insert(name).second) field.complain("name", text::twice, {{"name", name}});
    }
    o.raw("note");
    o.nothing_else();
    return s;
  }

  void read_repeat(Object o, Section& s) {
    s.entries_max = int(o.number("max", 1, entries_max, Need::may, entries_max));
    s.item = o.words("item", Need::may);
    o.nothing_else();
  }

  void read_same(Object o, Section& s) {
    s.same_section = o.text("section");
    s.same_if = condition(o, "if", s.code);
    s.same_source = o.words("source");
    if (!sections_.contains(s.same_section)) {
      o.complain("section", text::no_section, {{"name", s.same_section}});
    }
    if (s.entries_max) o.complain("section", text::not_in_repeat, {{"key", "same_as"}});
    o.nothing_else();
  }

  Field read_field(Object& o, const Section& s) {
    Field f;
    f.name = code(o, "name");
    f.label = o.words("label");
    f.hint = o.words("hint", Need::may);
    f.type = o.choice<Type>("type", types, Type::text);
    f.required = o.flag("required");
    f.required_if = condition(o, "required_if", s.code);
    f.autocomplete = o.text("autocomplete", Need::may);
    read_options(o, f);
    read_origin(o, f, s);
    f.validation.length_max = length_of(f.type);
    if (o.has("validation")) read_validation(o.object("validation"), f.validation, s);
    o.raw("validation");
    o.raw("note");
    o.nothing_else();
    return f;
  }

  void read_options(Object& o, Field& f) {
    const auto list = o.text("options", Need::may);
    if (list.empty() && takes_options(f.type)) o.complain("options", text::needs_options);
    if (!list.empty()) {
      const auto found = lists_.find(list);
      if (found == lists_.end())
        o.complain("options", text::no_list, {{"name", list}});
      else
        f.options = found->second;
    }
    f.initial = o.text("default", Need::may);
    const bool known = std::ranges::any_of(
        f.options, [&](const auto& choice) { return choice.code == f.initial; });
    if (!f.initial.empty() && !f.options.empty() && !known) {
      o.complain("default", text::no_option, {{"name", f.initial}});
    }
  }

  void read_origin(Object& o, Field& f, const Section& s) {
    f.origin.same_as = o.text("same_as", Need::may);
    if (!f.origin.same_as.empty()) refer(o.at("same_as"), s.same_section, f.origin.same_as);
    for (const std::string_view key : {"prefill", "prefill_editable", "prefill_if_self"}) {
      auto known = o.text(key, Need::may);
      if (known.empty()) continue;
      if (s.entries_max) o.complain(key, text::not_in_repeat, {{"key", std::string(key)}});
      f.origin.known = std::move(known);
      f.origin.locked = key != "prefill_editable";
      f.origin.if_same = key == "prefill_if_self";
    }
  }

  void read_validation(Object o, Validation& v, const Section& s) {
    if (const auto expression = o.text("pattern", Need::may); !expression.empty()) {
      auto compiled = pattern(expression);
      if (compiled)
        v.pattern = std::move(*compiled);
      else
        o.complain("pattern", text::bad_pattern, {{"max", std::to_string(pattern_bytes_max)}});
    }
    v.message = o.words("message", Need::may);
    v.upper = o.choice<bool>("case", cases, false, Need::may);
    v.length_max = int(o.number("max_length", 1, 10'000, Need::may, v.length_max));
    v.min = bound(o, "min", s);
    v.max = bound(o, "max", s);
    o.nothing_else();
  }

  Bound bound(Object& o, std::string_view key, const Section& s) {
    Bound b;
    const auto* given = o.raw(key);
    if (!given) return b;
    if (const auto* number = given->if_int64())
      b.number = *number;
    else if (!given->is_string())
      o.complain(key, text::bad_bound, {{"key", std::string(key)}});
    else if (const auto name = o.text(key, Need::may); name == "today")
      b.today = true;
    else
      refer(o.at(key), s.code, b.field = name);
    return b;
  }

  Condition condition(Object& o, std::string_view key, const std::string& section) {
    const auto given = o.text(key, Need::may);
    if (given.empty()) return std::nullopt;
    auto parsed = feel::compile_open(given);
    if (!parsed) {
      const auto column = std::to_string(parsed.error().front().place.column);
      const auto& why = parsed.error().front().words;
      const base::Text& bad = text::bad_rule;
      flaws_.push_back({0,
                        o.at(key),
                        {fill(bad, base::Lang::vi, {{"column", column}, {"why", why.vi}}),
                         fill(bad, base::Lang::en, {{"column", column}, {"why", why.en}})}});
      return std::nullopt;
    }
    conditions_.push_back({o.at(key), section, *parsed});
    return *parsed;
  }

  void read_check(Object& o, Definition& form) {
    auto must = condition(o, "must", "");
    auto at = o.text("at");
    auto message = o.words("message");
    o.raw("law");
    o.nothing_else();
    refer(o.at("at"), "", at);
    if (must) form.checks.push_back({*must, std::move(at), std::move(message)});
  }

  std::string code(Object& o, std::string_view key) {
    auto name = o.text(key);
    if (!name.empty() && !is_name(name)) o.complain(key, text::bad_code, {{"name", name}});
    return name;
  }

  void refer(std::string pointer, std::string section, std::string name) {
    references_.push_back({std::move(pointer), std::move(section), std::move(name)});
  }

  void resolve(const Definition& form) {
    for (const auto& r : references_) {
      if (!is_field(form, r.name))
        flaws_.push_back(reading::flaw(r.pointer, text::no_field, {{"name", r.name}}));
    }
  }

  reading::Flaws& flaws_;
  std::vector<Placed>& conditions_;
  std::map<std::string, std::vector<Choice>> lists_;
  std::set<std::string> sections_;
  std::vector<Reference> references_;
};

}  // namespace

const Field* Section::field(std::string_view wanted) const {
  const auto found = std::ranges::find(fields, wanted, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

base::Result<std::shared_ptr<const Definition>, std::vector<Flaw>> parse(std::string_view json) {
  const auto parsed = base::json::parse(json);
  std::vector<Flaw> told;
  if (!parsed) {
    const auto& why = parsed.error();
    const auto f = reading::flaw("", text::not_json,
                                 {{"line", std::to_string(why.line)}, {"why", why.message}});
    return base::refuse(std::vector<Flaw>{{f.pointer, f.message}});
  }
  auto read = read_definition(*parsed);
  look_up(read);
  for (auto& flaw : read.flaws) told.push_back({std::move(flaw.pointer), std::move(flaw.message)});
  if (!told.empty()) return base::refuse(std::move(told));
  return std::make_shared<const Definition>(std::move(read.form));
}

Reading read_definition(const base::json::value& json) {
  Reading out;
  out.form = Parser(out.flaws, out.conditions).parse(json);
  return out;
}

base::Words name(const Definition& form) { return form.name; }
int steps(const Definition& form) { return int(form.sections.size()); }
base::Words step_title(const Definition& form, int step) {
  base::must(step >= 0 && step < steps(form));
  return form.sections[std::size_t(step)].title;
}

}  // namespace forms
