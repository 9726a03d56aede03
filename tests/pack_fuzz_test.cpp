// A pack that was damaged at random is refused, or works: whatever is published carries a dossier
// from the form to the result.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "app/commands/commands.hpp"
#include "app/commands/examine_pack.hpp"
#include "cast/town.hpp"
#include "engines/catalogue/publish.hpp"
#include "platform/embedded.hpp"
#include "support/keys.hpp"

namespace {

namespace fs = std::filesystem;

const char* const damaged[] = {"procedures/1.004873/procedure.json",
                               "procedures/1.004873/form.json", "flows/commune-certificate.bpmn",
                               "templates/marital-status-certificate.template",
                               "options/marital_cert_purpose.json"};

// Takes a line away, says it twice, swaps two words, or takes some letters away.
void damage(std::string& text, std::mt19937& random) {
  const auto any = [&](std::size_t n) {
    return std::size_t(random() % std::max<std::size_t>(n, 1));
  };
  const auto line = [&] {
    const auto from = text.rfind('\n', any(text.size()));
    const auto begin = from == text.npos ? 0 : from + 1;
    const auto end = text.find('\n', begin);
    return std::pair(begin, end == text.npos ? text.size() : end + 1);
  };
  const auto [begin, end] = line();
  switch (random() % 4) {
    case 0:
      text.erase(begin, end - begin);
      break;
    case 1:
      text.insert(begin, text.substr(begin, end - begin));
      break;
    case 2: {
      const auto word = [&] {
        const auto at = text.find_first_of("abcdefghijklmnopqrstuvwxyz_", any(text.size()));
        const auto to = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at);
        return at == text.npos || to == text.npos ? std::pair<std::size_t, std::size_t>()
                                                  : std::pair(at, to - at);
      };
      const auto [from, length] = word();
      const auto [other, more] = word();
      text.replace(from, length, text.substr(other, more));
      break;
    }
    default:
      text.erase(any(text.size()), 1 + any(12));
  }
}

const identity::Who* holder(const cast::Town& town, std::string_view role) {
  for (const auto* who : {&town.minh, &town.duyen, &town.hoa, &town.thu}) {
    if (who->in(role, town.ward)) return who;
  }
  return nullptr;
}

// Does the open task as its holder would, with the outcome that leads on.
one_stop::Actions::Done step(cast::Town& t, const casework::Card& card,
                             const one_stop::Dossier& dossier, const identity::Who& who) {
  using namespace one_stop::action;
  const auto act = t.act(who);
  if (card.action == receive) return t.actions.accept(act, card.id);
  if (card.action == collect_fee) return t.actions.take_fee(act, card.id);
  if (card.action == appraise) {
    return t.actions.propose(act, card.id, "Đủ điều kiện", t.draft(dossier));
  }
  if (card.action == sign)
    return t.actions.approve(act, card.id, t.signed_by(dossier, who, t.ward));
  if (card.action == seal) {
    const auto paper = *t.sources(dossier).result;
    return t.actions.number_and_seal(
        act, card.id, paper.hash,
        [&](const documents::Document& numbered) { return t.papers.sealed(numbered, t.now); });
  }
  return t.actions.return_result(act, card.id);
}

// A sentence with a gap is no paper: the officer is told, and two people may move the dossier on.
bool told(cast::Town& t, const one_stop::Dossier& dossier) {
  cast::AnyPurpose purpose;
  return !t.papers.draft(t.sources(dossier), t.signer(t.hoa), purpose, t.now);
}

// "" when a dossier gets from the form to its end, or somebody is told why not.
std::string walk(cast::Town& t, const std::string& act, base::Dong fee) {
  const auto submitted = t.lan_submits(act, fee);
  if (!submitted) return "submit is refused";
  auto dossier = *submitted;
  for (int steps = 0; steps < 20; ++steps) {
    std::optional<casework::Card> open;
    for (auto& card : t.db.read([&](db::Tx& tx) {
           return casework::Casework::cards_of(tx, "dossier", dossier.id.value);
         })) {
      if (!card.done_at) open = std::move(card);
    }
    if (!open) return one_stop::is_final(dossier.state) ? "" : "it ends early";
    const auto* who = holder(t, open->role);
    if (!who) return "";  // an office that this small town has not filled
    if (open->action == one_stop::action::appraise && told(t, dossier)) return "";
    const auto done = step(t, *open, dossier, *who);
    if (!done) return open->node + " is refused";
    dossier = *done;
  }
  return "it goes round and round";
}

}  // namespace

TEST_CASE("A pack damaged at random is refused, or carries a dossier to its end") {
  constexpr int rounds = 60;
  const support::Folder folder;
  app::Ground ground(folder.path() + "/city", "");
  const auto db = db::open("sqlite:" + folder.path() + "/town.db");
  db->migrate(embedded::files());
  support::use_test_keys(*db);
  cast::Town town(*db);
  catalogue::Publisher publisher(*db, town.journal, {});
  const auto pack = fs::path(folder.path()) / "pack";
  std::mt19937 random(20261130);
  int published = 0;
  for (int round = 0; round < rounds; ++round) {
    fs::remove_all(pack);
    fs::copy(fs::path(TAYDO_SOURCE_DIR) / "packs/cantho", pack, fs::copy_options::recursive);
    const std::string name = damaged[random() % std::size(damaged)];
    std::ifstream in(pack / name, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    const auto whole = text;
    damage(text, random);
    std::ofstream(pack / name, std::ios::binary) << text;
    const auto problems = app::examine_pack(ground, pack.string());
    if (!problems.empty() || text == whole) continue;
    ++published;
    const auto act = std::to_string(round);
    catalogue::import_pack(*db, publisher, pack, {}, {.overwrite_conflicts = true},
                           {"import-" + act, {}, town.now});
    CAPTURE(round);
    CAPTURE(name);
    CHECK(walk(town, "submit-" + act, {round % 2 ? 15'000 : 0}) == "");
  }
  CHECK(published > 3);
}
