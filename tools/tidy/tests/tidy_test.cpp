#include "tidy/tidy.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace tidy;

TEST_CASE("Articles of the law lead to the line that obeys them") {
  Tree tree;
  tree.emplace_back("src/services/portal/b.cpp", "\n// [law: NĐ 61/2018 Đ.17]\nint a;\n");
  tree.emplace_back("src/base/a.cpp",
                    "int a;  // [law: NĐ 45/2020 Đ.16.2] [law: NĐ 61/2018 Đ.17]\n");
  tree.emplace_back("tools/tidy/tidy.cpp", "// a mark is written [law: so]\n");
  const auto all = laws(tree);
  REQUIRE(all.size() == 3);
  CHECK(all[0].article == "NĐ 45/2020 Đ.16.2");
  CHECK(all[1].path == "src/base/a.cpp");
  CHECK(all[2].path == "src/services/portal/b.cpp");
  CHECK(all[2].line == 2);
}

TEST_CASE("An exception forgives one rule in one file, and is named when nothing needs it") {
  Tree tree;
  tree.emplace_back("src/base/a.cpp", "auto a = R\"sql(SELECT 1)sql\";  // TODO\n");
  auto found = check(tree);
  const auto before = found.size();
  const auto list = read_exceptions("# why\nleftovers src/base/a.cpp # until then\n\nsql x.cpp\n");
  REQUIRE(list.size() == 2);
  const auto needless = forgive(found, list);
  CHECK(found.size() == before - 1);
  REQUIRE(needless.size() == 1);
  CHECK(needless[0].path == "x.cpp");
}

TEST_CASE("Findings come in the order of the files and their lines") {
  Tree tree;
  tree.emplace_back("src/base/b.cpp", "// A file whose second line promises.\n// TODO\n// FIXME\n");
  tree.emplace_back("src/base/a.hpp", "");
  const auto found = check(tree);
  REQUIRE(found.size() >= 3);
  CHECK(found.front().path == "src/base/a.hpp");
  CHECK(found[found.size() - 2].line == 2);
  CHECK(found.back().line == 3);
}

TEST_CASE("The project is read from disk without what others wrote") {
  namespace fs = std::filesystem;
  const auto root = fs::temp_directory_path() / "taydo_tidy_test";
  fs::remove_all(root);
  for (const char* path : {"src/base/a.cpp", "src/base/README.md", "src/x/node_modules/b.cpp",
                           "src/base/c.png", "build/d.cpp"}) {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path) << "x\n";
  }
  const auto tree = read_tree(root.string());
  fs::remove_all(root);
  REQUIRE(tree.size() == 2);
  CHECK(tree[0].path == "src/base/README.md");
  CHECK(tree[1].text == "x\n");
}
