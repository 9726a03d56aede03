// Names that can be guessed: files of a room, types, first lines; and nothing left lying about.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "tidy/tidy.hpp"

namespace tidy {
namespace {

constexpr std::array<std::string_view, 9> kTypeEndings = {
    "Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Data", "Info", "Processor"};
constexpr std::array<std::string_view, 8> kFileNames = {"util",   "utils", "helper", "helpers",
                                                        "common", "misc",  "types",  "manager"};
// Roles that may be split by reader.
constexpr std::array<std::string_view, 6> kSplitRoles = {"pages_", "views_", "actions_",
                                                         "api_",   "store_", "text_"};

bool is_snake(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) {
    return std::islower(static_cast<unsigned char>(c)) ||
           std::isdigit(static_cast<unsigned char>(c)) || c == '_';
  });
}

bool is_migration(std::string_view name) {
  return name.size() > 9 && name.ends_with(".sql") && name[4] == '_' &&
         std::all_of(name.begin(), name.begin() + 4,
                     [](unsigned char c) { return std::isdigit(c); });
}

void file_name(const Source& file, Findings& found) {
  if (!file.is_cpp()) return;
  const bool vague =
      std::find(kFileNames.begin(), kFileNames.end(), file.stem()) != kFileNames.end();
  if (!is_snake(file.stem()) || vague) {
    add(found, "names", file, 1, fmt::format("the file name {} says little", file.name()),
        "snake_case, and the noun or the role that is in it");
  }
}

// README.md, roles and nouns at the top; migrations/ and tests/ below; nothing else.
void in_room(const Source& file, Findings& found) {
  const auto room = file.part("src/services");
  if (room.empty()) return;
  const auto inside = std::string_view(file.path).substr(sizeof("src/services/") + room.size());
  const auto name = file.name();
  const auto refuse = [&](std::string what, std::string mend) {
    add(found, "names", file, 1, std::move(what), std::move(mend));
  };
  if (inside.starts_with("migrations/")) {
    if (!is_migration(name)) refuse("a migration without a number", "name it 0001_create.sql");
  } else if (inside.starts_with("tests/")) {
    if (file.is_cpp() && !file.is_header() && !file.stem().ends_with("_test")) {
      refuse("a test file that is not called so", "name it <what>_test.cpp");
    }
  } else if (inside.find('/') != inside.npos) {
    refuse("a room has only the folders migrations/ and tests/", "move the file up");
  } else if (file.stem().substr(0, file.stem().find('_')) == "text" && !file.is_header()) {
    refuse("sentences stand in headers: text.hpp, text_citizen.hpp", "move them there");
  } else if (!file.is_cpp() && name != "README.md") {
    refuse(fmt::format("{} has no place in a room", name), "house.md §3 names the files");
  }
  for (const auto role : kSplitRoles) {
    if (file.stem() == role.substr(0, role.size() - 1) || !file.stem().starts_with(role)) continue;
    if (file.stem().size() < role.size() + 3) {
      refuse(fmt::format("{} does not say who reads it", name), "as in pages_citizen");
    }
  }
}

void types(const Source& file, Findings& found) {
  const std::string_view code = file.code;
  for (const std::string_view word : {"class ", "struct ", "using "}) {
    for (auto at = code.find(word); at != code.npos; at = code.find(word, at + 1)) {
      if (at > 0 && is_word_char(code[at - 1])) continue;
      const auto begin = at + word.size();
      auto end = begin;
      while (end < code.size() && is_word_char(code[end])) ++end;
      const auto name = code.substr(begin, end - begin);
      const auto after = trimmed(code.substr(end, 2));
      if (word == "using " && !after.starts_with('=')) continue;
      for (const auto ending : kTypeEndings) {
        if (!name.ends_with(ending)) continue;
        add(found, "names", file, file.line_at(at), fmt::format("the type name {} is vague", name),
            "say what it is: no type ends in " + std::string(ending));
        break;
      }
    }
  }
}

void macros(const Source& file, Findings& found) {
  int number = 0;
  for (const auto line : file.lines()) {
    ++number;
    const bool switches_a_library =
        line.starts_with("#define DOCTEST_") || line.starts_with("#define BOOST_");
    if (!trimmed(line).starts_with("#define") || switches_a_library) continue;
    add(found, "names", file, number, "a macro", "a constant, a function or a template");
  }
}

void room_has(const Tree& tree, Findings& found) {
  std::set<std::string_view> seen;
  for (const auto& file : tree) {
    const auto room = file.part("src/services");
    if (room.empty() || !seen.insert(room).second) continue;
    for (const auto needed : {"README.md", "room.hpp"}) {
      if (in_tree(tree, fmt::format("src/services/{}/{}", room, needed))) continue;
      add(found, "names", file, 1, fmt::format("the room {} has no {}", room, needed),
          "tools/new-room shows what it holds");
    }
  }
}

}  // namespace

void names(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    file_name(file, found);
    in_room(file, found);
    if (!file.is_cpp()) continue;
    types(file, found);
    macros(file, found);
  }
  room_has(tree, found);
}

void first_lines(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    if (!file.is_cpp() || file.text.empty()) continue;
    const auto line = file.lines().front();
    if (file.is_header() && file.text.find("#pragma once") == file.text.npos) {
      add(found, "first_lines", file, 1, "a header without #pragma once", "write it on line 2");
    }
    // A source says it in its header; a test in the names of its cases.
    const auto header = file.path.substr(0, file.path.rfind('.')) + ".hpp";
    if (!file.is_header() && (file.is_test() || in_tree(tree, header))) continue;
    const bool sentence = line.starts_with("// ") && line.size() >= 20;
    if (sentence) continue;
    add(found, "first_lines", file, 1, "line 1 does not say what this file is for",
        "begin with one sentence: // ...");
  }
}

void leftovers(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    for (const auto& comment : file.comments) {
      for (const std::string_view word : {"TODO", "FIXME", "XXX"}) {
        if (comment.text.find(word) == comment.text.npos) continue;
        add(found, "leftovers", file, comment.line, fmt::format("{} in a comment", word),
            "do it, or file it as an issue");
      }
    }
  }
  std::set<std::string> included;
  for (const auto& file : tree) {
    for (const auto& include : file.includes) included.insert(include.path);
  }
  for (const auto& file : tree) {
    if (!file.is_header() || !file.under("src")) continue;
    if (included.contains(file.path.substr(4))) continue;
    if (file.is_test() && included.contains(std::string(file.name()))) continue;
    add(found, "leftovers", file, 1, "no file includes this header", "delete it, or use it");
  }
}

}  // namespace tidy
