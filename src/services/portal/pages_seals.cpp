// The journal's seals: read, then show, to people and to machines.
#include "services/portal/pages_seals.hpp"

#include <charconv>

#include "services/portal/text_seals.hpp"
#include "services/portal/views_seals.hpp"

namespace portal {
namespace {

constexpr int seals_a_page = 20;
constexpr int seals_an_answer = 500;

// A positive number, or 0.
std::int64_t number(std::string_view typed) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), out);
  return error == std::errc() && end == typed.data() + typed.size() && out > 0 ? out : 0;
}

}  // namespace

identity::Routes SealPages::routes() {
  using http::Method;
  return {{Method::get, "/nhat-ky-niem-phong", identity::anyone(),
           [this](auto& visit) { return page(visit); }},
          {Method::get, "/api/v1/seals", identity::anyone(),
           [this](auto& visit) { return json(visit); }}};
}

http::Response SealPages::page(identity::Visit& visit) {
  views::Seals shown;
  db_.read([&](db::Tx& tx) {
    shown.seals = journal::newest_seals(tx, number(visit.fields().get("truoc")), seals_a_page);
    shown.keys = journal::key_terms(tx);
  });
  const auto title = std::string(text::seals.in(visit.lang()));
  return http::Response::page(views::seals(chrome_.frame(visit, title), shown));
}

http::Response SealPages::json(identity::Visit& visit) {
  const auto seals = db_.read([&](db::Tx& tx) {
    return journal::seals_above(tx, number(visit.fields().get("after")), seals_an_answer);
  });
  base::json::array all;
  for (const auto& seal : seals) all.push_back(journal::seal_json(seal));
  http::Response answer;
  answer.content_type = "application/json; charset=utf-8";
  answer.body = base::json::canonical(base::json::object{{"seals", all}});
  return answer;
}

}  // namespace portal
