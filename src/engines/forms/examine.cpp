// Types and references of a form, looked through once before it is published.
#include "engines/forms/examine.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "engines/forms/definition.hpp"
#include "engines/forms/text_examine.hpp"
#include "engines/forms/typed.hpp"

namespace forms {
namespace {

// What Setting::known may hold, and which questions it answers.
struct Prefill {
  std::string_view key;
  std::vector<Type> fits;
};
const std::vector<Prefill>& prefills() {
  static const std::vector<Prefill> all = {
      {"person.name", {Type::text}},
      {"person.number", {Type::personal_id, Type::text}},
      {"person.gender", {Type::select, Type::radio}},
      {"person.birth", {Type::date, Type::partial_date}},
      {"person.ethnicity", {Type::select, Type::text}},
      {"person.nationality", {Type::select, Type::text}},
      {"person.residence", {Type::address, Type::text, Type::textarea}},
      {"person.commune", {Type::select, Type::text}},
      {"person.phone", {Type::phone, Type::text}},
      {"person.email", {Type::email, Type::text}}};
  return all;
}

feel::Known known(const Field& field) {
  switch (field.type) {
    case Type::date:
    case Type::partial_date:
      return {feel::Kind::date};
    case Type::integer:
    case Type::money:
      return {feel::Kind::number};
    case Type::checkbox:
      return {feel::Kind::boolean};
    case Type::select:
    case Type::radio: {
      feel::Known out{feel::Kind::text};
      for (const auto& option : field.options) out.codes.push_back(option.code);
      return out;
    }
    default:
      return {feel::Kind::text};
  }
}

// A section as a context of its fields, a repeated one as a list of them.
feel::Known known(const Section& section) {
  feel::Known out{section.entries_max ? feel::Kind::list : feel::Kind::context};
  for (const auto& field : section.fields) out.entries.emplace(field.name, known(field));
  return out;
}

// Everything that is not repeated, by its full name.
feel::Names fields(const Definition& form) {
  feel::Names out;
  for (const auto& section : form.sections) {
    if (section.entries_max) continue;
    for (const auto& field : section.fields) out[section.code + "." + field.name] = known(field);
  }
  return out;
}

// A field of a section's name is asked by that name.
void add_sections(const Definition& form, feel::Names& out) {
  for (const auto& section : form.sections) out.try_emplace(section.code, known(section));
}

// What a condition of a section may ask: besides what all may, the fields of its own section by
// their bare names; of a repeated section those of the same entry.
feel::Names scope_in(const Definition& form, std::string_view code) {
  auto out = fields(form);
  for (const auto& section : form.sections) {
    if (section.entries_max && section.code != code) continue;
    for (const auto& field : section.fields) {
      if (section.code == code)
        out.insert_or_assign(field.name, known(field));
      else
        out.try_emplace(field.name, known(field));
    }
  }
  add_sections(form, out);
  return out;
}

class Examination {
 public:
  Examination(const base::json::value& json, Reading read)
      : json_(json),
        form_(std::move(read.form)),
        flaws_(std::move(read.flaws)),
        conditions_(std::move(read.conditions)) {}

  Examined run() {
    lists();
    for (const auto& one : conditions_) types(one);
    for (std::size_t i = 0; i < form_.sections.size(); ++i) section(i);
    for (std::size_t i = 0; i < form_.checks.size(); ++i) check(i);
    circles();
    return {std::make_shared<const Definition>(std::move(form_)), std::move(flaws_)};
  }

 private:
  void say(std::string pointer, const base::Text& text, base::Holes holes = {}) {
    flaws_.push_back(reading::flaw(std::move(pointer), text, std::move(holes)));
  }

  static std::string at_field(std::size_t section, std::size_t field) {
    return "/sections/" + std::to_string(section) + "/fields/" + std::to_string(field);
  }

  void lists() {
    const auto* o = json_.if_object();
    if (!o) return;
    for (const auto& [name, list] : base::json::object_at(*o, "option_lists")) {
      std::set<std::string_view> seen;
      const auto* items = list.if_array();
      for (const auto& item : items ? *items : base::json::array()) {
        const auto* option = item.if_object();
        const auto code = option ? base::json::text_at(*option, "code") : "";
        if (code.empty() || seen.insert(code).second) continue;
        say("/option_lists/" + std::string(name), text::code_twice,
            {{"code", std::string(code)}, {"list", std::string(name)}});
      }
    }
  }

  void types(const Placed& one) {
    for (auto& problem : feel::misfits(one.expression, scope_in(form_, one.section))) {
      const auto in = [&](base::Lang lang) {
        return base::fill(
            text::bad_condition, lang,
            {{"column", std::to_string(problem.place.column)}, {"why", problem.words.in(lang)}});
      };
      flaws_.push_back({0, one.pointer, {in(base::Lang::vi), in(base::Lang::en)}});
    }
  }

  void section(std::size_t i) {
    const auto& s = form_.sections[i];
    for (std::size_t j = 0; j < s.fields.size(); ++j) {
      const auto& f = s.fields[j];
      const auto pointer = at_field(i, j);
      if (!f.origin.known.empty()) prefill(f, pointer);
      if (!f.origin.same_as.empty()) same(s, f, pointer);
      if (!f.initial.empty()) beforehand(f, pointer);
      bounds(s, f, pointer + "/validation");
      if (f.required && f.required_if) say(pointer + "/required_if", text::required_anyway);
    }
    if (s.fields.empty()) say("/sections/" + std::to_string(i) + "/fields", text::no_fields);
  }

  void prefill(const Field& f, const std::string& pointer) {
    const auto key = f.origin.if_same  ? "prefill_if_self"
                     : f.origin.locked ? "prefill"
                                       : "prefill_editable";
    const auto found = std::ranges::find(prefills(), f.origin.known, &Prefill::key);
    if (found == prefills().end()) {
      std::string all;
      for (const auto& one : prefills()) (all += all.empty() ? "" : ", ") += one.key;
      return say(pointer + "/" + key, text::no_prefill, {{"name", f.origin.known}, {"names", all}});
    }
    if (!std::ranges::count(found->fits, f.type))
      say(pointer + "/" + key, text::prefill_type, {{"name", f.origin.known}});
    if (found->key != "person.gender" || f.options.empty()) return;
    for (const std::string_view code : {"male", "female"}) {
      if (!std::ranges::count(f.options, code, &Choice::code))
        say(pointer + "/options", text::no_gender, {{"code", std::string(code)}});
    }
  }

  void same(const Section& s, const Field& f, const std::string& pointer) {
    const auto other = std::ranges::find(form_.sections, s.same_section, &Section::code);
    if (s.same_section.empty()) return say(pointer + "/same_as", text::same_without_section);
    if (other == form_.sections.end()) return;
    if (other->entries_max) return say(pointer + "/same_as", text::same_of_repeated);
    const auto* source = other->field(f.origin.same_as);
    if (source && source->type != f.type) say(pointer + "/same_as", text::same_type);
  }

  void beforehand(const Field& f, const std::string& pointer) {
    const bool whole = f.type == Type::integer || f.type == Type::money;
    const bool fits = whole ? whole_number(f.initial).has_value()
                            : f.type != Type::date && f.type != Type::partial_date &&
                                  f.type != Type::address && f.type != Type::id_document;
    if (!fits || (f.type == Type::checkbox && f.initial != "yes"))
      say(pointer + "/default", text::bad_default, {{"given", f.initial}});
  }

  void bounds(const Section& s, const Field& f, const std::string& pointer) {
    const bool day = f.type == Type::date || f.type == Type::partial_date;
    const bool count = f.type == Type::integer || f.type == Type::money;
    for (const auto& [key, bound] :
         {std::pair("min", &f.validation.min), std::pair("max", &f.validation.max)}) {
      if (!bound->given()) continue;
      const auto at = pointer + "/" + key;
      if (!day && !count) say(at, text::bound_of_nothing);
      if (day && bound->number) say(at, text::bound_number);
      if (count && bound->today) say(at, text::bound_today);
      const auto* other = bound->field.empty() ? nullptr : s.field(bound->field);
      if (!bound->field.empty() && bound->field.find('.') != std::string::npos) other = nullptr;
      const bool alike = other && ((day && known(*other).kind == feel::Kind::date) ||
                                   (count && known(*other).kind == feel::Kind::number));
      if (!bound->field.empty() && (day || count) && !alike)
        say(at, text::bound_field, {{"name", bound->field}});
    }
    const auto &min = f.validation.min.number, &max = f.validation.max.number;
    if (min && max && *min > *max) say(pointer + "/min", text::bound_crossed);
    if (f.validation.pattern && f.type != Type::text && f.type != Type::textarea)
      say(pointer + "/pattern", text::pattern_of_nothing);
  }

  void check(std::size_t i) {
    const auto& at = form_.checks[i].at;
    const auto section =
        std::ranges::find(form_.sections, at.substr(0, at.find('.')), &Section::code);
    const auto pointer = "/checks/" + std::to_string(i) + "/at";
    if (at.find('.') == at.npos) return say(pointer, text::check_bare, {{"name", at}});
    if (section != form_.sections.end() && section->entries_max)
      say(pointer, text::check_repeated, {{"section", section->code}});
  }

  // A field that is asked only if another is answered, which is asked only if the first is.
  void circles() {
    std::map<std::string, std::set<std::string>> needs;
    std::map<std::string, std::string> pointers;
    for (const auto& one : conditions_) {
      const auto whose = owner(one);
      if (whose.empty()) continue;
      pointers.try_emplace(whose, one.pointer);
      for (const auto& name : one.expression.names()) {
        for (const auto& step : owners(name, one.section)) needs[whose].insert(step);
      }
    }
    for (const auto& [whose, pointer] : pointers) {
      std::set<std::string> seen;
      std::vector<std::string> ahead(needs[whose].begin(), needs[whose].end());
      while (!ahead.empty()) {
        const auto next = ahead.back();
        ahead.pop_back();
        if (!seen.insert(next).second) continue;
        for (const auto& more : needs[next]) ahead.push_back(more);
      }
      if (seen.contains(whose)) say(pointer, text::circle, {{"name", whose}});
    }
  }

  // "section" for its show_if, "section.field" for a field's condition; "" for others.
  std::string owner(const Placed& one) const {
    const bool shows = one.pointer.ends_with("/show_if");
    if (!shows && !one.pointer.ends_with("/required_if")) return "";
    if (shows) return one.section;
    const auto from = one.pointer.find("/fields/") + 8;
    const auto place = std::size_t(std::atoi(one.pointer.c_str() + from));
    for (const auto& s : form_.sections) {
      if (s.code == one.section && place < s.fields.size())
        return s.code + "." + s.fields[place].name;
    }
    return "";
  }

  // Whoever has to be asked before the name has a value: the field and its section.
  std::vector<std::string> owners(std::string_view name, const std::string& here) const {
    for (auto end = name.size(); end != name.npos && end > 0; end = name.rfind('.', end - 1)) {
      auto found = owners_of(name.substr(0, end), here);
      if (!found.empty()) return found;
    }
    return {};
  }

  std::vector<std::string> owners_of(std::string_view name, const std::string& here) const {
    const auto dot = name.find('.');
    for (const bool own : {true, false}) {
      for (const auto& s : form_.sections) {
        if (own != (s.code == here) && dot == name.npos) continue;
        if (dot != name.npos && name.substr(0, dot) != s.code) continue;
        const auto field = dot == name.npos ? name : name.substr(dot + 1);
        if (!s.field(field)) continue;
        std::vector<std::string> out = {s.code + "." + std::string(field)};
        if (s.code != here) out.push_back(s.code);
        return out;
      }
    }
    const bool section = name != here && std::ranges::count(form_.sections, name, &Section::code);
    return section ? std::vector<std::string>{std::string(name)} : std::vector<std::string>{};
  }

  const base::json::value& json_;
  Definition form_;
  reading::Flaws flaws_;
  std::vector<Placed> conditions_;
};

// One field under its own name, its whole name and with its parts.
void name(const Section& section, const Field& field, Named& out) {
  const bool always = field.required && !section.show_if && field.under_field.empty();
  for (const auto& name : {field.name, section.code + "." + field.name}) {
    out.texts.try_emplace(name, always);
    out.values.try_emplace(name, known(field));
  }
  if (field.type == Type::address) {
    for (const auto* part : {".line", ".commune"}) out.texts.try_emplace(field.name + part, false);
  }
  if (field.type != Type::id_document) return;
  for (const auto* part : {".kind", ".number", ".issuer", ".issued"}) {
    out.texts.try_emplace(field.name + part, false);
  }
  feel::Known kinds{feel::Kind::text};
  for (const auto& option : field.options) kinds.codes.push_back(option.code);
  out.values.try_emplace(field.name + ".kind", kinds);
}

}  // namespace

Examined examine(std::string_view json) {
  const auto parsed = base::json::parse(json);
  if (!parsed || !parsed->is_object()) {
    Examined out;
    out.flaws.push_back(reading::flaw("", text::no_form));
    return out;
  }
  return Examination(*parsed, read_definition(*parsed)).run();
}

feel::Names scope(const Definition& form) {
  auto out = fields(form);
  add_sections(form, out);
  return out;
}

Named named(const Definition& form) {
  Named out;
  for (const auto& section : form.sections) {
    auto* into = &out;
    if (section.entries_max) {
      into = &out.entries[section.code];
    }
    for (const auto& field : section.fields) name(section, field, *into);
  }
  for (const auto& section : form.sections) {
    if (section.entries_max) out.values.erase(section.code);
    out.values.try_emplace(section.code, known(section));
  }
  return out;
}

}  // namespace forms
