// Setting up the town: pack, units, people; and what the cast does by habit.
#include "cast/town.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "engines/calendar/publish.hpp"
#include "engines/catalogue/publish.hpp"
#include "engines/documents/moving.hpp"
#include "engines/indicators/indicators.hpp"
#include "engines/units/units.hpp"
#include "platform/config/config.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/incidents/actions.hpp"
#include "services/one_stop/notices.hpp"
#include "services/privacy/actions.hpp"
#include "services/privacy/store_consent.hpp"

namespace cast {
namespace {

const std::string pack = TAYDO_SOURCE_DIR "/packs/cantho/";

std::string file(const std::string& name) {
  std::ifstream in(pack + name);
  REQUIRE_MESSAGE(in.good(), name);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<messages::Kind> message_kinds() {
  auto all = one_stop::message_kinds();
  for (auto& kind : privacy::message_kinds()) all.push_back(std::move(kind));
  for (auto& kind : incidents::message_kinds()) all.push_back(std::move(kind));
  return all;
}

std::string bpmn(db::Tx& tx, base::VersionId version) {
  return catalogue::text_of(tx, version, catalogue::Part::flow);
}

forms::Answers lans_answers() {
  forms::Answers answers;
  const std::pair<const char*, const char*> given[] = {
      {"requester.requester_name", "Nguyễn Thị Lan"},
      {"requester.requester_phone", "0912345678"},
      {"subject.subject_name", "Nguyễn Thị Lan"},
      {"subject.subject_birth.year", "1996"},
      {"subject.subject_personal_id", "092196000107"},
      {"subject.subject_residence.commune", "31135"},
      {"subject.subject_residence.line", "12 đường Hai Bà Trưng, hẻm 'A & B'"},
      {"subject.subject_gender", "female"},
      {"subject.subject_ethnic", "01"},
      {"subject.subject_nationality", "VN"},
      {"requester.relation", "SELF"},
      {"subject.subject_status", "SINGLE"},
      {"subject.certify", "NOW"},
      {"purpose.purpose", "LOAN"}};
  for (const auto& [key, value] : given) answers.set(key, value);
  return answers;
}

}  // namespace

Town::Town(db::Database& database, const char* when)
    : db(database),
      now(base::Local::parse_iso(when)->instant()),
      journal(db, crypto::ed25519_make(), {indicators::dossier_facts()}),
      casework(db, bpmn),
      files(folder.path() + "/files", folder.path() + "/files.key"),
      messages(db, journal, message_kinds(), true),
      actions(db, journal, casework, messages),
      papers(db, files, documents::demo_keys(folder.path() + "/keys", now), "http://localhost",
             "1022") {
  catalogue::Publisher publisher(db, journal, {});
  const auto report = catalogue::import_pack(db, publisher, pack, {}, {}, {"import", {}, now});
  REQUIRE_FALSE(report.refused);
  const auto today = now.local().date;
  db.write([&](db::Tx& tx) {
    REQUIRE(units::import_units(db, tx, file("units.csv")).problem.empty());
    const auto days = calendar::read_days(file("calendar/holidays.csv"));
    REQUIRE(days);
    calendar::publish_pack(tx, journal, {"calendar", {}, now}, {*days, {}}, false);
    for (const char* name :
         {"receipt-slip", "refusal-slip", "payment-confirmation", "incident-notification"}) {
      REQUIRE(documents::publish_template(tx, now, name,
                                          file(std::string("templates/") + name + ".template")));
    }
    REQUIRE(documents::publish_wording(tx, now, file("templates/signing.wording")));
    for (const auto& kind : messages.kinds()) {
      const auto words = file("templates/messages/" + std::string(kind.key) + ".template");
      REQUIRE(messages::publish_template(db, tx, now, kind, words));
    }
    const auto rules = base::json::parse(file("personal-data.json"));
    REQUIRE(rules);
    config::set(tx, now, "personal_data", rules->as_object());
    REQUIRE(privacy::publish_consents(tx, now, rules->as_object()) == "");
    config::set(tx, now, documents::rules_setting,
                base::json::parse(file("succession.json"))->get_object());
    config::set(tx, now, incidents::setting,
                base::json::parse(file("incidents.json"))->get_object());
    ward = units::by_code(tx, "31135", today)->id;
    other_ward = units::by_code(tx, "31120", today)->id;
    units::set_agency_code(tx, ward, "H13.01", today);
  });
  lan = resident("Nguyễn Thị Lan", "092196000107");
  bao = resident("Trần Quốc Bảo", "092088000215");
  minh = officer("Phạm Văn Minh", "092080000001", identity::role::intake_officer, ward);
  duyen = officer("Lê Thị Mỹ Duyên", "092181000002", identity::role::specialist, ward);
  hoa = officer("Nguyễn Văn Hòa", "092075000003", identity::role::leader, ward,
                {"Chủ tịch Ủy ban nhân dân phường", "Chair of the ward People’s Committee"});
  thu = officer("Võ Thị Thu", "092190000004", identity::role::clerk, ward);
  tam = officer("Trần Văn Tâm", "092085000005", identity::role::intake_officer, other_ward);
}

identity::Who Town::resident(const char* name, const char* number) {
  const auto id = db.write([&](db::Tx& tx) {
    identity::PersonFacts facts{
        .number = number, .name = name, .residence = "Ninh Kiều", .phone = "0912345678"};
    return identity::keep_person(db, tx, facts, identity::Source::oidc, now);
  });
  return {.person = id, .name = name};
}

identity::Who Town::officer(const char* name, const char* number, std::string_view role,
                            base::UnitId unit, base::Words title) {
  auto who = resident(name, number);
  who.officer = true;
  identity::Position position{.person = who.person,
                              .unit = unit,
                              .role = std::string(role),
                              .title = std::move(title),
                              .from = now.local().date};
  position.id = db.write([&](db::Tx& tx) { return identity::appoint(db, tx, position); });
  who.positions.push_back(position);
  return who;
}

one_stop::Act Town::act(const identity::Who& who, std::string id) const {
  return {id.empty() ? crypto::random_token() : std::move(id), now, &who};
}

one_stop::Actions::Done Town::lan_submits(const std::string& id, base::Dong fee) {
  return submits(lan, id, lans_answers(), fee);
}

one_stop::Actions::Done Town::submits(const identity::Who& who, const std::string& id,
                                      const forms::Answers& answers, base::Dong fee) {
  const auto version =
      db.read([&](db::Tx& tx) { return *catalogue::find(tx, "1.004873", now.local().date); });
  const auto draft = db.write(
      [&](db::Tx& tx) { return forms::start_draft(db, tx, now, who.person, version.id, answers); });
  one_stop::Submission submission{draft, version.id, version.code, version.name, ward, answers, {}};
  if (fee.amount > 0) submission.fees.push_back({{"Lệ phí", "Charge"}, fee, true});
  return actions.submit(act(who, id), submission);
}

base::TaskId Town::task(const one_stop::Dossier& dossier) {
  const auto cards = db.read(
      [&](db::Tx& tx) { return casework::Casework::cards_of(tx, "dossier", dossier.id.value); });
  REQUIRE_FALSE(cards.empty());
  return cards.back().id;
}

one_stop::Sources Town::sources(const one_stop::Dossier& dossier) {
  auto found =
      db.read([&](db::Tx& tx) { return one_stop::sources_of(tx, dossier, now.local().date); });
  REQUIRE(found);
  return std::move(*found);
}

documents::Document Town::draft(const one_stop::Dossier& dossier) {
  AnyPurpose purpose;
  const auto from = sources(dossier);
  return papers.stored_draft(from, signer(hoa, from.unit.id), purpose, now).value();
}

documents::Signer Town::signer(const identity::Who& who, base::UnitId unit) {
  if (!unit) unit = ward;
  const auto* office = who.in(identity::role::leader, unit);
  REQUIRE(office);
  const auto today = now.local().date;
  const auto found = db.read([&](db::Tx& tx) {
    return documents::signer(tx, who, *office, *units::find(tx, unit, today), "HO_TICH", today);
  });
  REQUIRE(found);
  return *found;
}

one_stop::Signed Town::signed_by(const one_stop::Dossier& dossier, const identity::Who& who,
                                 base::UnitId unit) {
  AnyPurpose purpose;
  const auto from = sources(dossier);
  const auto shown = papers.shown_to(from, signer(who, unit), purpose).value();
  return papers.signed_by(from, signer(who, unit), shown, shown.hash, now).value();
}

messages::MessageId Town::told(const identity::Who& who) {
  const messages::Notice notice{.act = crypto::random_token(),
                                .to = who.person,
                                .kind = one_stop::notice::ready,
                                .values = {{"code", std::string("H13.01-261123-0001")},
                                           {"procedure", base::Words{"Cấp giấy", "A certificate"}},
                                           {"unit", base::Words{"Phường", "The ward"}}}};
  db.write([&](db::Tx& tx) { messages.tell(tx, now, notice); });
  return inbox(who).at(0).id;
}

privacy::RequestId Town::asked(const identity::Who& who) {
  return db.write([&](db::Tx& tx) {
    for (const auto& one : privacy::store::of_person(tx, who.person, 1)) return one.id;
    privacy::Request request{.id = db.fresh<privacy::RequestId>(), .code = "DL-2026-0001"};
    request.person = who.person;
    request.field = privacy::Field::residence;
    request.asked_at = now;
    privacy::store::insert(tx, request, {"77/31 hẻm Zyxhem", who.name});
    return request.id;
  });
}

std::vector<messages::Shown> Town::inbox(const identity::Who& who) {
  return db.read([&](db::Tx& tx) { return messages.inbox(tx, who.person, base::Lang::vi, 50, 0); });
}

std::string Town::verbs(const one_stop::Dossier& dossier) {
  std::string out;
  for (const auto& entry :
       db.read([&](db::Tx& tx) { return journal::Journal::of(tx, "dossier", dossier.id.value); })) {
    (out += out.empty() ? "" : " ") += entry.verb.substr(entry.verb.find('.') + 1);
  }
  return out;
}

std::string Town::bytes(const one_stop::Dossier& dossier) {
  return papers.bytes(*sources(dossier).result);
}

}  // namespace cast
