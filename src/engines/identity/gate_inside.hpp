// The steps of a request as the gate's two sources share them: gate.cpp has the way to the page,
// gate_forms.cpp what becomes of forms.
#pragma once

#include <optional>
#include <set>

#include "engines/identity/asking.hpp"
#include "engines/identity/gate.hpp"
#include "platform/http/router.hpp"

namespace identity {

// Path and query as they may stand in an address of ours.
std::string address_of(const http::Request& request);

struct Gate::Inside {
  db::Database& db;
  units::Forest& forest;
  Routes routes;
  GateOptions options;
  ErrorPages pages;
  std::function<base::Instant()> clock;
  std::function<void(std::string_view, std::string_view)> report;
  http::Router router = {};
  ToldToday told_today = {};
  std::set<std::size_t> outside = {};  // of `routes`: those whose page may wait for other servers

  // Each step answers when the request ends there.
  using Ended = std::optional<http::Response>;

  bool read_query(Asking& asking) const;
  void read_session(Asking& asking);
  bool read_form(Asking& asking) const;
  http::Response unreadable(const Asking& asking) const;
  Ended find_route(Asking& asking) const;
  Ended check_permission(Asking& asking);
  Ended check_subject(Asking& asking, const Permission& permission);
  Ended check_form(Asking& asking);
  http::Response not_theirs(const Asking& asking) const;
  http::Response page(Asking& asking);
  http::Response failed(const Asking& asking, std::string_view why) const;
  http::Response no_room(const Asking& asking, std::string_view why) const;
  void finish(const Asking& asking, http::Response& response) const;

  std::string start_page(const Asking& asking) const;
  void hold(const Asking& asking, const std::string& page, http::Response& response);
  http::Response send_to_sign_in(const Asking& asking);
  http::Response reused(const Asking& asking);
  void give_back(Asking& asking, http::Response& response);
};

}  // namespace identity
