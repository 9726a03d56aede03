// Reading a PostgreSQL row.
#include "platform/db/postgres/row.hpp"

#include <algorithm>
#include <charconv>

#include "base/must.hpp"

namespace db::postgres {
namespace {

using base::must;

// pg_type.dat: numbers of built-in types, the same on every server for ever.
constexpr Oid bool_type = 16, int8_type = 20, int2_type = 21, int4_type = 23, text_type = 25,
              json_type = 114, float4_type = 700, float8_type = 701, unknown_type = 705,
              char_type = 1042, varchar_type = 1043, numeric_type = 1700, jsonb_type = 3802,
              name_type = 19, void_type = 2278;

template <class T>
T parsed(std::string_view text) {
  T value{};
  if (text.empty()) return value;  // NULL
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  must(error == std::errc() && end == text.data() + text.size());
  return value;
}

}  // namespace

bool PgRow::null(int column) const {
  must(column >= 0 && column < PQnfields(result_));
  return PQgetisnull(result_, row_, column) != 0;
}

std::string_view PgRow::bytes(int column, std::initializer_list<Oid> kinds) const {
  if (null(column)) return {};
  const auto kind = PQftype(result_, column);
  must(std::find(kinds.begin(), kinds.end(), kind) != kinds.end());
  return {PQgetvalue(result_, row_, column), std::size_t(PQgetlength(result_, row_, column))};
}

std::int64_t PgRow::i64(int column) const {
  // sum() of BIGINT is NUMERIC here
  return parsed<std::int64_t>(bytes(column, {int8_type, int4_type, int2_type, numeric_type}));
}

double PgRow::f64(int column) const {
  return parsed<double>(
      bytes(column, {float8_type, float4_type, numeric_type, int8_type, int4_type, int2_type}));
}

bool PgRow::b(int column) const { return bytes(column, {bool_type}) == "t"; }

std::string_view PgRow::text(int column) const {
  return bytes(column, {text_type, varchar_type, char_type, name_type, unknown_type, jsonb_type,
                        json_type, void_type});
}

}  // namespace db::postgres
