// Reading the files of a pack without trusting their names, sizes or bytes.
#include "engines/catalogue/files.hpp"

#include <algorithm>
#include <fstream>

#include "base/fold.hpp"
#include "base/json_keys.hpp"
#include "engines/catalogue/text.hpp"
#include "engines/catalogue/text_pack.hpp"

namespace catalogue {
namespace {

constexpr std::uintmax_t bytes_max = 1024 * 1024;

bool stays_inside(const std::filesystem::path& path) {
  return !path.empty() && path.is_relative() &&
         std::none_of(path.begin(), path.end(), [](const auto& step) { return step == ".."; });
}

}  // namespace

// Files that several procedures share are found wrong several times and told once.
void Files::keep(PackProblem problem) {
  const auto same = [&](const PackProblem& one) {
    return one.line == problem.line && one.file == problem.file && one.message == problem.message;
  };
  if (std::none_of(problems_.begin(), problems_.end(), same)) {
    problems_.push_back(std::move(problem));
  }
}

void Files::tell(const std::string& path, int line, const base::Text& text, base::Holes holes) {
  keep({path, line, {fill(text, base::Lang::vi, holes), fill(text, base::Lang::en, holes)}});
}

void Files::tell(const std::string& path, std::string_view source, const reading::Flaws& flaws) {
  for (const auto& flaw : flaws) {
    const int line = flaw.line ? flaw.line : base::json::line_of(source, flaw.pointer);
    keep({path, line, flaw.message});
  }
}

bool Files::there(const std::string& path) const {
  std::error_code error;
  return stays_inside(path) && std::filesystem::is_regular_file(root_ / path, error);
}

std::string Files::text(const std::string& path) {
  if (!stays_inside(path)) return tell(path, 0, text::bad_path, {{"path", path}}), "";
  std::error_code error;
  const auto full = root_ / path;
  const auto size = std::filesystem::file_size(full, error);
  if (error || !std::filesystem::is_regular_file(full, error)) {
    return tell(path, 0, text::no_file, {{"path", path}}), "";
  }
  if (size > bytes_max) {
    return tell(path, 0, text::too_big, {{"max", std::to_string(bytes_max)}}), "";
  }
  std::ifstream file(full, std::ios::binary);
  std::string bytes(size, '\0');
  file.read(bytes.data(), std::streamsize(size));
  if (std::uintmax_t(file.gcount()) != size || !base::is_text(bytes)) {
    return tell(path, 0, text::not_text), "";
  }
  constexpr std::string_view mark = "\xEF\xBB\xBF";  // some editors put it before the text
  if (bytes.starts_with(mark)) bytes.erase(0, mark.size());
  return bytes;
}

Files::Json Files::json(const std::string& path) {
  const auto before = problems_.size();
  auto source = text(path);
  if (problems_.size() != before) return {};
  const auto parsed = base::json::parse(source);
  if (!parsed) {
    tell(path, parsed.error().line, text::malformed, {{"why", parsed.error().message}});
    return {};
  }
  for (const auto& [line, key] : base::json::repeated_keys(source)) {
    tell(path, line, text::key_twice, {{"key", key}});
  }
  return {std::move(source), *parsed};
}

std::vector<std::string> Files::names(const std::string& path) const {
  std::vector<std::string> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(root_ / path, error)) {
    out.push_back(entry.path().filename().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace catalogue
