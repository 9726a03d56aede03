// The list of officers, one person, a new officer.
#include "services/administration/pages_staff.hpp"

#include "base/csv.hpp"
#include "base/fold.hpp"
#include "platform/ui/lists.hpp"
#include "services/administration/pages_accounts.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office {
namespace {

using http::Method;
using identity::Visit;

constexpr int csv_max = 20'000;
constexpr std::size_t words_max = 200;

std::string in(const base::Text& text, const Visit& visit) {
  return std::string(text.in(visit.lang()));
}

// "14/03/1996" or "1948", as people are found by; empty: neither.
std::string birth_of(std::string_view typed) {
  const auto tidy = base::tidy(typed.substr(0, 20));
  if (const auto day = base::Date::parse_vn(tidy)) return day->iso();
  return tidy.size() == 4 && base::Date::parse_vn("1/1/" + tidy) ? tidy : "";
}

// A number of an identity card, old or new, or of a passport.
std::string number_in(std::string_view words) {
  std::string out;
  int digits = 0;
  for (const char c : words) {
    if (c == ' ' || c == '.' || c == '-') continue;
    out += c;
    digits += c >= '0' && c <= '9';
  }
  return digits >= 5 && out.size() <= 20 ? out : "";
}

// 092 196 ••• 107: enough to tell two people apart by their card.
std::string masked(const std::string& number) {
  if (number.size() != 12) return number;
  return number.substr(0, 3) + " " + number.substr(3, 3) + " ••• " + number.substr(9);
}

std::string notice_of(const Visit& visit) {
  const auto done = visit.fields().get("xong");
  if (done == "bo-nhiem") return in(text::appointed, visit);
  if (done == "de-nghi") return in(text::asked_for, visit);
  if (done == "dang-cho") return in(text::asked_already, visit);
  if (done == "sua") return in(text::changed, visit);
  if (done == "ket-thuc") return in(text::ended, visit);
  if (done == "rut-lai") return in(text::taken_back, visit);
  if (done == "ban-giao") return in(text::handed_over, visit);
  if (done == "uy-quyen") return in(text::done, visit);
  return "";
}

}  // namespace

identity::Routes StaffPages::routes() {
  const auto list_of = administrator();
  const auto one = over_person();
  return {
      {Method::get, "/quan-tri/nguoi", list_of, [this](auto& visit) { return list(visit); }},
      {Method::get, "/quan-tri/nguoi/bang.csv", list_of,
       [this](auto& visit) { return csv(visit); }},
      {Method::get, "/quan-tri/nguoi/moi", list_of, [this](auto& visit) { return ask_new(visit); }},
      {Method::post, "/quan-tri/nguoi/moi", list_of,
       [this](auto& visit) { return take_new(visit); }},
      {Method::get, "/quan-tri/nguoi/{person}", one, [this](auto& visit) { return person(visit); }},
      {Method::get, "/quan-tri/nguoi/{person}/dinh-danh", one,
       [this](auto& visit) { return facts(visit); }},
      {Method::post, "/quan-tri/nguoi/{person}/dinh-danh", one,
       [this](auto& visit) { return act_on_facts(visit); }},
  };
}

// What the address asks for, as it is shown again and as it is asked of the engine.
views::OfficerList StaffPages::filtered(const Visit& visit, identity::StaffQuery& query) const {
  const auto& fields = visit.fields();
  views::OfficerList list;
  list.words = base::tidy(fields.get("q").substr(0, words_max));
  list.birth = base::tidy(fields.get("sinh").substr(0, 20));
  list.unit = base::tidy(fields.get("don-vi").substr(0, 20));
  list.role = base::tidy(fields.get("vai-tro").substr(0, 40));
  list.day_typed = base::tidy(fields.get("ngay").substr(0, 20));
  list.day = visit.now().local().date;
  if (!list.day_typed.empty()) {
    const auto day = day_typed(list.day_typed);
    list.bad_day = !day;
    list.day = day.value_or(list.day);
  }
  query.units = reach(visit, base::UnitId::parse(list.unit).value_or(base::UnitId{}), list.day);
  query.role = list.role;
  query.words = list.words;
  query.day = list.day;
  query.limit = office_page_size;
  query.offset = (ui::asked_page(fields.get("trang")) - 1) * office_page_size;
  return list;
}

std::vector<views::FoundLine> StaffPages::shown(Visit& visit,
                                                const std::vector<identity::Found>& found) const {
  std::vector<views::FoundLine> out;
  auto& purpose = visit.purpose("administration.find_person");
  for (const auto& one : found) {
    out.push_back({one.id, one.name.open(purpose), one.birth.open(purpose),
                   masked(one.number.open(purpose))});
  }
  return out;
}

// Only whom this administrator may open; the whole city's may open everybody.
void StaffPages::look_for(Visit& visit, views::OfficerList& list) const {
  const auto number = number_in(list.words);
  const auto birth = birth_of(list.birth);
  if (number.empty() && birth.empty()) return;
  list.looked_for = true;
  auto found = parts_.db.read([&](db::Tx& tx) {
    auto all = number.empty() ? identity::people_by_name(tx, list.words, birth)
                              : identity::people_by_any_number(tx, number);
    std::erase_if(all, [&](const identity::Found& one) {
      if (whole_city(visit)) return false;
      const auto ever = identity::positions_ever(tx, one.id);
      return std::ranges::none_of(ever, [&](const identity::Held& held) {
        return administers(*visit.who(), held.position.unit);
      });
    });
    return all;
  });
  list.found = shown(visit, found);
}

http::Response StaffPages::list(Visit& visit) {
  identity::StaffQuery query;
  auto list = filtered(visit, query);
  list.units = unit_choices(visit);
  list.roles = role_choices(visit);
  look_for(visit, list);
  std::vector<identity::Officer> officers;
  parts_.db.read([&](db::Tx& tx) {
    officers = identity::staff(tx, query);
    list.all = identity::staff_count(tx, query);
  });
  list.offset = query.offset;
  list.size = query.limit;
  const auto tree = parts_.forest.as_of(list.day);
  const auto roles = role_names(visit);
  for (const auto& one : officers) {
    const auto& p = one.position;
    list.lines.push_back({p.person, one.name, p.title.in(visit.lang()), called(roles, p.role),
                          unit_name(*tree, p.unit, visit.lang()), p.from, p.to});
  }
  return page(visit, views::officers(list, visit.lang()));
}

http::Response StaffPages::csv(Visit& visit) {
  identity::StaffQuery query;
  const auto list = filtered(visit, query);
  query.limit = csv_max;
  query.offset = 0;
  const auto officers = parts_.db.read([&](db::Tx& tx) { return identity::staff(tx, query); });
  const auto lang = visit.lang();
  std::string out = "\xEF\xBB\xBF";  // spreadsheets take it for UTF-8 only with this mark
  for (const auto* title :
       {&text::name, &text::office, &text::role, &text::unit, &text::since, &text::until}) {
    out += base::csv_cell(title->in(lang)) + ",";
  }
  out.back() = '\n';
  const auto tree = parts_.forest.as_of(list.day);
  const auto roles = role_names(visit);
  for (const auto& one : officers) {
    const auto& p = one.position;
    out += base::csv_cell(one.name) + "," + base::csv_cell(p.title.in(lang)) + "," +
           base::csv_cell(called(roles, p.role)) + "," +
           base::csv_cell(unit_name(*tree, p.unit, lang)) + "," + base::csv_cell(p.from.vn()) +
           "," + base::csv_cell(p.to ? p.to->vn() : "") + "\n";
  }
  return http::Response::file("text/csv; charset=utf-8", out, "can-bo.csv", false);
}

http::Response StaffPages::person(Visit& visit) {
  const auto today = visit.now().local().date;
  views::PersonPage one{
      .id = person_in(visit), .name = {}, .today = today, .notice = notice_of(visit)};
  std::vector<identity::Held> held;
  std::vector<identity::Delegation> delegations;
  std::vector<identity::Represented> organisations;
  parts_.db.read([&](db::Tx& tx) {
    one.name = identity::officer_name(tx, one.id);
    held = identity::positions_ever(tx, one.id);
    delegations = identity::delegations_of(tx, one.id);
    organisations = identity::represented_ever(tx, one.id);
    if (held.empty() || !looks_after(tx, visit, one.id)) return;
    using Account = views::PersonPage::Account;
    one.account = parts_.desk.one(tx, one.id) ? Account::there : Account::none;
  });
  for (const auto& position : held) one.positions.push_back(row(position, visit));
  for (const auto& delegation : delegations) one.delegations.push_back(line(delegation, visit));
  for (const auto& [organisation, as] : organisations) {
    one.organisations.push_back({organisation.id.str(), organisation.name, organisation.tax_code,
                                 as.capacity, as.from, as.to});
  }
  return page(visit, views::person(one, visit.lang()));
}

http::Response StaffPages::draw_new(Visit& visit, StaffForm form, int status,
                                    std::vector<identity::Found> alike) {
  views::NewOfficer shown_page{std::move(form), unit_choices(visit), role_choices(visit),
                               shown(visit, alike)};
  return page(visit, views::new_officer(shown_page), status);
}

http::Response StaffPages::ask_new(Visit& visit) {
  auto form = typed(visit);
  form.set_day("from", visit.now().local().date);
  return draw_new(visit, std::move(form), 200);
}

http::Response StaffPages::take_new(Visit& visit) {
  auto form = typed(visit);
  const auto facts = read_facts(form, visit.now().local().date);
  const auto position = read_position(form, *visit.who(), role_choices(visit));
  if (!form.fine()) return draw_new(visit, std::move(form), 422);
  const auto done = actions_.add_officer(act(visit), facts, position, form.ticked("confirmed"));
  if (done) return http::Response::see_other("/quan-tri/nguoi/" + done->str() + "?xong=bo-nhiem");
  const auto& trouble = done.error();
  std::vector<identity::Found> alike;
  const auto read = [&](auto ask) { return parts_.db.read(ask); };
  switch (trouble.why) {
    case StaffRefusal::position:
      tell(form, *trouble.position, unit_name(position, visit),
           role_name(position.role, visit.lang()));
      break;
    case StaffRefusal::number_taken: {
      alike = read([&](db::Tx& tx) { return identity::people_by_any_number(tx, facts.number); });
      const auto lines = shown(visit, alike);
      form.refuse("number", base::fill(text::number_taken, visit.lang(),
                                       {{"name", lines.empty() ? "" : lines.front().name}}));
      break;
    }
    case StaffRefusal::alike:
      alike =
          read([&](db::Tx& tx) { return identity::people_by_name(tx, facts.name, facts.birth); });
      form.refuse("confirmed", text::alike);
      break;
    case StaffRefusal::two_people:
      form.refuse("role", text::first_office_needs_two);
      break;
    default:
      form.refuse("unit", trouble.why == StaffRefusal::not_yours ? text::unit_not_yours
                                                                 : text::done_already);
  }
  return draw_new(visit, std::move(form), 422, std::move(alike));
}

}  // namespace administration::office
