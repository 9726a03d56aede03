// The words of the template language: where each may stand and how many parts it takes.
#pragma once

#include <span>
#include <string_view>

#include "platform/pdf/template.hpp"

namespace pdf {

struct Word {
  std::string_view word;
  Kind kind;
  Kind within;
  std::size_t parts_min;
  std::size_t parts_max;
  bool opens;     // holds lines up to its `end`
  bool one_hole;  // its text is a hole and nothing else
};

inline constexpr std::size_t columns_max = 8;

inline constexpr Word words[] = {
    {"letterhead", Kind::letterhead, Kind::document, 0, 0, true, false},
    {"superior", Kind::superior, Kind::letterhead, 1, 1, false, false},
    {"agency", Kind::agency, Kind::letterhead, 1, 1, false, false},
    {"number", Kind::number, Kind::letterhead, 0, 1, false, false},
    {"date", Kind::date, Kind::letterhead, 0, 1, false, false},
    {"title", Kind::title, Kind::document, 1, 1, false, false},
    {"subtitle", Kind::subtitle, Kind::document, 1, 1, false, false},
    {"center", Kind::center, Kind::document, 1, 1, false, false},
    {"paragraph", Kind::paragraph, Kind::document, 1, 1, false, false},
    {"note", Kind::note, Kind::document, 1, 1, false, false},
    {"field", Kind::field, Kind::document, 2, columns_max, false, false},
    {"list", Kind::list, Kind::document, 1, 1, false, true},
    {"lines", Kind::lines, Kind::document, 1, 1, false, true},
    {"table", Kind::table, Kind::document, 1, columns_max, true, false},
    {"head", Kind::head, Kind::table, 1, columns_max, false, false},
    {"row", Kind::row, Kind::table, 1, columns_max, false, false},
    {"rows", Kind::rows, Kind::table, 1, 1, false, true},
    {"qr", Kind::qr, Kind::document, 1, 1, false, true},
    {"signature", Kind::signature, Kind::document, 0, 0, true, false},
    {"authority", Kind::authority, Kind::signature, 1, 1, false, false},
    {"capacity", Kind::capacity, Kind::signature, 1, 1, false, false},
    {"sign", Kind::sign, Kind::signature, 0, 0, false, false},
    {"seal", Kind::seal, Kind::signature, 0, 0, false, false},
    {"name", Kind::name, Kind::signature, 1, 1, false, false},
    {"to", Kind::to, Kind::signature, 1, 1, false, false},
    {"signers", Kind::signers, Kind::document, 0, 0, true, false},
    {"signer", Kind::signer, Kind::signers, 3, 3, false, false},
    {"space", Kind::space, Kind::document, 1, 1, false, false},
};

}  // namespace pdf
