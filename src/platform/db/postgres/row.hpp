// One row of a PostgreSQL answer in text format, read as strictly as it is typed.
#pragma once

#include <libpq-fe.h>

#include "platform/db/db.hpp"

namespace db::postgres {

class PgRow final : public Row {
 public:
  PgRow(const PGresult* result, int row) : result_(result), row_(row) {}
  bool null(int column) const override;
  std::int64_t i64(int column) const override;
  double f64(int column) const override;
  bool b(int column) const override;
  std::string_view text(int column) const override;

 private:
  std::string_view bytes(int column, std::initializer_list<Oid> kinds) const;

  const PGresult* result_;
  int row_;
};

}  // namespace db::postgres
