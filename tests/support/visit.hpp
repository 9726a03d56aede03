// A request as an engine's action sees it, made by hand: for tests that need no gate.
#pragma once

#include <string>
#include <utility>

#include "engines/identity/ledger.hpp"
#include "engines/identity/visit.hpp"

namespace support {

class FakeVisit final : public identity::Visit {
 public:
  FakeVisit(identity::Who who, base::Instant now, std::string act, std::string token)
      : who_(std::move(who)), now_(now), act_(std::move(act)), purpose_("test", 0) {
    request_.remote = "192.0.2.7";
    request_.headers = {{"cookie", "taydo_session=" + token}};
  }

  const http::Request& request() const override { return request_; }
  base::Lang lang() const override { return base::Lang::vi; }
  base::Instant now() const override { return now_; }
  const identity::Who* who() const override { return &who_; }
  const http::Fields& fields() const override { return fields_; }
  std::string_view param(std::string_view) const override { return ""; }
  std::string act() const override { return act_; }
  base::Html marks() const override { return {}; }
  std::optional<http::Fields> held() override { return std::nullopt; }
  base::Purpose& purpose(std::string_view, std::int64_t) override { return purpose_; }
  void tell() const override {}

 private:
  http::Request request_;
  identity::Who who_;
  base::Instant now_;
  std::string act_;
  http::Fields fields_;
  identity::Opened purpose_;
};

}  // namespace support
