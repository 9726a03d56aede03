// Functions and collation by ICU.
#include "platform/db/sqlite/functions.hpp"

#include <sqlite3.h>
#include <unicode/coll.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/fold.hpp"
#include "base/must.hpp"

namespace db::sqlite {
namespace {

using std::string_view;

string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return {text ? text : "", std::size_t(sqlite3_value_bytes(value))};
}

bool less(sqlite3_value* a, sqlite3_value* b) {
  const int kind_a = sqlite3_value_type(a), kind_b = sqlite3_value_type(b);
  if (kind_a == SQLITE_TEXT || kind_b == SQLITE_TEXT) return text_of(a) < text_of(b);
  if (kind_a == SQLITE_INTEGER && kind_b == SQLITE_INTEGER) {
    return sqlite3_value_int64(a) < sqlite3_value_int64(b);
  }
  return sqlite3_value_double(a) < sqlite3_value_double(b);
}

template <bool greatest>
void extreme(sqlite3_context* context, int count, sqlite3_value** values) {
  sqlite3_value* best = nullptr;
  for (int i = 0; i < count; ++i) {
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) continue;
    if (!best || (greatest ? less(best, values[i]) : less(values[i], best))) best = values[i];
  }
  if (best) sqlite3_result_value(context, best);
}

template <std::string (*change)(string_view)>
void changed(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  const auto out = change(text_of(values[0]));
  sqlite3_result_text(context, out.data(), int(out.size()), SQLITE_TRANSIENT);
}

int compare(void* collator, int size_a, const void* a, int size_b, const void* b) {
  const string_view left(static_cast<const char*>(a), std::size_t(size_a));
  const string_view right(static_cast<const char*>(b), std::size_t(size_b));
  UErrorCode status = U_ZERO_ERROR;
  const auto order = static_cast<icu::Collator*>(collator)->compareUTF8(
      icu::StringPiece(left.data(), size_a), icu::StringPiece(right.data(), size_b), status);
  // PostgreSQL breaks ties by the bytes, so that only equal texts are equal.
  return order != UCOL_EQUAL ? int(order) : left.compare(right);
}

void drop_collator(void* collator) { delete static_cast<icu::Collator*>(collator); }

}  // namespace

void add_functions(sqlite3* connection) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const auto add = [&](const char* name, int count, auto* function) {
    base::must(sqlite3_create_function_v2(connection, name, count, flags, nullptr, function,
                                          nullptr, nullptr, nullptr) == SQLITE_OK);
  };
  add("greatest", -1, &extreme<true>);
  add("least", -1, &extreme<false>);
  add("lower", 1, &changed<base::lower>);
  add("upper", 1, &changed<base::upper>);

  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("vi"), status));
  base::must(U_SUCCESS(status));
  base::must(sqlite3_create_collation_v2(connection, "vi-x-icu", SQLITE_UTF8, collator.release(),
                                         compare, drop_collator) == SQLITE_OK);
}

}  // namespace db::sqlite
