// The manifest of the one-stop shop: its addresses and who may call them.
#include "services/one_stop/room.hpp"

#include "services/one_stop/pages_citizen.hpp"
#include "services/one_stop/pages_form.hpp"
#include "services/one_stop/pages_officer.hpp"
#include "services/one_stop/text_officer.hpp"

namespace one_stop {

struct Room::Pages {
  explicit Pages(const Parts& parts) : form(parts), citizen(parts), officer(parts) {}
  FormPages form;
  CitizenPages citizen;
  OfficerPages officer;
};

Room::Room(Parts parts) : pages_(std::make_unique<Pages>(parts)) {}
Room::~Room() = default;

identity::Routes Room::routes() {
  using http::Method;
  using identity::anyone, identity::officer, identity::resident, identity::Visit;
  auto& form = pages_->form;
  auto& citizen = pages_->citizen;
  auto& desk = pages_->officer;
  return {
      {Method::get, "/thu-tuc/{code}/nop-ho-so", resident(),
       [&](Visit& v) { return form.start(v); }},
      {Method::post, "/thu-tuc/{code}/nop-ho-so", resident(),
       [&](Visit& v) { return form.begin(v); }},
      {Method::get, "/to-khai/{draft}/kiem-tra", resident(),
       [&](Visit& v) { return form.check(v); }},
      {Method::post, "/to-khai/{draft}/kiem-tra", resident(),
       [&](Visit& v) { return form.submit(v); }},
      {Method::post, "/to-khai/{draft}/xoa", resident(), [&](Visit& v) { return form.drop(v); }},
      {Method::get, "/to-khai/{draft}/{step}", resident(), [&](Visit& v) { return form.step(v); }},
      {Method::post, "/to-khai/{draft}/{step}", resident(), [&](Visit& v) { return form.save(v); }},

      {Method::get, "/tra-cuu", anyone(), [&](Visit& v) { return citizen.lookup(v); }},
      {Method::get, "/ho-so", resident(), [&](Visit& v) { return citizen.list(v); }},
      {Method::get, "/ho-so/{code}", resident(), [&](Visit& v) { return citizen.dossier(v); }},
      {Method::get, "/ho-so/{code}/{paper}", resident(),
       [&](Visit& v) { return citizen.paper(v); }},

      {Method::get, "/can-bo/viec/{task}", officer(), [&](Visit& v) { return desk.task(v); }},
      {Method::post, "/can-bo/viec/{task}", officer(), [&](Visit& v) { return desk.act(v); }},
      {Method::get, "/can-bo/ho-so", officer(), [&](Visit& v) { return desk.search(v); }},
      {Method::get, "/can-bo/ho-so/{code}", officer(), [&](Visit& v) { return desk.dossier(v); }},
      {Method::get, "/can-bo/ho-so/{code}/{paper}", officer(),
       [&](Visit& v) { return desk.paper(v); }},
      {Method::get, "/so-lieu/{figure}", officer(), [&](Visit& v) { return desk.behind(v); }},
  };
}

std::map<std::string, base::Words> purposes() {
  const auto words = [](const base::Text& text) {
    return base::Words{std::string(text.vi), std::string(text.en)};
  };
  return {{"one_stop.case", words(text::purpose_case)},
          {"one_stop.case_paper", words(text::purpose_paper)},
          {"one_stop.draft_result", words(text::purpose_draft)},
          {"one_stop.own_paper", words(text::purpose_own)},
          {"one_stop.prefill", words(text::purpose_own)}};
}

}  // namespace one_stop
