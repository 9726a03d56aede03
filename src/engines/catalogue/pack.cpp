// Gathering a pack: names of fields and option lists are put into each procedure, so that a
// published version needs nothing but itself.
#include "engines/catalogue/pack.hpp"

#include <algorithm>
#include <map>

#include "engines/catalogue/content.hpp"
#include "engines/catalogue/files.hpp"
#include "engines/catalogue/text.hpp"

namespace catalogue {
namespace {

using base::json::array;
using base::json::object;
using base::json::value;

constexpr std::size_t procedures_max = 5'000;

// Every list that some "options" of the form names.
void gather_options(const value& form, const object& lists, object& used) {
  if (const auto* list = form.if_array()) {
    for (const auto& item : *list) gather_options(item, lists, used);
  }
  const auto* members = form.if_object();
  if (!members) return;
  for (const auto& [key, member] : *members) {
    if (key == "options" && member.is_string()) {
      const auto* found = lists.if_contains(member.as_string());
      if (found) used[member.as_string()] = *found;
    }
    gather_options(member, lists, used);
  }
}

class Reader {
 public:
  Reader(const std::filesystem::path& folder, const Checks& checks)
      : files_(folder), checks_(checks) {}

  Pack read() {
    Pack pack;
    auto about = files_.json("pack.json");
    reading::Flaws flaws;
    reading::Object o(about.value, "", flaws);
    if (about.value.is_object()) {
      pack.name = o.text("name");
      pack.version = o.text("version");
    }
    files_.tell("pack.json", about.source, flaws);
    read_fields();
    read_options();
    read_procedures(pack);
    pack.problems = files_.problems();
    return pack;
  }

 private:
  void read_fields() {
    const auto file = files_.json("fields.json");
    const auto* list = file.value.if_array();
    for (const auto& field : list ? *list : array()) {
      const auto* o = field.if_object();
      if (!o) continue;
      fields_[base::json::text_at(*o, "code")] = field;
    }
  }

  void read_options() {
    for (const auto& name : files_.names("options")) {
      if (!name.ends_with(".json")) continue;
      options_[name.substr(0, name.size() - 5)] = files_.json("options/" + name).value;
    }
  }

  void read_procedures(Pack& pack) {
    const auto folders = files_.names("procedures");
    if (folders.size() > procedures_max) {
      files_.tell("procedures", 0, text::too_many, {{"max", std::to_string(procedures_max)}});
      return;
    }
    for (const auto& folder : folders) read_procedure("procedures/" + folder + "/", pack);
    std::sort(pack.items.begin(), pack.items.end(),
              [](const auto& a, const auto& b) { return a.version.code < b.version.code; });
  }

  void read_procedure(const std::string& folder, Pack& pack) {
    const auto path = folder + "procedure.json";
    const auto file = files_.json(path);
    if (!file.value.is_object()) return;
    PackItem item;
    item.publication.content = file.value.as_object();
    name_field(path, file.source, item.publication.content);
    reading::Flaws flaws;
    item.version = read_content(item.publication.content, flaws);
    files_.tell(path, file.source, flaws);
    read_parts(folder, item);
    const auto [known, fresh] = codes_.try_emplace(item.version.code, path);
    if (!fresh) {
      files_.tell(path, base::json::line_of(file.source, "/code"), text::same_code,
                  {{"code", item.version.code}, {"file", known->second}});
    }
    item.version.hash = item.hash = hash_of(item.publication);
    pack.items.push_back(std::move(item));
  }

  // "field": "HO_TICH" becomes the code with its name.
  void name_field(const std::string& path, std::string_view source, object& content) {
    const auto* given = content.if_contains("field");
    if (!given || !given->is_string()) return;
    const std::string code(given->as_string());
    const auto* known = fields_.if_contains(code);
    if (!known) {
      files_.tell(path, base::json::line_of(source, "/field"), text::no_field, {{"code", code}});
    }
    content["field"] = object{
        {"code", code}, {"name", known ? *known->as_object().if_contains("name") : value(code)}};
  }

  void read_parts(const std::string& folder, PackItem& item) {
    auto& publication = item.publication;
    const std::string form(base::json::text_at(publication.content, kFormFile));
    const std::string flow(base::json::text_at(publication.content, kFlowFile));
    const std::string result(
        base::json::text_at(base::json::object_at(publication.content, "result"), kTemplateFile));
    if (!form.empty()) publication.form = read_form(folder + form);
    if (!flow.empty()) publication.flow = checked(flow, checks_.flow);
    if (!result.empty()) publication.result_template = checked(result, checks_.result_template);
    item.version.has_form = !publication.form.empty();
  }

  std::string read_form(const std::string& path) {
    auto file = files_.json(path);
    if (!file.value.is_object()) return "";
    object used;
    gather_options(file.value, options_, used);
    file.value.as_object()["option_lists"] = used;
    auto form = base::json::canonical(file.value);
    if (checks_.form) files_.tell(path, file.source, checks_.form(form));
    return form;
  }

  // Many procedures share a flow: each file is read and checked once.
  std::string checked(const std::string& path, const Check& check) {
    const auto [known, fresh] = checked_.try_emplace(path);
    if (!fresh) return known->second;
    const auto before = files_.problems().size();
    known->second = files_.text(path);
    if (check && files_.problems().size() == before) {
      files_.tell(path, known->second, check(known->second));
    }
    return known->second;
  }

  Files files_;
  const Checks& checks_;
  object fields_;
  object options_;
  std::map<std::string, std::string> codes_;    // code -> file
  std::map<std::string, std::string> checked_;  // path -> text
};

}  // namespace

Pack read_pack(const std::filesystem::path& folder, const Checks& checks) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return Reader(folder, checks).read();
  Files files(folder);
  files.tell(".", 0, text::no_folder, {{"path", folder.string()}});
  return {.problems = files.problems()};
}

}  // namespace catalogue
