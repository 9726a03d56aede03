// The words an entry is hashed as, from an entry or straight from its row.
#include <algorithm>
#include <charconv>

#include "engines/journal/store.hpp"

namespace journal {
namespace {

void add(std::string& out, std::string_view key, std::string_view text) {
  out += key;
  const auto plain = [](char c) { return c != '"' && c != '\\' && (unsigned char)c >= 0x20; };
  if (std::all_of(text.begin(), text.end(), plain)) {
    out += '"';
    out += text;
    out += '"';
  } else {
    out += base::json::canonical(base::json::value(text));
  }
}

void add(std::string& out, std::string_view key, std::int64_t number) {
  out += key;
  out += '"';
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  out += '"';
}

// Is this exactly one JSON object by its brackets? Then what stands beside it cannot be taken for a
// part of it.
bool one_object(std::string_view text) {
  if (text.empty() || text.front() != '{') return false;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1 == text.size();
    }
  }
  return false;
}

}  // namespace

void store::add_hashed_text(std::string& out, const Raw& e) {
  add(out, R"({"act":)", e.act);
  add(out, R"(,"acting_for":)", e.acting_for);
  add(out, R"(,"actor_kind":)", e.actor_kind);
  add(out, R"(,"at":)", e.at);
  out += R"(,"facts":)";
  if (one_object(e.facts))
    out += e.facts;
  else
    add(out, "", e.facts);  // altered: as a string it cannot hash to what was written
  add(out, R"(,"id":)", e.id);
  add(out, R"(,"law":)", e.law);
  add(out, R"(,"person":)", e.person);
  add(out, R"(,"position":)", e.position);
  add(out, R"(,"subject":)", e.subject);
  add(out, R"(,"subject_kind":)", e.subject_kind);
  add(out, R"(,"unit":)", e.unit);
  add(out, R"(,"verb":)", e.verb);
  out += R"(,"version":)";
  out += std::to_string(e.version);
  out += '}';
}

std::string hashed_text(const Stored& entry) {
  const auto facts = base::json::canonical(entry.facts);
  std::string out;
  store::add_hashed_text(out, store::raw(entry, facts));
  return out;
}

}  // namespace journal
