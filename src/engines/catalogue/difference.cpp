// Two JSON texts walked side by side.
#include "engines/catalogue/difference.hpp"

#include "engines/catalogue/content.hpp"

namespace catalogue {
namespace {

using base::json::array;
using base::json::object;
using base::json::value;

// What a thing in a list is called; its place where it has no name.
std::string called(const value& item, std::size_t place) {
  if (const auto* o = item.if_object()) {
    for (const auto* key : {"code", "name", "at"}) {
      const auto* given = o->if_contains(key);
      if (given && given->is_string()) return std::string(given->get_string());
    }
  }
  return std::to_string(place + 1);
}

// A list as an object of its named things; those without a name of their own keep their places.
object named(const array& list) {
  object out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto name = called(list[i], i);
    while (out.contains(name)) name += "'";
    out[name] = list[i];
  }
  return out;
}

class Walk {
 public:
  void compare(const std::string& path, const value& here, const value& pack) {
    if (here == pack) return;
    if (here.is_object() && pack.is_object()) {
      return members(path, here.get_object(), pack.get_object());
    }
    const bool lists = here.is_array() && pack.is_array();
    const auto things = [](const array& list) { return !list.empty() && list[0].is_object(); };
    if (lists && (things(here.get_array()) || things(pack.get_array()))) {
      const auto before = found_.size();
      members(path, named(here.get_array()), named(pack.get_array()));
      if (found_.size() == before) found_.push_back(path);  // only their order
      return;
    }
    found_.push_back(path);
  }

  std::vector<std::string> found() && { return std::move(found_); }

 private:
  void members(const std::string& path, const object& here, const object& pack) {
    const auto below = [&](std::string_view key) {
      return path.empty() || path.ends_with(' ') ? path + std::string(key)
                                                 : path + "." + std::string(key);
    };
    for (const auto& [key, member] : pack) {
      const auto* other = here.if_contains(key);
      if (!other)
        found_.push_back(below(key));
      else
        compare(below(key), *other, member);
    }
    for (const auto& [key, member] : here) {
      if (!pack.contains(key)) found_.push_back(below(key));
    }
  }

  std::vector<std::string> found_;
};

// A form is read to name its questions; one that cannot be read differs as a whole.
void compare_forms(Walk& walk, const std::string& here, const std::string& pack) {
  const auto before = base::json::parse(here), after = base::json::parse(pack);
  if (before && after) return walk.compare("form: ", *before, *after);
  if (here != pack) walk.compare("form", value(here), value(pack));
}

}  // namespace

std::vector<std::string> differing(const Publication& here, const Publication& pack) {
  Walk walk;
  walk.compare("", value(here.content), value(pack.content));
  compare_forms(walk, here.form, pack.form);
  walk.compare(std::string(kFlowFile), value(here.flow), value(pack.flow));
  walk.compare(std::string(kTemplateFile), value(here.result_template),
               value(pack.result_template));
  auto found = std::move(walk).found();
  if (found.size() > differences_max) {
    const auto more = found.size() - differences_max;
    found.resize(differences_max);
    found.push_back("+" + std::to_string(more));
  }
  return found;
}

}  // namespace catalogue
