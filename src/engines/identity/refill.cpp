// A reader of our own markup: tags with quoted attributes, as h() writes them.
#include "engines/identity/refill.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engines/identity/text.hpp"
#include "platform/ui/parts.hpp"

namespace identity::refill {
namespace {

using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;  // as written

struct Tag {
  std::size_t from = 0, to = 0;  // of "<...>" in the page
  std::string_view name;         // "input", "/select"
  Attributes attributes;

  std::optional<std::string_view> at(std::string_view wanted) const {
    for (const auto& [name, value] : attributes) {
      if (name == wanted) return value;
    }
    return std::nullopt;
  }
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string unescaped(std::string_view text) {
  constexpr std::pair<std::string_view, char> names[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string out;
  while (!text.empty()) {
    std::size_t taken = 1;
    char c = text.front();
    if (c == '&') {
      for (const auto& [name, meant] : names) {
        if (!text.starts_with(name)) continue;
        c = meant;
        taken = name.size();
        break;
      }
    }
    out += c;
    text.remove_prefix(taken);
  }
  return out;
}

// The next tag at or after `from`; nothing: there is none.
std::optional<Tag> next_tag(std::string_view page, std::size_t from) {
  Tag tag;
  tag.from = page.find('<', from);
  if (tag.from == page.npos) return std::nullopt;
  std::size_t at = tag.from + 1;
  const auto word = [&](std::string_view ends) {
    const auto begin = at;
    while (at < page.size() && !is_blank(page[at]) && ends.find(page[at]) == ends.npos) ++at;
    return page.substr(begin, at - begin);
  };
  tag.name = word(">");
  while (at < page.size() && page[at] != '>') {
    if (is_blank(page[at])) {
      ++at;
      continue;
    }
    const auto begin = at;
    const auto name = word("=>");
    std::string_view value;
    if (at + 1 < page.size() && page[at] == '=' && page[at + 1] == '"') {
      const auto end = std::min(page.find('"', at + 2), page.size());
      value = page.substr(at + 2, end - at - 2);
      at = std::min(end + 1, page.size());
    } else if (at == begin) {
      ++at;  // not what we write: passed by
    }
    if (!name.empty()) tag.attributes.emplace_back(name, value);
  }
  tag.to = std::min(at + 1, page.size());
  return tag;
}

// What was typed, taken name by name in its order.
class Typed {
 public:
  explicit Typed(const http::Fields& fields) {
    for (const auto& [name, value] : fields.list()) by_name_[name].push_back(value);
  }
  std::optional<std::string_view> next(const std::string& name) {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return std::nullopt;
    auto& used = used_[name];
    if (used >= found->second.size()) return std::nullopt;
    return found->second[used++];
  }
  bool has(const std::string& name, const std::string& value) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return false;
    for (const auto one : found->second) {
      if (one == value) return true;
    }
    return false;
  }

 private:
  std::map<std::string, std::vector<std::string_view>, std::less<>> by_name_;
  std::map<std::string, std::size_t> used_;
};

bool is_mark(std::string_view name) { return name == "act" || name == "token"; }

std::string_view path_in(std::string_view address) { return address.substr(0, address.find('?')); }

struct Place {
  std::size_t from = 0, to = 0;  // after <form …>, before </form>
  bool same = true;              // its hidden inputs hold what was sent
};

// The form that was sent: of those with its action the one with the same hidden values, or else the
// first.
std::optional<Place> place_of(std::string_view page, std::string_view action, const Typed& typed) {
  std::optional<Place> first, now;
  for (auto tag = next_tag(page, 0); tag; tag = next_tag(page, tag->to)) {
    if (tag->name == "form" && tag->at("method") == "post" &&
        path_in(unescaped(tag->at("action").value_or(""))) == action) {
      now = Place{tag->to, page.size()};
    } else if (tag->name == "/form" && now) {
      now->to = tag->from;
      if (now->same) return now;
      if (!first) first = now;
      now.reset();
    } else if (now && tag->name == "input" && tag->at("type") == "hidden") {
      const auto name = unescaped(tag->at("name").value_or(""));
      const bool same = is_mark(name) || typed.has(name, unescaped(tag->at("value").value_or("")));
      now->same = now->same && same;
    }
  }
  return first;
}

// The tag again, with that value, or with or without that flag.
std::string rewritten(const Tag& tag, std::string_view attribute,
                      const std::optional<std::string>& value, bool flag = false) {
  std::string out = "<" + std::string(tag.name);
  for (const auto& [name, old] : tag.attributes) {
    if (name == attribute) continue;
    (out += ' ') += name;
    ((out += "=\"") += old) += '"';
  }
  if (value) out += " " + std::string(attribute) + "=\"" + base::escaped(*value) + "\"";
  if (flag) (out += ' ') += attribute;
  return out + ">";
}

class Filler {
 public:
  Filler(std::string_view form, const http::Fields& fields) : form_(form), typed_(fields) {}

  std::string filled() {
    for (auto tag = next_tag(form_, 0); tag; tag = next_tag(form_, std::max(kept_, tag->to))) {
      if (tag->name == "input") input(*tag);
      if (tag->name == "textarea") textarea(*tag);
      if (tag->name == "select") {
        const auto name = unescaped(tag->at("name").value_or(""));
        list_ = typed_.next(name);
      }
      if (tag->name == "/select") list_.reset();
      if (tag->name == "option" && list_) {
        const bool on = unescaped(tag->at("value").value_or("")) == *list_;
        put(*tag, rewritten(*tag, "selected", std::nullopt, on));
      }
    }
    out_ += form_.substr(kept_);
    return std::move(out_);
  }

 private:
  void put(const Tag& tag, std::string_view instead) {
    (out_ += form_.substr(kept_, tag.from - kept_)) += instead;
    kept_ = tag.to;
  }

  void input(const Tag& tag) {
    const auto type = tag.at("type").value_or("text");
    const auto name = unescaped(tag.at("name").value_or(""));
    if (name.empty() || type == "hidden" || type == "password" || type == "file" ||
        type == "submit") {
      return;
    }
    if (type == "radio" || type == "checkbox") {
      const bool on = typed_.has(name, unescaped(tag.at("value").value_or("on")));
      return put(tag, rewritten(tag, "checked", std::nullopt, on));
    }
    if (const auto value = typed_.next(name)) {
      put(tag, rewritten(tag, "value", std::string(*value)));
    }
  }

  void textarea(const Tag& tag) {
    const auto value = typed_.next(unescaped(tag.at("name").value_or("")));
    auto closed = next_tag(form_, tag.to);
    while (closed && closed->name != "/textarea") closed = next_tag(form_, closed->to);
    if (!value || !closed) return;
    out_ += form_.substr(kept_, tag.to - kept_);
    (out_ += '\n') += base::escaped(*value);
    kept_ = closed->from;
  }

  std::string_view form_;
  Typed typed_;
  std::string out_;
  std::size_t kept_ = 0;                  // of the form, so far
  std::optional<std::string_view> list_;  // what was chosen of the list being read
};

// What was typed under names that nothing in the form has: the page has changed since.
http::Fields left_over(std::string_view form, const http::Fields& typed) {
  std::set<std::string, std::less<>> names;
  for (auto tag = next_tag(form, 0); tag; tag = next_tag(form, tag->to)) {
    if (const auto name = tag->at("name")) names.insert(unescaped(*name));
  }
  http::Fields out;
  for (const auto& [name, value] : typed.list()) {
    if (!names.contains(name)) out.add(name, value);
  }
  return out;
}

base::Html as_list(const http::Fields& fields) {
  base::Html rows;
  for (const auto& [name, value] : fields.list()) {
    if (is_mark(name) || value.empty()) continue;
    rows += base::h(
        R"(<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{}</dt>)"
        R"(<dd class="govuk-summary-list__value">{}</dd></div>)",
        name, value);
  }
  if (rows.empty()) return {};
  return base::h(R"(<dl class="govuk-summary-list">{}</dl>)", rows);
}

}  // namespace

std::string filled(std::string_view page, std::string_view action, const http::Fields& typed,
                   const base::Html& notice) {
  const auto place = place_of(page, action, Typed(typed));
  auto above = notice;
  const auto form = place ? page.substr(place->from, place->to - place->from) : "";
  above += as_list(left_over(form, typed));
  std::string out;
  std::size_t kept = 0;
  for (auto tag = next_tag(page, 0); tag; tag = next_tag(page, tag->to)) {
    if (tag->name != "main") continue;
    (out += page.substr(0, tag->to)) += above.str();
    kept = tag->to;
    break;
  }
  if (!place || place->from < kept) return out += page.substr(kept);
  out += page.substr(kept, place->from - kept);
  out += Filler(form, typed).filled();
  return out += page.substr(place->to);
}

std::string_view leads_to(const http::Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Location") return value;
  }
  return "";
}

bool is_page(const http::Response& response) {
  return response.content_type.starts_with("text/html") && leads_to(response).empty();
}

void give(http::Response& response, std::string_view action, const http::Fields& typed,
          const base::Text& words, base::Lang lang) {
  std::string files;
  for (const auto& [name, upload] : typed.uploads()) {
    if (!upload.file_name.empty()) files += (files.empty() ? "" : ", ") + upload.file_name;
  }
  std::string all(words.in(lang));
  if (!files.empty()) all += " " + base::fill(text::choose_again, lang, {{"files", files}});
  response.body =
      filled(response.body, action, typed, ui::note(ui::Tone::info, ui::paragraph(all)));
}

}  // namespace identity::refill
