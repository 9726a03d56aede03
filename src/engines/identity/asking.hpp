// The Visit behind every page: what the gate found out about one request.
#pragma once

#include <functional>

#include "engines/identity/held.hpp"
#include "engines/identity/ledger.hpp"
#include "engines/identity/sessions.hpp"
#include "platform/http/router.hpp"

namespace identity {

// Filled step by step by the gate; pages see it as a Visit.
struct Asking final : Visit {
  Asking(const http::Request& request, base::Instant now, std::string_view secret,
         Openings openings)
      : asked(request), at(now), secret(secret), openings(std::move(openings)) {}

  const http::Request& request() const override { return asked; }
  base::Lang lang() const override { return language; }
  base::Instant now() const override { return at; }
  const Who* who() const override { return person ? &*person : nullptr; }
  const http::Fields& fields() const override { return typed; }
  std::string_view param(std::string_view name) const override { return match.at(name); }
  std::string act() const override;
  base::Html marks() const override;
  std::optional<http::Fields> held() override;
  base::Purpose& purpose(std::string_view code, std::int64_t matter) override;
  void tell() const override { openings.tell(who(), at); }

  // The cookie whose token this browser's forms carry.
  std::string form_cookie() const;

  const http::Request& asked;
  const base::Instant at;
  const std::string_view secret;
  base::Lang language = base::Lang::vi;
  bool chose_language = false;          // with this very request
  std::optional<FoundSession> session;  // live or ended
  std::optional<Who> person;            // of a live session
  http::Fields typed;
  http::Router::Match match;
  std::string act_id;
  std::function<std::optional<held::Form>()> find_held;
  std::optional<std::int64_t> given_back;  // the held form the page was given
  mutable Openings openings;
  mutable std::string act_with_content;  // made when first asked for
  mutable std::string new_form_cookie;   // made while drawing a form: to be set
};

}  // namespace identity
