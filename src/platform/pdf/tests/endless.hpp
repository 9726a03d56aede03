// A paper made to keep whoever reads it busy.
#pragma once

#include <zlib.h>

#include "platform/pdf/tests/outside.hpp"

namespace outside {

// A small file whose one page takes longer to read than anybody waits: zlib packs it a thousand to
// one.
inline std::string endless_paper() {
  static std::string made;
  if (!made.empty()) return made;
  std::string page;
  while (page.size() < (96u << 20)) page += "BT /F1 9 Tf 10 10 Td (a b c d e f g h) Tj ET\n";
  uLongf size = compressBound(page.size());
  std::string packed(size, '\0');
  REQUIRE(compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                    reinterpret_cast<const Bytef*>(page.data()), page.size(), 9) == Z_OK);
  packed.resize(size);
  made =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
      "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
      "4 0 obj<</Filter/FlateDecode/Length " +
      std::to_string(packed.size()) + ">>stream\n" + packed +
      "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
  return made;
}

}  // namespace outside
