// Asking a JSON object for its members and writing down what is wrong.
#include "platform/reading/reading.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "platform/reading/text.hpp"

namespace reading {

using base::json::value;

Flaw flaw(std::string pointer, const base::Text& text, base::Holes holes) {
  return {0,
          std::move(pointer),
          {fill(text, base::Lang::vi, holes), fill(text, base::Lang::en, holes)}};
}

Object::Object(const value& value, std::string pointer, Flaws& flaws)
    : object_(value.if_object()), pointer_(std::move(pointer)), flaws_(&flaws) {
  static const base::json::object nothing;
  if (object_) return;
  object_ = &nothing;
  if (!value.is_null()) {
    flaws.push_back(flaw(pointer_, text::not_object, {{"open", "{"}, {"close", "}"}}));
  }
}

std::string Object::at(std::string_view key) const { return pointer_ + "/" + std::string(key); }

void Object::complain(std::string_view key, const base::Text& text, base::Holes holes) {
  flaws_->push_back(flaw(at(key), text, holes));
}

void Object::complain_choice(std::string_view key, std::string given, std::string names) {
  complain(key, text::not_choice,
           {{"key", std::string(key)}, {"given", std::move(given)}, {"names", std::move(names)}});
}

const value* Object::raw(std::string_view key) {
  asked_.push_back(key);
  const auto* found = object_->if_contains(key);
  return found && !found->is_null() ? found : nullptr;
}

const value* Object::wanted(std::string_view key, Need need) {
  const auto* found = raw(key);
  if (!found && need == Need::must) complain(key, text::missing, {{"key", std::string(key)}});
  return found;
}

bool Object::has(std::string_view key) const {
  const auto* found = object_->if_contains(key);
  return found && !found->is_null();
}

std::string Object::text(std::string_view key, Need need) {
  const auto* found = wanted(key, need);
  if (!found) return {};
  const auto* given = found->if_string();
  if (given && (!given->empty() || need == Need::may) &&
      base::is_text({given->data(), given->size()}))
    return std::string(*given);
  complain(key, text::not_text, {{"key", std::string(key)}});
  return {};
}

base::Words Object::words(std::string_view key, Need need) {
  const auto* found = wanted(key, need);
  if (!found) return {};
  if (found->is_string()) return {text(key, need), ""};
  if (const auto* both = found->if_object()) {
    base::Words out{std::string(base::json::text_at(*both, "vi")),
                    std::string(base::json::text_at(*both, "en"))};
    if (!out.vi.empty() && base::is_text(out.vi + out.en)) return out;
  }
  complain(key, text::not_words,
           {{"key", std::string(key)}, {"example", std::string(text::words_example)}});
  return {};
}

std::int64_t Object::number(std::string_view key, std::int64_t min, std::int64_t max, Need need,
                            std::int64_t fallback) {
  const auto* found = wanted(key, need);
  if (!found) return fallback;
  const auto* given = found->if_int64();
  if (given && *given >= min && *given <= max) return *given;
  complain(key, text::not_number,
           {{"key", std::string(key)}, {"min", std::to_string(min)}, {"max", std::to_string(max)}});
  return fallback;
}

bool Object::flag(std::string_view key, bool fallback) {
  const auto* found = wanted(key, Need::may);
  if (!found) return fallback;
  if (const auto* given = found->if_bool()) return *given;
  complain(key, text::not_flag, {{"key", std::string(key)}});
  return fallback;
}

std::optional<base::Date> Object::date(std::string_view key, Need need) {
  const auto* found = wanted(key, need);
  if (!found) return std::nullopt;
  const auto* given = found->if_string();
  const auto date = given ? base::Date::parse_iso(std::string_view(*given)) : std::nullopt;
  if (!date) complain(key, text::not_date, {{"key", std::string(key)}});
  return date;
}

Object Object::object(std::string_view key, Need need) {
  static const value nothing;
  const auto* found = wanted(key, need);
  return Object(found ? *found : nothing, at(key), *flaws_);
}

std::vector<Object> Object::objects(std::string_view key, std::size_t max, Need need) {
  std::vector<Object> out;
  const auto* found = wanted(key, need);
  if (!found) return out;
  const auto* list = found->if_array();
  if (!list) complain(key, text::not_list, {{"key", std::string(key)}});
  if (list && list->size() > max) {
    complain(key, text::too_many, {{"key", std::string(key)}, {"max", std::to_string(max)}});
  }
  for (std::size_t i = 0; list && i < std::min(list->size(), max); ++i) {
    out.emplace_back((*list)[i], at(key) + "/" + std::to_string(i), *flaws_);
  }
  return out;
}

std::vector<std::string> Object::texts(std::string_view key, std::size_t max, Need need) {
  std::vector<std::string> out;
  const auto* found = wanted(key, need);
  if (!found) return out;
  const auto* list = found->if_array();
  if (!list || list->size() > max) {
    complain(key, text::not_list, {{"key", std::string(key)}});
    return out;
  }
  for (const auto& item : *list) {
    const auto* given = item.if_string();
    if (given && base::is_text({given->data(), given->size()}))
      out.emplace_back(*given);
    else
      complain(key, text::not_text, {{"key", std::string(key)}});
  }
  return out;
}

void Object::nothing_else() {
  for (const auto& member : *object_) {
    const std::string_view key = member.key();
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    complain(key, text::unknown, {{"key", std::string(key)}});
  }
}

}  // namespace reading
