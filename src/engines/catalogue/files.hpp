// Files of a pack, read with bounds; what is wrong is told with file and line.
#pragma once

#include "engines/catalogue/publish.hpp"
#include "platform/reading/reading.hpp"

namespace catalogue {

class Files {
 public:
  explicit Files(std::filesystem::path root) : root_(std::move(root)) {}

  // Is it a file inside the pack?
  bool there(const std::string& path) const;
  // "" after a problem. `path` is relative to the pack and may not leave it.
  std::string text(const std::string& path);
  struct Json {
    std::string source;
    base::json::value value;  // null after a problem
  };
  Json json(const std::string& path);
  // Names inside a folder of the pack, sorted; none if there is no such folder.
  std::vector<std::string> names(const std::string& path) const;

  void tell(const std::string& path, int line, const base::Text& text, base::Holes holes = {});
  // Flaws with pointers get the line their place has in `source`.
  void tell(const std::string& path, std::string_view source, const reading::Flaws& flaws);

  const std::vector<PackProblem>& problems() const { return problems_; }

 private:
  void keep(PackProblem problem);

  std::filesystem::path root_;
  std::vector<PackProblem> problems_;
};

}  // namespace catalogue
