// What pages ask of a request.
#include "engines/identity/asking.hpp"

#include "engines/identity/forgery.hpp"
#include "platform/crypto/crypto.hpp"

namespace identity {

std::string Asking::form_cookie() const {
  if (person) return asked.cookie(session_cookie);
  const auto has = asked.cookie(forgery::form_cookie);
  return has.empty() ? new_form_cookie : has;
}

base::Html Asking::marks() const {
  if (form_cookie().empty()) new_form_cookie = crypto::random_token();
  return base::h(R"(<input type="hidden" name="act" value="{}">)"
                 R"(<input type="hidden" name="token" value="{}">)",
                 crypto::random_token(), forgery::token_for(secret, form_cookie()));
}

std::optional<http::Fields> Asking::held() {
  auto form = find_held ? find_held() : std::nullopt;
  if (!form) return std::nullopt;
  given_back = form->id;
  return std::move(form->fields);
}

base::Purpose& Asking::purpose(std::string_view code, std::int64_t matter) {
  return openings.purpose(code, matter);
}

}  // namespace identity
