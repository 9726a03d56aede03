// Gathering a pack: names of fields and option lists are put into each procedure, so that a
// published version needs nothing but itself.
#include "engines/catalogue/pack.hpp"

#include <algorithm>
#include <map>

#include "engines/catalogue/content.hpp"
#include "engines/catalogue/examine.hpp"
#include "engines/catalogue/files.hpp"
#include "engines/catalogue/text.hpp"
#include "engines/catalogue/text_pack.hpp"

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
  Reader(const std::filesystem::path& folder, const Together& together)
      : files_(folder), together_(together) {}

  Pack read() {
    Pack pack;
    auto about = files_.json("pack.json");
    reading::Flaws flaws;
    reading::Object o(about.value, "", flaws);
    if (about.value.is_object()) {
      pack.name = o.text("name");
      pack.version = o.text("version");
      o.words("title", reading::Need::may);
      o.date("valid_from", reading::Need::may);
      about_city(o.object("city"));
      o.raw("note");
      o.nothing_else();
    }
    files_.tell("pack.json", about.source, flaws);
    fields_ = named("fields.json");
    databases_ = named("databases.json");
    read_options();
    read_procedures(pack);
    pack.problems = files_.problems();
    return pack;
  }

 private:
  static void about_city(reading::Object o) {
    o.words("name");
    o.words("authority");
    o.words("address");
    o.text("hotline");
    o.nothing_else();
  }

  // A list of codes with their names, as procedures refer to them.
  object named(const std::string& path) {
    object out;
    const auto file = files_.json(path);
    const auto* list = file.value.if_array();
    if (!list && !file.source.empty()) files_.tell(path, 1, text::not_a_list);
    reading::Flaws flaws;
    for (std::size_t i = 0; list && i < list->size(); ++i) {
      reading::Object o((*list)[i], "/" + std::to_string(i), flaws);
      const auto code = o.text("code");
      o.words("name");
      o.nothing_else();
      if (!code.empty() && out.contains(code))
        o.complain("code", text::code_twice, {{"code", code}});
      out[code] = (*list)[i];
    }
    files_.tell(path, file.source, flaws);
    return out;
  }

  void read_options() {
    for (const auto& name : files_.names("options")) {
      if (!name.ends_with(".json")) continue;
      auto file = files_.json("options/" + name);
      const auto list = name.substr(0, name.size() - 5);
      options_[list] = file.value;
      option_sources_[list] = std::move(file.source);
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
    name_databases(path, file.source, item.publication.content);
    reading::Flaws flaws;
    auto content = read_whole(item.publication.content, flaws);
    item.version = std::move(content.version);
    files_.tell(path, file.source, flaws);
    const auto parts = read_parts(path, file.source, folder, item);
    if (together_) fit(path, file.source, flaws.empty(), parts, item, content.terms);
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

  // "replaced_by": "land" becomes the code with its name.
  void name_databases(const std::string& path, std::string_view source, object& content) {
    auto* papers = content.if_contains("papers");
    if (!papers || !papers->is_array()) return;
    std::size_t i = 0;
    for (auto& paper : papers->get_array()) {
      const auto pointer = "/papers/" + std::to_string(i++) + "/replaced_by";
      auto* o = paper.if_object();
      auto* given = o ? o->if_contains("replaced_by") : nullptr;
      if (!given || !given->is_string()) continue;
      const auto* known = databases_.if_contains(given->as_string());
      if (!known) {
        files_.tell(path, base::json::line_of(source, pointer), text::no_database,
                    {{"code", std::string(given->as_string())}});
      } else {
        *given = *known;
      }
    }
  }

  // Where the parts of a procedure lie in the pack; "" for one it does not have.
  struct Parts {
    std::string form, flow, result_template;
    std::string form_source;  // as it lies there
  };
  Parts read_parts(const std::string& path, const std::string& source, const std::string& folder,
                   PackItem& item) {
    auto& publication = item.publication;
    // One that is not there is told where it is named.
    const auto part = [&](std::string_view pointer, const std::string& name) {
      if (name.empty() || files_.there(name)) return name;
      files_.tell(path, base::json::line_of(source, pointer), text::no_file, {{"path", name}});
      return std::string();
    };
    Parts parts;
    const std::string form(base::json::text_at(publication.content, kFormFile));
    parts.form = part("/form", form.empty() ? "" : folder + form);
    parts.flow = part("/flow", std::string(base::json::text_at(publication.content, kFlowFile)));
    const auto& result = base::json::object_at(publication.content, "result");
    parts.result_template =
        part("/result/template", std::string(base::json::text_at(result, kTemplateFile)));
    if (!parts.form.empty()) publication.form = read_form(parts);
    if (!parts.flow.empty()) publication.flow = read_text(parts.flow);
    if (!parts.result_template.empty())
      publication.result_template = read_text(parts.result_template);
    item.version.has_form = !publication.form.empty();
    return parts;
  }

  void fit(const std::string& path, const std::string& source, bool sound, const Parts& parts,
           const PackItem& item, const Terms& terms) {
    const auto found = together_({sound ? &item.version : nullptr, terms, item.publication});
    files_.tell(path, source, found.procedure);
    files_.tell(parts.flow, item.publication.flow, found.flow);
    files_.tell(parts.result_template, item.publication.result_template, found.result_template);
    for (auto flaw : found.form) tell_form(parts, std::move(flaw));
  }

  // Option lists were put into the form; what is wrong with one stands in its own file.
  void tell_form(const Parts& parts, reading::Flaw flaw) {
    constexpr std::string_view lists = "/option_lists/";
    if (!flaw.pointer.starts_with(lists)) return files_.tell(parts.form, parts.form_source, {flaw});
    const auto rest = flaw.pointer.substr(lists.size());
    const auto name = rest.substr(0, rest.find('/'));
    flaw.pointer = rest.substr(name.size());
    files_.tell("options/" + name + ".json", option_sources_[name], {flaw});
  }

  std::string read_form(Parts& parts) {
    auto file = files_.json(parts.form);
    if (!file.value.is_object()) return "";
    object used;
    gather_options(file.value, options_, used);
    file.value.as_object()["option_lists"] = used;
    parts.form_source = std::move(file.source);
    return base::json::canonical(file.value);
  }

  // Many procedures share a flow: each file is read once.
  std::string read_text(const std::string& path) {
    const auto [known, fresh] = texts_.try_emplace(path);
    if (fresh) known->second = files_.text(path);
    return known->second;
  }

  Files files_;
  const Together& together_;
  object fields_;
  object databases_;
  object options_;
  std::map<std::string, std::string> codes_;  // code -> file
  std::map<std::string, std::string> texts_;  // path -> text
  std::map<std::string, std::string> option_sources_;
};

}  // namespace

Pack read_pack(const std::filesystem::path& folder, const Together& together) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return Reader(folder, together).read();
  Files files(folder);
  files.tell(".", 0, text::no_folder, {{"path", folder.string()}});
  return {.problems = files.problems()};
}

std::vector<PackProblem> examine(const std::filesystem::path& folder, const Together& together) {
  return read_pack(folder, together).problems;
}

}  // namespace catalogue
