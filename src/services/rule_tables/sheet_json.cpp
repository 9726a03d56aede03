// A sheet as JSON, for its row; what was typed comes back as it was.
#include "base/json.hpp"
#include "services/rule_tables/draft.hpp"

namespace rule_tables {
namespace {

using base::json::array;
using base::json::object;
using base::json::object_at;
using base::json::value;
using decisions::Table;

array list_of(const std::vector<std::string>& all) {
  array out;
  for (const auto& one : all) out.push_back(value(one));
  return out;
}

std::vector<std::string> list_in(const object& o, const char* key) {
  std::vector<std::string> out;
  for (const auto& one : base::json::array_at(o, key))
    out.emplace_back(one.is_string() ? std::string_view(one.as_string()) : std::string_view());
  return out;
}

std::string text_in(const object& o, const char* key) {
  return std::string(base::json::text_at(o, key));
}

template <class T, class Make>
array objects_of(const std::vector<T>& all, Make make) {
  array out;
  for (const auto& one : all) out.push_back(make(one));
  return out;
}

template <class Each>
void each_in(const object& o, const char* key, Each each) {
  for (const auto& one : base::json::array_at(o, key)) {
    if (one.is_object()) each(one.as_object());
  }
}

decisions::ValueType type_in(const object& o) {
  return decisions::value_type(text_in(o, "type")).value_or(decisions::ValueType::text);
}

object table_of(const Table& t) {
  object out = {{"code", t.code},
                {"title_vi", t.title.vi},
                {"title_en", t.title.en},
                {"law", t.law},
                {"policy", decisions::code(t.policy)},
                {"complete", t.complete}};
  out["givens"] = objects_of(t.givens, [](const auto& g) {
    return object{{"name", g.name}, {"type", decisions::code(g.type)}};
  });
  out["inputs"] = objects_of(t.inputs, [](const auto& i) {
    return object{{"vi", i.label.vi},
                  {"en", i.label.en},
                  {"asks", i.expression},
                  {"type", decisions::code(i.type)},
                  {"allowed", i.allowed}};
  });
  out["outputs"] = objects_of(t.outputs, [](const auto& o) {
    return object{{"vi", o.label.vi},     {"en", o.label.en},
                  {"name", o.name},       {"type", decisions::code(o.type)},
                  {"allowed", o.allowed}, {"otherwise", o.fallback}};
  });
  out["rows"] = objects_of(t.rows, [](const auto& r) {
    return object{{"tests", list_of(r.tests)},
                  {"answers", list_of(r.answers)},
                  {"law", r.law},
                  {"note", r.note}};
  });
  out["examples"] = objects_of(t.examples, [](const auto& e) {
    return object{{"name", e.name}, {"given", list_of(e.given)}, {"expected", list_of(e.expected)}};
  });
  return out;
}

Table table_in(const object& o) {
  Table out;
  out.code = text_in(o, "code");
  out.title = {text_in(o, "title_vi"), text_in(o, "title_en")};
  out.law = text_in(o, "law");
  out.policy = decisions::policy(text_in(o, "policy")).value_or(decisions::Policy::unique);
  out.complete = base::json::flag_at(o, "complete");
  each_in(o, "givens", [&](const object& g) {
    out.givens.push_back({text_in(g, "name"), type_in(g)});
  });
  each_in(o, "inputs", [&](const object& i) {
    out.inputs.push_back({{text_in(i, "vi"), text_in(i, "en")},
                          text_in(i, "asks"),
                          type_in(i),
                          text_in(i, "allowed")});
  });
  each_in(o, "outputs", [&](const object& i) {
    out.outputs.push_back({{text_in(i, "vi"), text_in(i, "en")},
                           text_in(i, "name"),
                           type_in(i),
                           text_in(i, "allowed"),
                           text_in(i, "otherwise")});
  });
  each_in(o, "rows", [&](const object& r) {
    out.rows.push_back(
        {list_in(r, "tests"), list_in(r, "answers"), text_in(r, "law"), text_in(r, "note")});
  });
  each_in(o, "examples", [&](const object& e) {
    out.examples.push_back({text_in(e, "name"), list_in(e, "given"), list_in(e, "expected")});
  });
  return out;
}

}  // namespace

std::string written(const Sheet& sheet) {
  return base::json::canonical(object{{"table", table_of(sheet.table)},
                                      {"from", sheet.from},
                                      {"until", sheet.until},
                                      {"replaces", sheet.replaces},
                                      {"reason", sheet.reason},
                                      {"trial", list_of(sheet.trial)}});
}

Sheet read_sheet(std::string_view json) {
  const auto parsed = base::json::parse(json);
  base::must(parsed && parsed->is_object());
  const auto& o = parsed->as_object();
  return {table_in(object_at(o, "table")), text_in(o, "from"),   text_in(o, "until"),
          text_in(o, "replaces"),          text_in(o, "reason"), list_in(o, "trial")};
}

}  // namespace rule_tables
