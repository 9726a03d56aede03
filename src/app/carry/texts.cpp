// Finding the conditions of a text and putting others in their place.
#include "app/carry/texts.hpp"

#include <pugixml.hpp>

#include <algorithm>

#include "app/carry/json_texts.hpp"
#include "base/json.hpp"
#include "engines/rules/feel/feel.hpp"

namespace app::carry {
namespace {

// Copies a text, with other words where conditions stand.
class Rewriting {
 public:
  explicit Rewriting(std::string_view text) : text_(text) {}

  // `as_written` makes of the new condition what stands in the file.
  template <class Write>
  void put(std::size_t begin, std::size_t end, const std::string& before, const Names& names,
           Write as_written) {
    const auto after = to_feel(before, names);
    const auto line = 1 + int(std::count(text_.begin(), text_.begin() + long(begin), '\n'));
    if (after == before || (!after && feel::compile_open(before))) return;  // FEEL already
    out_.changes.push_back({line, before, after.value_or("")});
    if (!after) return;
    out_.text += text_.substr(done_, begin - done_);
    out_.text += as_written(*after);
    done_ = end;
  }

  Carried finished() {
    out_.text += text_.substr(done_);
    return std::move(out_);
  }

 private:
  std::string_view text_;
  std::size_t done_ = 0;
  Carried out_;
};

Kind kind_of(std::string_view type) {
  if (type == "date" || type == "partial_date") return Kind::date;
  if (type == "integer" || type == "money") return Kind::number;
  return type == "checkbox" ? Kind::flag : Kind::text;
}

// "/sections/3/fields/0/required_if" of a form; whose fields are bare names there.
const base::json::object* section_at(const base::json::value& form, std::string_view pointer) {
  constexpr std::string_view sections = "/sections/";
  if (!pointer.starts_with(sections)) return nullptr;
  pointer.remove_prefix(sections.size());
  boost::system::error_code error;
  const auto* found =
      form.find_pointer("/sections/" + std::string(pointer.substr(0, pointer.find('/'))), error);
  return found ? found->if_object() : nullptr;
}

bool is_condition(std::string_view pointer) {
  const bool in_section = pointer.starts_with("/sections/");
  const auto key = pointer.substr(pointer.rfind('/') + 1);
  if (in_section) {
    return key == "show_if" || (key == "required_if" && pointer.find("/fields/") != pointer.npos) ||
           pointer.ends_with("/same_as/if");
  }
  return pointer.starts_with("/checks/") && key == "must";
}

std::string json_text(const std::string& text) {
  return boost::json::serialize(base::json::value(boost::json::string(text)));
}

template <class Wanted, class NamesAt>
Carried carry_json(std::string_view text, Wanted wanted, NamesAt names_at) {
  Rewriting out(text);
  for (const auto& one : json_texts(text)) {
    if (!wanted(one.pointer)) continue;
    const auto value = base::json::parse(text.substr(one.begin, one.end - one.begin));
    if (!value || !value->is_string() || value->as_string().empty()) continue;
    out.put(one.begin, one.end, std::string(value->as_string()), names_at(one.pointer), json_text);
  }
  return out.finished();
}

// Of two fields of one name nothing is known unless they are alike.
void add(Names& names, const std::string& name, Kind kind) {
  const auto [at, added] = names.kinds.try_emplace(name, kind);
  if (!added && at->second != kind && at->second != Kind::list) at->second = Kind::unknown;
}

}  // namespace

bool Carried::whole() const {
  return std::ranges::none_of(changes, [](const Change& one) { return one.after.empty(); });
}

Names own_names() {
  return {
      .kinds = {{"signer_acting", Kind::flag}, {"fee_due", Kind::number}, {"outcome", Kind::text}}};
}

void add_names(std::string_view form, Names& names) {
  const auto parsed = base::json::parse(form);
  if (!parsed || !parsed->is_object()) return;
  for (const auto& item : base::json::array_at(parsed->as_object(), "sections")) {
    const auto* section = item.if_object();
    if (!section) continue;
    const std::string code(base::json::text_at(*section, "code"));
    const bool repeated = section->contains("repeat");
    for (const auto& one : base::json::array_at(*section, "fields")) {
      const auto* field = one.if_object();
      if (!field) continue;
      const std::string name(base::json::text_at(*field, "name"));
      const auto kind = kind_of(base::json::text_at(*field, "type"));
      add(names, code + "." + name, kind);
      add(names, name, kind);
    }
    if (repeated) names.kinds[code] = Kind::list;
  }
}

Carried form(std::string_view text) {
  const auto parsed = base::json::parse(text);
  if (!parsed || !parsed->is_object()) return {std::string(text), {}};
  Names names;
  add_names(text, names);
  return carry_json(text, is_condition, [&](const std::string& pointer) {
    auto here = names;
    if (const auto* section = section_at(*parsed, pointer)) {
      here.section = base::json::text_at(*section, "code");
      here.repeated = section->contains("repeat");
    }
    return here;
  });
}

Carried procedure(std::string_view text, const Names& names) {
  if (!base::json::parse(text)) return {std::string(text), {}};
  const auto wanted = [](const std::string& pointer) {
    return pointer.starts_with("/papers/") && pointer.ends_with("/required_if");
  };
  return carry_json(text, wanted, [&](const auto&) { return names; });
}

Carried flow(std::string_view text) {
  pugi::xml_document document;
  if (!document.load_buffer(text.data(), text.size())) return {std::string(text), {}};
  Rewriting out(text);
  const auto names = own_names();
  const auto as_xml = [](const std::string& condition) {
    std::string made;
    for (const char c : condition) {
      if (c == '&')
        made += "&amp;";
      else if (c == '<')
        made += "&lt;";
      else if (c == '>')
        made += "&gt;";
      else
        made += c;
    }
    return made;
  };
  struct Visitor final : pugi::xml_tree_walker {
    std::vector<pugi::xml_node> found;
    bool for_each(pugi::xml_node& node) override {
      const std::string_view name = node.name();
      if (name.substr(name.rfind(':') + 1) == "conditionExpression") found.push_back(node);
      return true;
    }
  } visitor;
  document.traverse(visitor);
  for (const auto& node : visitor.found) {
    const auto begin = text.find('>', std::size_t(node.offset_debug())) + 1;
    const auto end = text.find("</", begin);
    if (end == text.npos || text[begin - 2] == '/') continue;
    out.put(begin, end, node.child_value(), names, as_xml);
  }
  return out.finished();
}

Carried paper(std::string_view text, const Names& names) {
  Rewriting out(text);
  bool saying = false, goes_on = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto first = std::min(text.find_first_not_of(" \t\r", at), end);
    auto line = text.substr(first, end - first);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t'))
      line.remove_suffix(1);
    const bool begins = !std::exchange(goes_on, line.ends_with('\\'));
    at = end + 1;
    if (begins && line.starts_with("say ")) saying = true;
    if (begins && line == "end") saying = false;
    if (!begins || !saying || !(line.starts_with("when ") || line.starts_with("when\t"))) continue;
    const auto bar = text.find('|', first);
    if (bar == text.npos) continue;
    auto begin = text.find_first_not_of(" \t", first + 4);
    auto stop = bar;
    while (stop > begin && std::string_view(" \t\r\n\\").find(text[stop - 1]) != text.npos) --stop;
    std::string condition;  // in one line, as its reader joins it
    for (const char c : text.substr(begin, stop - begin)) {
      if (c != '\\' && c != '\r') condition += c;
    }
    out.put(begin, stop, condition, names, [](const std::string& after) { return after; });
  }
  return out.finished();
}

}  // namespace app::carry
