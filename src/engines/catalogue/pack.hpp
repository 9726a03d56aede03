// A pack as it lies on disk: readable files, gathered and checked before anything else happens.
#pragma once

#include "engines/catalogue/examine.hpp"

namespace catalogue {

struct PackItem {
  Version version;
  Publication publication;
  std::string hash;
};

struct Pack {
  std::string name;
  std::string version;
  std::vector<PackItem> items;  // by code
  std::vector<PackProblem> problems;
};

Pack read_pack(const std::filesystem::path& folder, const Together& together);

}  // namespace catalogue
