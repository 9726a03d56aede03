// Small tables for tests, and what is found in them, said shortly.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "engines/decisions/check.hpp"
#include "engines/decisions/decisions.hpp"
#include "engines/decisions/file.hpp"

namespace tables {

using decisions::Table;

// Who is how old, poor or not, pays what. Rows: two tests and an answer.
inline Table fees(std::vector<std::array<std::string, 3>> rows,
                  decisions::Policy policy = decisions::Policy::unique) {
  using decisions::ValueType;
  Table out;
  out.code = "fees";
  out.title = {"Mức thu", "Fees"};
  out.policy = policy;
  out.givens = {{"tuổi", ValueType::whole}, {"hộ nghèo", ValueType::flag}};
  out.inputs = {{{"Tuổi", "Age"}, "tuổi", ValueType::whole, "[0..120]"},
                {{"Hộ nghèo", "Poor"}, "hộ nghèo", ValueType::flag, ""}};
  out.outputs = {{{"Mức", "Amount"}, "mức", ValueType::number, "", ""}};
  for (const auto& row : rows) out.rows.push_back({{row[0], row[1]}, {row[2]}, "", ""});
  return out;
}

// A table that can be published: children free, poor free, others pay.
inline Table sound(const std::string& amount = "8000") {
  auto out = fees({{"< 16", "", "0"}, {">= 16", "true", "0"}, {">= 16", "false", amount}});
  out.examples = {{"Trẻ 10 tuổi", {"10", "false"}, {"0"}},
                  {"Hộ nghèo", {"40", "true"}, {"0"}},
                  {"Người khác", {"40", "false"}, {amount}}};
  return out;
}

inline std::string said(const decisions::Findings& findings, base::Lang lang = base::Lang::vi) {
  std::string out;
  for (const auto& one : findings) out += one.words.in(lang) + "\n";
  return out;
}
inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}

inline std::string pack_file(const std::string& name) {
  std::ifstream in(std::filesystem::path(TAYDO_SOURCE_DIR) / "packs/cantho/rules" / name);
  REQUIRE_MESSAGE(in.good(), name);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace tables
