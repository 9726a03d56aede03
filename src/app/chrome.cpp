// Frames for pages: read once from the settings, then the same for every request.
#include "app/chrome.hpp"

#include <algorithm>

#include "app/text.hpp"
#include "engines/journal/search.hpp"
#include "engines/messages/messages.hpp"
#include "engines/units/units.hpp"
#include "platform/config/config.hpp"
#include "platform/db/room.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/shell.hpp"
#include "services/incidents/actions.hpp"
#include "services/portal/room.hpp"
#include "services/privacy/room.hpp"
#include "services/rule_tables/room.hpp"
#include "services/worklist/room.hpp"

namespace app {
namespace {

using base::Lang;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

base::Words words_at(const base::json::object& o, std::string_view name) {
  const auto& words = base::json::object_at(o, name);
  return {std::string(base::json::text_at(words, "vi")),
          std::string(base::json::text_at(words, "en"))};
}

ui::City city_of(db::Database& db) {
  const auto o = db.read([](db::Tx& tx) { return config::get(tx, "city"); });
  return {words_at(o, "name"), words_at(o, "authority"), words_at(o, "address"),
          std::string(base::json::text_at(o, "hotline"))};
}

std::string path_of(const http::Request& request) {
  return request.query.empty() ? request.path : request.path + "?" + request.query;
}

std::string current_of(std::string_view path) {
  if (path.starts_with("/thu-tuc") || path.starts_with("/to-khai")) return "/thu-tuc";
  if (path.starts_with("/tra-cuu")) return "/tra-cuu";
  if (path.starts_with("/ho-so")) return "/ho-so";
  if (path.starts_with("/tin-nhan")) return "/tin-nhan";
  if (path.starts_with("/so-lieu/")) return std::string(path);
  if (path.starts_with("/can-bo/bang-quy-tac") || path.starts_with("/can-bo/ban-soan-quy-tac"))
    return "/can-bo/bang-quy-tac";
  constexpr std::pair<std::string_view, std::string_view> parts[] = {
      {"/quan-tri/nhat-ky/niem-phong", "/quan-tri/nhat-ky/niem-phong"},
      {"/quan-tri/uy-quyen", "/quan-tri/nguoi"},
      {"/quan-tri/to-chuc", "/quan-tri/nguoi"},
      {"/quan-tri/hai-nguoi", "/quan-tri/tai-khoan"},
      {"/quan-tri/tai-khoan-moi", "/quan-tri/tai-khoan"}};
  for (const auto& [page, part] : parts) {
    if (path.starts_with(page)) return std::string(part);
  }
  if (path.starts_with("/quan-tri/")) return std::string(path.substr(0, path.find('/', 10)));
  return path.starts_with("/viec") || path.starts_with("/can-bo/viec") ? "/viec" : "";
}

// A page may be drawn for an address that only takes a POST; its language link goes to the GET
// page, which for every form of ours has the same address.
ui::Frame frame_of(const ui::City& city, bool demo, db::Database& db, const identity::Visit& visit,
                   std::string title) {
  const auto lang = visit.lang();
  ui::Frame frame;
  frame.lang = lang;
  frame.city = city;
  frame.title = std::move(title);
  frame.path = path_of(visit.request());
  frame.sign_in = "/dang-nhap";
  frame.nav = {{t(text::services, lang), "/thu-tuc"},
               {t(text::lookup, lang), "/tra-cuu"},
               {t(text::my_dossiers, lang), "/ho-so"}};
  if (!db::has_room(db))
    frame.nav.insert(frame.nav.begin(), ui::Link{t(text::only_read, lang), "/"});
  frame.current = current_of(visit.request().path);
  frame.footer = {{t(text::help, lang),
                   {{t(text::services, lang), "/thu-tuc"},
                    {t(text::lookup, lang), "/tra-cuu"},
                    {t(text::seals, lang), "/nhat-ky-niem-phong"}}}};
  frame.demo = demo;
  const auto* who = visit.who();
  if (!who) return frame;
  ui::Person person{.name = who->name, .href = "/tai-khoan"};
  if (who->officer) {
    frame.home = "/viec";
    frame.nav.pop_back();  // dossiers of one's own are a resident's
    if (!who->positions.empty()) {
      const auto& position = who->positions.front();
      const auto* unit = who->tree ? who->tree->find(position.unit) : nullptr;
      person.post = position.title.in(lang) + (unit ? ", " + unit->name.in(lang) : "");
    }
    for (const auto& position : who->positions) {
      if (!position.acting_for) continue;
      person.post = who->positions.front().title.in(lang) + "; " +
                    base::fill(text::acting_for, lang, {{"name", position.acting_for->name}});
    }
  }
  frame.person = std::move(person);
  if (!who->officer) {
    const int unread =
        db.read([&](db::Tx& tx) { return messages::Messages::unread(tx, who->person); });
    const auto words =
        unread == 0 ? t(text::messages, lang)
                    : base::fill(text::messages_unread, lang, {{"count", std::to_string(unread)}});
    frame.nav.push_back({words, "/tin-nhan"});
  }
  return frame;
}

// Which groups of the navigation lead somewhere for this officer: what belongs to the city as a
// whole is for those who hold the role there.
struct Reach {
  bool administers = false, city = false, journal = false, incidents = false;
  bool publishes = false;
};

Reach reach_of(const identity::Who& who) {
  const auto holds = [&](std::string_view role) {
    return std::ranges::find(who.positions, role, &identity::Position::role) != who.positions.end();
  };
  Reach out{.administers = holds(identity::role::system_administrator)};
  const bool publishes = holds(rule_tables::publisher_role);
  if (!out.administers && !publishes && !holds(journal::auditor_role) &&
      !holds(incidents::analyst_role)) {
    return out;
  }
  if (!who.tree) return out;
  for (const auto& unit : who.tree->all()) {
    if (unit.kind != "city") continue;
    const auto over = [&](std::string_view role) { return who.over(role, unit.id) != nullptr; };
    out.city = over(identity::role::system_administrator);
    out.journal = out.city || over(journal::auditor_role);
    out.incidents = out.city || over(incidents::analyst_role);
    out.publishes = publishes && over(rule_tables::publisher_role);
  }
  return out;
}

base::Html officer_page(const ui::Frame& frame, db::Database& db, const identity::Visit& visit,
                        ui::OfficerPage page) {
  const auto lang = visit.lang();
  const auto& who = *visit.who();
  int open = 0, unread = 0, proposed = 0;
  const auto reach = reach_of(who);
  db.read([&](db::Tx& tx) {
    open = casework::Casework::open_at(tx, worklist::query_of(who, visit.now()));
    unread = messages::Messages::unread(tx, who.person);
    if (reach.publishes) proposed = rule_tables::proposals_waiting(tx);
  });
  const auto only_read = db::has_room(db) ? "" : t(text::only_read, lang) + ". ";
  page.side = {{only_read + t(text::one_stop, lang),
                {{"inbox", t(text::worklist, lang), "/viec", open},
                 {"message-square", t(text::messages, lang), "/tin-nhan", unread}}},
               {t(text::figures, lang),
                {{"package-check", t(text::received, lang), "/so-lieu/tiep-nhan"},
                 {"circle-check", t(text::on_time, lang), "/so-lieu/dung-han"},
                 {"triangle-alert", t(text::late, lang), "/so-lieu/tre-han"}}},
               {t(text::law, lang),
                {{"table-2", t(text::rule_tables, lang), "/can-bo/bang-quy-tac", proposed}}},
               {t(text::about, lang), {{"house", t(text::portal, lang), "/"}}}};
  const ui::SideLink incidents_link = {"shield-alert", t(text::incidents, lang), "/quan-tri/su-co"};
  if (reach.journal) {
    page.side.push_back({t(text::journal, lang),
                         {{"history", t(text::journal, lang), "/quan-tri/nhat-ky"},
                          {"shield-check", t(text::seals, lang), "/quan-tri/nhat-ky/niem-phong"}}});
  }
  std::vector<ui::SideLink> links;
  if (reach.administers) {
    links = {{"calendar-days", t(text::calendar, lang), "/quan-tri/lich"},
             {"building-2", t(text::units, lang), "/quan-tri/don-vi"},
             {"users-round", t(text::people, lang), "/quan-tri/nguoi"},
             {"key-round", t(text::accounts, lang), "/quan-tri/tai-khoan"}};
  }
  if (reach.city) {
    links.push_back({"list-checks", t(text::jobs, lang), "/quan-tri/viec-nen"});
    links.push_back({"mail", t(text::letters, lang), "/quan-tri/thu"});
    links.push_back({"user-round", t(text::data_requests, lang), "/quan-tri/du-lieu-ca-nhan",
                     db.read([](db::Tx& tx) { return privacy::requests_waiting(tx); })});
  }
  if (reach.incidents) links.push_back(incidents_link);
  if (!links.empty()) page.side.push_back({t(text::administration, lang), std::move(links)});
  page.search = ui::Search{"/can-bo/ho-so", t(text::search, lang), t(text::search_example, lang)};
  visit.tell();  // nothing is read after it
  return ui::officer_page(frame, page);
}

}  // namespace

identity::Chrome make_chrome(db::Database& db, bool demo) {
  const auto frame = [city = city_of(db), demo, &db](const identity::Visit& visit,
                                                     std::string title) {
    return frame_of(city, demo, db, visit, std::move(title));
  };
  identity::Chrome chrome;
  chrome.frame = frame;
  chrome.officer_page = [frame, &db](const identity::Visit& visit, ui::OfficerPage page) {
    auto title = std::string(std::string_view(page.heading));
    if (page.refused) title.insert(0, ui::error_title_prefix(visit.lang()));
    return officer_page(frame(visit, std::move(title)), db, visit, std::move(page));
  };
  chrome.not_found = portal::error_pages(frame).not_found;
  return chrome;
}

ui::City city(db::Database& db) { return city_of(db); }

}  // namespace app
