// Running the programs that judge our papers from outside: pdfsig, qpdf, pdftotext, zbarimg.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "platform/pdf/render.hpp"

namespace outside {

struct Answer {
  int exit;
  std::string text;  // both streams
};

inline Answer run(const std::string& command) {
  Answer answer{-1, {}};
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe);
  char buffer[4096];
  while (const auto n = fread(buffer, 1, sizeof buffer, pipe)) answer.text.append(buffer, n);
  answer.exit = WEXITSTATUS(pclose(pipe));
  return answer;
}

inline std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file, path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A folder that goes with the test.
class Folder {
 public:
  Folder() {
    char name[] = "/tmp/taydo-pdf-XXXXXX";
    REQUIRE(mkdtemp(name));
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  std::string put(const std::string& name, const std::string& bytes) const {
    std::ofstream(*this / name, std::ios::binary) << bytes;
    return *this / name;
  }

 private:
  std::string path_;
};

// "certificate" (A4) or "slip" (A5): papers of the printer's tests; those of the city are judged in
// tests/papers_test.cpp.
inline std::string template_text(const std::string& name) {
  return read(TAYDO_SOURCE_DIR "/src/platform/pdf/tests/samples/" + name + ".template");
}

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}

// A PDF as somebody might send it, with this text.
inline std::string sent_paper(const std::string& text) {
  const auto parsed = pdf::parse("document A5 | Thư\nvalue text | x\nparagraph {text}\n");
  REQUIRE(parsed);
  const auto made = pdf::render(*parsed, {{"text", text}}, {});
  REQUIRE(made);
  return *made;
}

}  // namespace outside
