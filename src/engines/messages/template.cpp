// Templates: reading them line by line, and filling them.
#include "engines/messages/template.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "base/json.hpp"
#include "engines/messages/text.hpp"

namespace messages {
namespace {

constexpr std::string_view subject_word = "subject ";

const Hole* hole(const std::vector<Hole>& holes, std::string_view name) {
  const auto found = std::ranges::find(holes, name, &Hole::name);
  return found == holes.end() ? nullptr : &*found;
}

// Calls `text` and `name` for what stands between and within braces. False: a brace without its
// other half.
template <class OnText, class OnName>
bool walk(std::string_view line, OnText&& text, OnName&& name) {
  while (!line.empty()) {
    const auto open = line.find_first_of("{}");
    text(line.substr(0, open));
    if (open == line.npos) return true;
    const auto close = line.find('}', open);
    if (line[open] == '}' || close == line.npos) return false;
    name(line.substr(open + 1, close - open - 1));
    line.remove_prefix(close + 1);
  }
  return true;
}

reading::Flaw at(int line, const base::Text& text, base::Holes holes = {}) {
  auto flaw = reading::flaw("", text, holes);
  flaw.line = line;
  return flaw;
}

class Reading {
 public:
  explicit Reading(const std::vector<Hole>& holes) : holes_(holes) {}

  void take(std::string_view raw) {
    ++line_;
    const auto line = base::tidy(raw);
    if (flaw_ || line.starts_with("#")) return;
    if (line == "[vi]" || line == "[en]") return begin(line == "[vi]" ? result.vi : result.en);
    if (line.empty()) return end_paragraph();
    if (!wording_) return fail(text::template_before);
    check(line);
    if (wording_->subject.empty()) {
      if (!line.starts_with(subject_word)) return fail(text::template_subject);
      wording_->subject = line.substr(subject_word.size());
    } else if (open_) {
      wording_->paragraphs.back() += " " + line;
    } else {
      wording_->paragraphs.push_back(line);
      open_ = true;
    }
  }

  std::optional<reading::Flaw> finish() {
    for (const auto* one : {&result.vi, &result.en}) {
      if (!flaw_ && one->paragraphs.empty()) fail(text::template_language);
    }
    return flaw_;
  }

  Template result;

 private:
  void begin(Wording& wording) {
    if (!wording.subject.empty()) return fail(text::template_twice);
    wording_ = &wording;
    open_ = false;
  }
  void end_paragraph() { open_ = false; }
  void check(std::string_view line) {
    const bool subject = wording_->subject.empty();
    const auto known = [&](std::string_view name) {
      const auto* one = hole(holes_, name);
      if (!one || (subject && one->optional)) {
        fail(one ? text::template_optional : text::template_unknown, {{"name", std::string(name)}});
      }
    };
    if (!walk(
            line, [](auto) {}, known))
      fail(text::template_brace);
  }
  void fail(const base::Text& text, base::Holes holes = {}) {
    if (!flaw_) flaw_ = at(line_, text, holes);
  }

  const std::vector<Hole>& holes_;
  std::optional<reading::Flaw> flaw_;
  Wording* wording_ = nullptr;
  bool open_ = false;  // the paragraph goes on
  int line_ = 0;
};

std::string shown(const Value& value, base::Lang lang) {
  struct Showing {
    base::Lang lang;
    std::string operator()(const std::string& v) const { return base::tidy(v); }
    std::string operator()(const base::Words& v) const { return base::tidy(v.in(lang)); }
    std::string operator()(base::Date v) const { return v.vn(); }
    std::string operator()(base::Instant v) const { return v.local().vn(); }
    std::string operator()(base::Dong v) const { return v.str(); }
  };
  return std::visit(Showing{lang}, value);
}

const Value* value(const Values& values, std::string_view name) {
  const auto found =
      std::ranges::find_if(values, [&](const auto& one) { return one.first == name; });
  return found == values.end() ? nullptr : &found->second;
}

// Nothing when a value it needs was not given.
std::optional<std::string> line_of(std::string_view line, const Values& values, base::Lang lang) {
  std::string out;
  bool whole = true;
  walk(
      line, [&](std::string_view text) { out += text; },
      [&](std::string_view name) {
        const auto* given = value(values, name);
        whole = whole && given;
        if (given) out += shown(*given, lang);
      });
  return whole ? std::optional(out) : std::nullopt;
}

// In braces a JSON value would become a list of itself.
base::json::value json_of(const Value& value) {
  struct Keep {
    using Json = base::json::value;
    Json operator()(const std::string& v) const { return Json(v); }
    Json operator()(const base::Words& v) const {
      return base::json::object{{"vi", v.vi}, {"en", v.en}};
    }
    Json operator()(base::Date v) const { return Json(v.iso()); }
    Json operator()(base::Instant v) const { return Json(std::to_string(v.us)); }
    Json operator()(base::Dong v) const { return Json(std::to_string(v.amount)); }
  };
  return std::visit(Keep{}, value);
}

std::optional<Value> value_of(Type type, const base::json::value& v) {
  std::optional<Value> out;
  if (type == Type::words && v.is_object()) {
    const auto& o = v.get_object();
    out.emplace(base::Words{std::string(base::json::text_at(o, "vi")),
                            std::string(base::json::text_at(o, "en"))});
  }
  if (type == Type::words || !v.is_string()) return out;
  const std::string_view text = v.get_string();
  const auto day = base::Date::parse_iso(text);
  std::int64_t n = 0;
  std::from_chars(text.data(), text.data() + text.size(), n);
  if (type == Type::text) out.emplace(std::string(text));
  if (type == Type::date && day) out.emplace(*day);
  if (type == Type::moment) out.emplace(base::Instant{n});
  if (type == Type::money) out.emplace(base::Dong{n});
  return out;
}

}  // namespace

base::Result<Template, reading::Flaw> read_template(std::string_view text,
                                                    const std::vector<Hole>& holes) {
  if (!base::is_text(text)) return base::refuse(at(1, text::template_bytes));
  Reading reading(holes);
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    reading.take(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (auto flaw = reading.finish()) return base::refuse(std::move(*flaw));
  return std::move(reading.result);
}

std::string misfit(const std::vector<Hole>& holes, const Values& values) {
  for (const auto& one : holes) {
    const auto* given = value(values, one.name);
    if (!given && one.optional) continue;
    if (!given) return std::string(one.name) + " is missing";
    if (given->index() != std::size_t(one.type))
      return std::string(one.name) + " is of another type";
    if (!one.optional && shown(*given, base::Lang::vi).empty())
      return std::string(one.name) + " is empty";
  }
  for (const auto& [name, given] : values) {
    if (!hole(holes, name)) return std::string(name) + " is not a value of this kind";
  }
  return "";
}

Wording filled(const Wording& wording, const Values& values, base::Lang lang) {
  Wording out{line_of(wording.subject, values, lang).value_or(""), {}};
  for (const auto& paragraph : wording.paragraphs) {
    if (auto line = line_of(paragraph, values, lang)) out.paragraphs.push_back(std::move(*line));
  }
  return out;
}

std::string kept(const Values& values) {
  base::json::object out;
  for (const auto& [name, value] : values) {
    out[name] = base::json::array{std::int64_t(value.index()), json_of(value)};
  }
  return base::json::canonical(out);
}

Keeping read_kept(std::string_view text) {
  Keeping out;
  const auto parsed = base::json::parse(text);
  if (!parsed || !parsed->is_object()) return out;
  for (const auto& [name, pair] : parsed->get_object()) {
    if (!pair.is_array() || pair.get_array().size() != 2) continue;
    const auto& list = pair.get_array();
    const auto type = list[0].is_int64() ? list[0].get_int64() : -1;
    if (type < 0 || type > std::int64_t(Type::money)) continue;
    if (auto value = value_of(Type(type), list[1])) {
      out.list.emplace_back(std::string(name), std::move(*value));
    }
  }
  return out;
}

}  // namespace messages
