// Forms and queries: the first line is the content type, what follows the body.
#include "base/fold.hpp"
#include "base/html.hpp"
#include "fuzz.hpp"
#include "platform/http/http.hpp"

namespace {

constexpr http::Bounds small{
    .body_bytes_max = 3'000, .fields_max = 20, .field_bytes_max = 400, .uploads = true};

void check(const http::Fields& fields) {
  fuzz::holds(fields.list().size() + fields.uploads().size() <= small.fields_max);
  for (const auto& [name, value] : fields.list()) {
    fuzz::holds(base::is_text(name) && base::is_text(value));
    fuzz::holds(value.size() <= 3 * small.field_bytes_max && value.find('\r') == value.npos);
    fuzz::holds(base::composed(value) == value);
  }
  for (const auto& [name, upload] : fields.uploads()) {
    fuzz::holds(base::is_text(name) && base::is_text(upload.file_name));
  }
}

// What was understood, sent again, is understood the same.
void again(const http::Fields& fields) {
  std::string query;
  for (const auto& [name, value] : fields.list()) {
    query += base::url_encoded(name) + "=" + base::url_encoded(value) + "&";
  }
  const auto read = http::parse_query(query, {.fields_max = 20, .field_bytes_max = 9'000});
  fuzz::holds(read && read->list() == fields.list());
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  if (const auto query = http::parse_query(bytes, small)) check(*query), again(*query);
  http::Request request;
  request.headers = {{"content-type", std::string(cut(bytes, "\r\n"))}};
  request.body = bytes;
  if (const auto form = http::parse_form(request, small)) check(*form);
}
