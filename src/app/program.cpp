// Constructors name what they need; nothing is looked up.
#include "app/program.hpp"

#include <atomic>
#include <chrono>

#include "app/chrome.hpp"
#include "app/keys.hpp"
#include "app/post.hpp"
#include "app/text.hpp"
#include "engines/casework/in_charge.hpp"
#include "engines/identity/administrators.hpp"
#include "engines/journal/seals.hpp"
#include "engines/units/units.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/keyring.hpp"
#include "platform/db/room.hpp"
#include "platform/log/log.hpp"
#include "platform/pdf/fonts.hpp"
#include "services/administration/actions_holders.hpp"
#include "services/administration/actions_jobs.hpp"
#include "services/administration/pages_journal.hpp"
#include "services/one_stop/deadlines.hpp"
#include "services/one_stop/keeping.hpp"
#include "services/one_stop/pages_correction.hpp"
#include "services/one_stop/remind.hpp"
#include "services/privacy/actions.hpp"
#include "services/privacy/store_consent.hpp"
#include "services/rule_tables/room.hpp"

namespace app {
namespace {

constexpr int slices_at_once = 20;  // 10,000 running deadlines after a corrected calendar

std::vector<std::string> own_origins(const base::json::object& file, std::uint16_t port) {
  if (const auto url = base::json::text_at(file, "public_url"); !url.empty()) {
    return {std::string(url)};
  }
  const auto end = ":" + std::to_string(port);
  return {"http://127.0.0.1" + end, "http://localhost" + end, "http://[::1]" + end};
}

identity::OidcConfig oidc_of(const base::json::object& file, const ServeOptions& options,
                             const std::vector<std::string>& origins) {
  identity::OidcConfig config;
  config.origins = origins;
  config.secure = origins.front().starts_with("https:");
  identity::read_settings(base::json::object_at(file, "oidc"), config);
  if (options.demo) {
    config.issuer = "http://127.0.0.1:" + std::to_string(options.port + 1);
    config.client_id = "taydo";
    config.client_secret = "taydo-demo";
    config.levels = {{"1", 1}, {"2", 2}};
  }
  return config;
}

// The rooms that open or keep personal data.
contracts::Keepers keepers(const files::Store& files) {
  return {one_stop::keeper(files),
          {worklist::purposes()},
          {administration::people_purposes()},
          {administration::mail_purposes()},
          {privacy::purposes(), privacy::matter}};
}

account::Options account_options(Ground& ground, const ServeOptions& options) {
  account::Options out;
  out.provider = {"VNeID", ""};
  out.unit_name = [&db = *ground.db](base::UnitId id, base::Date day) {
    const auto unit = db.read([&](db::Tx& tx) { return units::find(tx, id, day); });
    return unit ? unit->name : base::Words{};
  };
  if (!options.demo) return out;
  out.provider = {std::string(text::simulated.vi), std::string(text::simulated.en)};
  out.simulated = true;
  const auto demo = ground.db->read([](db::Tx& tx) { return config::get(tx, demo_setting); });
  for (const auto& item : base::json::array_at(demo, "officers")) {
    const auto& o = item.as_object();
    const auto text = [&](const char* name) { return std::string(base::json::text_at(o, name)); };
    out.demo.push_back(
        {text("login"), text("password"), text("name"), {text("office_vi"), text("office_en")}});
  }
  return out;
}

}  // namespace

std::string flow_of(db::Tx& tx, base::VersionId version) {
  return catalogue::text_of(tx, version, catalogue::Part::flow);
}

struct Program::Rooms {
  Rooms(Ground& ground, const ServeOptions& options, const base::json::object& file,
        const std::vector<std::string>& origins)
      : ground(ground),
        clock(options.clock),
        files((ground.folder.path() / "files").string(),
              (ground.folder.path() / "secrets" / "files.key").string()),
        secret(key(ground.folder, "server.key")),
        seals_file(base::json::text_at(file, "seals_file")),
        casework(*ground.db, flow_of),
        config(oidc_of(file, options, origins)),
        forest(*ground.db),
        sessions(*ground.db, ground.journal, config.secure),
        accounts(*ground.db, ground.journal, secret, config.secure),
        factor(*ground.db, ground.journal, key(ground.folder, "second_factor.key"), config.secure),
        post(post_of(ground, file, options.demo, origins.front())),
        messages(*ground.db, ground.journal, message_kinds(), post.has_value()),
        reach(*ground.db, ground.journal, messages),
        letters(letters_of(options.clock)),
        seal_letters(seal_letters_of(file, options.clock)),
        two_person(*ground.db, ground.journal, two_person_kinds(ground, accounts)),
        desk(*ground.db, ground.journal, accounts, two_person),
        oidc(*ground.db, sessions, config, secret),
        chrome(make_chrome(*ground.db, options.demo)),
        papers(*ground.db, files, keys(ground, options), origins.front(), city(*ground.db).hotline),
        actions(*ground.db, ground.journal, casework, messages),
        corrections(*ground.db, ground.journal, casework),
        portal(*ground.db, forest, chrome),
        worklist(*ground.db, chrome),
        one_stop({*ground.db, actions, papers, casework, chrome}),
        correction_pages(*ground.db, corrections, chrome),
        inbox({*ground.db, messages, reach, chrome, post && post->stays}),
        account(*ground.db, accounts, factor, sessions, oidc, chrome,
                account_options(ground, options)),
        deadlines(one_stop::deadlines(ground.journal, casework)),
        administration({*ground.db, ground.journal, forest, accounts, sessions, deadlines,
                        two_person, desk, messages, chrome, movers(ground, casework),
                        one_stop::find_dossier, shapes()}),
        rule_tables({*ground.db, ground.journal, chrome}),
        incidents({*ground.db, ground.journal, messages, chrome, city(*ground.db).authority}),
        privacy({*ground.db, ground.journal, messages, files, keepers(files), chrome}),
        routes(joined()),
        gate(*ground.db, forest, routes,
             {secret, origins, config.secure, casework::in_charge, account::Room::outside()},
             portal::error_pages(chrome.frame), options.clock, [](auto reference, auto why) {
               logging::error("failed, reference {}: {}", reference, why);
             }) {}

  static std::vector<identity::TwoPerson::Kind> two_person_kinds(Ground& ground,
                                                                 identity::Accounts& accounts) {
    auto kinds = identity::AccountDesk::kinds(ground.journal, accounts);
    for (auto& kind : identity::administrator_kinds(*ground.db, ground.journal)) {
      kinds.push_back(std::move(kind));
    }
    return kinds;
  }

  // A real city names its keys in taydo.json; until then only a demonstration can sign.
  static documents::Keys keys(Ground& ground, const ServeOptions& options) {
    if (options.demo) return documents::demo_keys(ground.folder.path() / "keys", now());
    const auto none = [](auto, const auto&) -> crypto::Credential {
      throw db::Failure("no signing keys are configured");
    };
    return {none, none};
  }

  std::optional<messages::Letters> letters_of(const std::function<base::Instant()>& time) {
    if (!post) return std::nullopt;
    return std::make_optional<messages::Letters>(*ground.db, ground.journal, messages, post->sender,
                                                 post->send, time);
  }

  std::optional<administration::SealLetters> seal_letters_of(
      const base::json::object& file, const std::function<base::Instant()>& time) {
    if (!post) return std::nullopt;
    return std::make_optional<administration::SealLetters>(*ground.db, ground.journal, post->sender,
                                                           post->send, seal_holders(file), time);
  }

  identity::Routes joined() {
    identity::Routes all;
    const auto add = [&](identity::Routes some) {
      all.insert(all.end(), some.begin(), some.end());
    };
    add(portal.routes());
    add(worklist.routes());
    add(one_stop.routes());
    add(correction_pages.routes());
    add(inbox.routes());
    add(account.routes());
    add(administration.routes());
    add(rule_tables.routes());
    add(incidents.routes());
    add(privacy.routes());
    return all;
  }

  Ground& ground;
  std::function<base::Instant()> clock;
  std::atomic<std::int64_t> sealed = 0, sealed_at = 0;
  files::Store files;
  std::string secret;
  std::string seals_file;  // "": nobody else holds them
  casework::Casework casework;
  identity::OidcConfig config;
  units::Forest forest;
  identity::Sessions sessions;
  identity::Accounts accounts;
  identity::SecondFactor factor;
  std::optional<Post> post;
  messages::Messages messages;
  messages::Desk reach;
  std::optional<messages::Letters> letters;
  std::optional<administration::SealLetters> seal_letters;
  identity::TwoPerson two_person;
  identity::AccountDesk desk;
  identity::Oidc oidc;
  identity::Chrome chrome;
  one_stop::Papers papers;
  one_stop::Actions actions;
  one_stop::Corrections corrections;
  portal::Room portal;
  worklist::Room worklist;
  one_stop::Room one_stop;
  one_stop::CorrectionPages correction_pages;
  inbox::Room inbox;
  account::Room account;
  calendar::Deadlines deadlines;
  administration::Room administration;
  rule_tables::Room rule_tables;
  incidents::Room incidents;
  privacy::Room privacy;
  identity::Routes routes;
  identity::Gate gate;
};

Program::Program(Ground& ground, const ServeOptions& options) {
  pdf::load_fonts();  // before any connection takes a descriptor; without them nothing starts
  if (db::writable(*ground.db)) identity::fold_names(*ground.db);
  const auto file = ground.folder.file();
  rooms_ = std::make_unique<Rooms>(ground, options, file, own_origins(file, options.port));
}
Program::~Program() = default;

http::Admission Program::admit(const http::Request& head) { return rooms_->gate.admit(head); }
bool Program::secure() const { return rooms_->config.secure; }
const identity::Routes& Program::routes() const { return rooms_->routes; }

// In a talkative log every request is a line: of a query only the names, for its values are what
// people typed.
http::Handler Program::handler() {
  return [gate = rooms_->gate.handler()](const http::Request& request) {
    if (!logging::talkative()) return gate(request);
    const auto from = std::chrono::steady_clock::now();
    auto response = gate(request);
    std::string names;
    if (const auto fields = http::parse_query(request.query)) {
      for (const auto& [name, value] : fields->list()) names += (names.empty() ? "?" : "&") + name;
    }
    const auto took = std::chrono::steady_clock::now() - from;
    logging::debug("{}{} answered {} in {} us", request.path, names, response.status,
                   std::chrono::duration_cast<std::chrono::microseconds>(took).count());
    return response;
  };
}

void Program::set_apart(http::EdgeOptions& edge) {
  auto& gate = rooms_->gate;
  edge.waits_outside = [&gate](const auto& request) { return gate.waits_outside(request); };
  edge.on_crowded = [&gate](const auto& request) { return gate.crowded(request); };
}

identity::OutsidePages Program::outside() const { return account::Room::outside(); }

std::vector<const outgoing::Lane*> Program::lanes() const {
  std::vector<const outgoing::Lane*> all = {&rooms_->oidc.lane()};
  if (rooms_->post && rooms_->post->smtp) all.push_back(&rooms_->post->smtp->lane());
  return all;
}

// Where the city keeps its seals a second time (taydo.json: "seals_file"), on another machine's
// disk. That this fails must not stop what else is to be tended.
void Program::hand_over(Rooms& rooms) {
  if (rooms.seals_file.empty()) return;
  try {
    journal::hand_over(*rooms.ground.db, rooms.seals_file);
  } catch (const std::exception& problem) {
    logging::error("second holder: {}", problem.what());
  }
}

void Program::tend() {
  auto& rooms = *rooms_;
  rooms.ground.db->keys().look_again();
  rooms.sealed += rooms.ground.journal.seal(now());
  rooms.sealed_at = now().us;
  hand_over(rooms);
}

metrics::Source Program::figures() const {
  return [&rooms = *rooms_](metrics::Page& page) {
    page.counter("taydo_journal_sealed_total", "Entries sealed by this process");
    page.sample(double(rooms.sealed));
    page.gauge("taydo_journal_seal_age_seconds", "Since all entries were last seen to be sealed");
    if (rooms.sealed_at > 0) page.sample(double(now().us - rooms.sealed_at) / 1e6);
    const auto waiting = rooms.ground.db->read([](db::Tx& tx) { return journal::waiting(tx); });
    page.gauge("taydo_journal_unsealed_entries", "Entries that no seal holds yet");
    page.sample(double(waiting.entries));
    page.gauge("taydo_journal_unsealed_seconds", "How long the oldest of them waits; 10 at most");
    page.sample(waiting.oldest ? double(now() - *waiting.oldest) / 1e6 : 0);
    if (rooms.seals_file.empty()) return;
    const auto held = journal::newest_held(rooms.seals_file);
    const auto lacks = rooms.ground.db->read(
        [&](db::Tx& tx) { return journal::seals_above(tx, held ? held->number : 0, 1); });
    page.gauge("taydo_journal_held_seal", "Number of the newest seal the second holder has");
    page.sample(held ? double(held->number) : 0);
    page.gauge("taydo_journal_held_behind_seconds",
               "How old the first seal is that the second holder lacks; 10 at most");
    page.sample(lacks.empty() ? 0 : double(now() - lacks.front().at) / 1e6);
  };
}

std::vector<jobs::Kind> Program::kinds() {
  auto& rooms = *rooms_;
  auto& db = *rooms.ground.db;
  const auto carry_on = [&rooms, &db](const jobs::Job& job) {
    if (calendar::carry_on(db, rooms.deadlines, rooms.clock(), slices_at_once)) return;
    jobs::once_more(db, job);  // a new attempt with a new lease, however many are left
  };
  const auto move_on = [&rooms, &db](const jobs::Job&) {
    const auto all = movers(rooms.ground, rooms.casework);
    units::move_on({db, rooms.ground.journal, all, rooms.clock(), fresh_act()}, [](auto&) {});
  };
  const auto verify = [&rooms](const jobs::Job&) {
    tell_verified(rooms.ground, rooms.ground.journal.verify(), false);
  };
  const auto remind = [&rooms, &db](const jobs::Job&) {
    one_stop::remind(db, rooms.messages, privacy::consented, rooms.clock());
  };
  const auto sweep = [&rooms, &db](const jobs::Job&) { one_stop::sweep_drafts(db, rooms.clock()); };
  std::vector<jobs::Kind> all = {
      {.name = std::string(administration::verify_job), .run = verify, .lease_us = base::hour_us},
      {.name = "calendar.carry_on", .run = carry_on},
      {.name = "units.move_on", .run = move_on, .lease_us = 15 * base::minute_us},
      administration::JobActions::resending(db, rooms.clock),
      privacy::Actions::removing(rooms.files),
      {.name = std::string(one_stop::remind_job), .run = remind},
      {.name = std::string(one_stop::sweep_job), .run = sweep},
      rooms.incidents.job(rooms.clock)};
  if (rooms.letters) all.push_back(rooms.letters->job());
  if (rooms.seal_letters) {
    for (auto& kind : rooms.seal_letters->jobs()) all.push_back(std::move(kind));
  }
  return all;
}

std::vector<jobs::Schedule> Program::schedules() const {
  std::vector<jobs::Schedule> all = {jobs::daily(std::string(administration::verify_job), 2, 30),
                                     jobs::each("calendar.carry_on", 30 * base::second_us),
                                     jobs::daily("units.move_on", 0, 1),
                                     jobs::daily(std::string(one_stop::remind_job), 8, 0),
                                     jobs::daily(std::string(one_stop::sweep_job), 1, 0)};
  // After the verification, whose own entry gives each day a seal.
  if (rooms_->seal_letters)
    all.push_back(jobs::daily(std::string(administration::seal_letters_job), 3, 0));
  return all;
}

}  // namespace app
