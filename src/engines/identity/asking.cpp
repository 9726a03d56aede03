// What pages ask of a request.
#include "engines/identity/asking.hpp"

#include "engines/identity/forgery.hpp"
#include "engines/journal/acts.hpp"
#include "platform/crypto/crypto.hpp"

namespace identity {

std::string Asking::form_cookie() const {
  if (person) return asked.cookie(session_cookie);
  const auto has = asked.cookie(forgery::form_cookie);
  return has.empty() ? new_form_cookie : has;
}

namespace {

// What was sent, each part with its length so that no two forms make one text.
std::string text_of(const http::Request& asked, const http::Fields& typed) {
  std::string out;
  const auto add = [&](std::string_view part) {
    (out += std::to_string(part.size())) += ':';
    out += part;
  };
  add(asked.path);
  for (const auto& [name, value] : typed.list()) {
    if (name == "act" || name == "token") continue;
    add(name);
    add(value);
  }
  for (const auto& [name, upload] : typed.uploads()) {
    add(name);
    add(upload.file_name);
    add(crypto::sha256(upload.bytes));
  }
  return out;
}

}  // namespace

// Keyed, and bound to the act: from what the journal keeps nobody guesses what was typed.
std::string Asking::act() const {
  if (asked.method != http::Method::post) return act_id;
  if (act_with_content.empty()) {
    const auto text = "act:" + act_id + ":" + text_of(asked, typed);
    act_with_content = journal::with_content(
        act_id, crypto::hmac_sha256_hex(secret, text).substr(0, journal::content_digits));
  }
  return act_with_content;
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
